import { and, eq } from "drizzle-orm";
import { voice_sessions } from "#drizzle/schema/voice-sessions.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";

/** A session and its conversation; only for whoever opened it: a colleague's is not found, like another company's.
 *  Locked until the transaction ends. Throws NotFound. Source: voice_sessions. */
export async function ownSession(tx: Tx, id: string, user_id: string | null) {
  const [row] = await tx
    .select({
      id: voice_sessions.id,
      user_id: voice_sessions.user_id,
      conversation_id: voice_sessions.conversation_id,
      vendor: voice_sessions.vendor,
      vendor_session_id: voice_sessions.vendor_session_id,
      ended_at: voice_sessions.ended_at,
    })
    .from(voice_sessions)
    .where(and(eq(voice_sessions.company_id, tx.company_id), eq(voice_sessions.id, id)))
    .for("update");
  if (!row || row.conversation_id === null || row.user_id !== user_id) throw new NotFound("session");
  return { ...row, conversation_id: row.conversation_id };
}
