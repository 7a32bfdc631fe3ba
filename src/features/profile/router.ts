import { checkPassword } from "#server/identity.ts";
import { hashPassword } from "#server/passwords.ts";
import { may, router } from "#server/procedures.ts";
import { inTenant } from "#server/tenant.ts";
import { Forbidden, invalid } from "../../errors.ts";
import { changePassword, endOtherSessions, endSession } from "./commands.ts";
import { listSessions } from "./queries.ts";
import {
  ChangePassword,
  EndOtherSessions,
  EndSession,
  ListSessions,
  PasswordChanged,
  Sessions,
  SessionsEnded,
} from "./schema.ts";

export const profileRouter = router({
  /** The old password is asked and counted as at sign-in, and both are hashed before a connection is taken. */
  changePassword: may("profile.own")
    .procedure.meta({ access: "profile.own", output: PasswordChanged })
    .input(ChangePassword)
    .mutation(async ({ ctx, input: { current_password, password } }) => {
      if (ctx.me.api_key) throw new Forbidden();
      const asked = { username: ctx.me.username, password: current_password };
      const found = await checkPassword(ctx.services.pool, asked, ctx.address);
      if (!found) throw invalid("current_password", "wrong_password", "This is not your password.");
      if (password === current_password) throw invalid("password", "same_password", "This is the password you have.");
      const password_hash = await hashPassword(password);
      return inTenant(ctx.services.pool, ctx.claims, "write", (tx) => changePassword(tx, password_hash));
    }),

  sessions: may("profile.own").read({ input: ListSessions, output: Sessions }, (tx) => listSessions(tx)),
  endSession: may("profile.own").write({ input: EndSession, output: SessionsEnded }, endSession),
  endOtherSessions: may("profile.own").write({ input: EndOtherSessions, output: SessionsEnded }, (tx) =>
    endOtherSessions(tx),
  ),
});
