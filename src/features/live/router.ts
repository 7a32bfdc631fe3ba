import { tracked } from "@trpc/server";
import * as z from "zod";
import { follow } from "#live/subscription.ts";
import { may, router, signedIn } from "#server/procedures.ts";
import { readOperations } from "./queries.ts";
import { AskOperations, Operations } from "./schema.ts";

const Position = z.object({ position: z.string() });

export const liveRouter = router({
  operations: may("dashboard.read").read({ input: AskOperations, output: Operations }, (tx) => readOperations(tx)),

  /** Where the feed stands: a page printed now resumes from here and misses nothing. */
  position: signedIn
    .meta({ access: "signed_in", output: Position })
    .input(z.strictObject({}).optional())
    .query(async ({ ctx }) => ({ position: await ctx.services.changes.position() })),

  /** The company's changes as they commit, filtered by what the role may read; resumes from `lastEventId`. */
  changes: signedIn
    .input(z.strictObject({ lastEventId: z.string().max(64).nullish() }).optional())
    .subscription(async function* ({ ctx, input, signal }) {
      for await (const [position, event] of follow(ctx, ctx.me, input?.lastEventId ?? null, signal))
        yield tracked(position, event);
    }),
});
