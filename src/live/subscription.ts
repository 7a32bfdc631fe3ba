import { sql } from "drizzle-orm";
import type { Context } from "#server/context.ts";
import { claimsOf, identify } from "#server/identity.ts";
import type { Identity } from "#server/sessions.ts";
import { inTenant } from "#server/tenant.ts";
import type { Change } from "./feed.ts";
import { isVisible } from "./visible.ts";

export type LiveEvent =
  /** The stream stands at this position; nothing was missed before it. */
  | { kind: "ready" }
  /** Too much was missed to list: everything on the screen may be old. */
  | { kind: "reset" }
  | { kind: "change"; table: string; id: string; op: Change["op"] };

const recheck_ms = 20_000;

/** What a signed-in person's screens should know, in commit order, each with the position to resume from.
 *  `since` is the last position seen; null begins now. Ends when the session ends, or when the role is no longer the one it began with. */
export async function* follow(
  ctx: Context,
  me: Identity,
  since: string | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<[string, LiveEvent]> {
  const { changes } = ctx.services;
  const waiting: Change[] = [];
  let wake = () => {};
  const stop = await changes.subscribe(me.company_id, (batch) => {
    waiting.push(...batch);
    wake();
  });
  signal?.addEventListener("abort", () => wake());
  try {
    // Subscribed first, then read what came before: a change in between comes by both ways and is told once.
    const missed = since === null ? [] : await changes.since(me.company_id, since);
    yield [(missed && since) ?? (await changes.position()), { kind: missed === null ? "reset" : "ready" }];
    const caughtUp = new Set(missed?.map(({ seq }) => seq));
    waiting.splice(0, 0, ...(missed ?? []), ...waiting.splice(0).filter(({ seq }) => !caughtUp.has(seq)));

    let checked_at = 0;
    while (!signal?.aborted) {
      if (Date.now() - checked_at >= recheck_ms) {
        const found = ctx.token === null ? null : await identify(ctx.services, ctx.token);
        if (found?.role !== me.role) return;
        await markSeen(ctx, me);
        checked_at = Date.now();
      }
      for (const change of waiting.splice(0)) {
        if (isVisible(me.role, change.table)) yield [change.position, eventOf(change)];
      }
      if (waiting.length === 0 && !signal?.aborted) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, recheck_ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
    }
  } finally {
    stop();
  }
}

const eventOf = ({ table, id, op }: Change): LiveEvent => ({ kind: "change", table, id, op });

/** Who is online is read from here; the audit trail does not count it as a change. */
async function markSeen(ctx: Context, me: Identity) {
  if (me.api_key) return;
  await inTenant(ctx.services.pool, claimsOf(me, ctx.request_id), "write", (tx) =>
    tx.execute(
      sql`update users set last_seen_at = ${new Date().toISOString()} where company_id = ${me.company_id} and id = ${me.id}`,
    ),
  );
}
