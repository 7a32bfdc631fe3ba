import { and, eq, not } from "drizzle-orm";
import { sessions, users } from "#drizzle/schema/users.ts";
import { actingUser } from "#server/acting-user.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { isCurrent, ownSessions } from "./queries.ts";
import type { EndSession, PasswordChanged } from "./schema.ts";

/** Sets the caller's new password and ends every other session that the old one opened. The old one was checked by the caller.
 *  Source: users, sessions. */
export async function changePassword(tx: Tx, password_hash: string): Promise<PasswordChanged> {
  await tx
    .update(users)
    .set({ password_hash })
    .where(and(eq(users.company_id, tx.company_id), eq(users.id, actingUser(tx))));
  return endOtherSessions(tx);
}

/** Signs the caller out of one of his sessions, at its next request. Throws NotFound for anybody else's. */
export async function endSession(tx: Tx, { handle }: EndSession): Promise<{ ended_sessions: number }> {
  const ended = await tx
    .delete(sessions)
    .where(and(ownSessions(tx), eq(sessions.handle, handle)))
    .returning({ handle: sessions.handle });
  if (ended.length === 0) throw new NotFound("session");
  return { ended_sessions: ended.length };
}

/** Signs the caller out of every session but this one. */
export async function endOtherSessions(tx: Tx): Promise<{ ended_sessions: number }> {
  const ended = await tx
    .delete(sessions)
    .where(and(ownSessions(tx), not(isCurrent(tx))))
    .returning({ handle: sessions.handle });
  return { ended_sessions: ended.length };
}
