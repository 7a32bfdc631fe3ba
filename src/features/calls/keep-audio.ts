import { and, eq, isNull, sql } from "drizzle-orm";
import { conversations } from "#drizzle/schema/conversations.ts";
import { recordingKey } from "#server/recordings.ts";
import type { Tx } from "#server/tenant.ts";

/** Under which key the vendor's sound of a conversation is stored: the same for the same call, so that a repeat writes the
 *  same bytes to the same place. */
export const callAudioKey = (tx: Pick<Tx, "company_id">, conversation_id: string) =>
  recordingKey(tx.company_id, conversation_id, "mp3");

/** Says that the sound is stored; the one that was there first stays. Source: conversations. */
export async function setAudio(tx: Tx, conversation_id: string): Promise<void> {
  await tx
    .update(conversations)
    .set({
      audio_key: callAudioKey(tx, conversation_id),
      audio_url: `/api/conversations/${conversation_id}/audio`,
      version: sql`${conversations.version} + 1`,
    })
    .where(
      and(
        eq(conversations.company_id, tx.company_id),
        eq(conversations.id, conversation_id),
        isNull(conversations.audio_key),
      ),
    );
}
