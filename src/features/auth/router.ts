import * as z from "zod";
import { signIn } from "#server/identity.ts";
import { may, open, router, signedIn } from "#server/procedures.ts";
import { updateMe } from "./commands.ts";
import { Me, SignedIn, SignIn, UpdateMe } from "./schema.ts";

const Done = z.object({ ok: z.literal(true) });
const Nothing = z.strictObject({}).optional();

export const authRouter = router({
  /** Opens a session; the browser gets it as a cookie, a tool as the token. */
  signIn: open
    .meta({ access: "public", output: SignedIn })
    .input(SignIn)
    .mutation(async ({ ctx, input }) => {
      const { pool, sessions } = ctx.services;
      const signed = await signIn(pool, sessions, input, ctx);
      ctx.setCookie(sessions.cookie(signed.token, ctx.is_secure));
      return signed;
    }),

  me: signedIn
    .meta({ access: "signed_in", output: Me })
    .input(Nothing)
    .query(({ ctx }) => Me.parse(ctx.me)),

  updateMe: may("profile.own").write({ input: UpdateMe, output: Done }, updateMe),

  /** Ends this session at once; signing out twice is no error. */
  signOut: open
    .meta({ access: "public", output: Done })
    .input(Nothing)
    .mutation(async ({ ctx }) => {
      if (ctx.token !== null) await ctx.services.sessions.close(ctx.token);
      ctx.setCookie(ctx.services.sessions.cookie(null, ctx.is_secure));
      return { ok: true as const };
    }),
});
