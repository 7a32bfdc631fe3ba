import { and, desc, eq, gt, sql } from "drizzle-orm";
import { sessions } from "#drizzle/schema/users.ts";
import { actingUser } from "#server/acting-user.ts";
import type { Tx } from "#server/tenant.ts";
import type { Sessions } from "./schema.ts";

/** The caller's own: the fence is the company's, so this condition is what keeps colleagues apart. Throws Forbidden for a tool. */
export const ownSessions = (tx: Tx) =>
  and(eq(sessions.company_id, tx.company_id), eq(sessions.user_id, actingUser(tx)));

/** Whether a session is the one this request came in. */
export const isCurrent = (tx: Tx) =>
  sql<boolean>`${sessions.handle} is not distinct from ${tx.session_handle ?? null}::uuid`;

/** Where the caller is signed in: this session first, then the newest, at most 100. Source: sessions. */
export async function listSessions(tx: Tx, now = new Date()): Promise<Sessions> {
  const is_current = isCurrent(tx);
  const found = await tx
    .select({
      handle: sessions.handle,
      user_agent: sessions.user_agent,
      is_current,
      created_at: sessions.created_at,
      expires_at: sessions.expires_at,
    })
    .from(sessions)
    .where(and(ownSessions(tx), gt(sessions.expires_at, now.toISOString())))
    .orderBy(desc(is_current), desc(sessions.created_at), sessions.handle)
    .limit(100);
  return { sessions: found };
}
