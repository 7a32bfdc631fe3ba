import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { conversations } from "#drizzle/schema/conversations.ts";
import type { Task } from "#jobs/tasks.ts";
import { enqueue } from "#server/jobs.ts";
import { inTenant, type Tx } from "#server/tenant.ts";
import { callAudioKey, setAudio } from "./keep-audio.ts";

const most_tries = 10;

/** Fetches the sound of a settled call once; the vendor may say that there is some before it can be had. Only of a settled one:
 *  until the final account came, nobody has seen that the call is this company's. A vendor's fault throws, and the queue tries
 *  again. */
export const fetchRecording: Task<"fetch_recording"> = async ({ conversation_id, tries }, context) => {
  const { pool, claims, agents, recordings } = context;
  const wanted = await inTenant(pool, claims, "read", (tx) => findSilent(tx, conversation_id));
  if (wanted === null) return;
  const sound = await agents.voice.audio(wanted);
  if (sound) {
    await recordings.write(callAudioKey(claims, conversation_id), sound);
    await inTenant(pool, claims, "write", (tx) => setAudio(tx, conversation_id));
  } else if (tries + 1 < most_tries) {
    const run_at = new Date(Date.now() + Math.min(20 * 2 ** tries, 900) * 1000).toISOString();
    await inTenant(pool, claims, "write", (tx) =>
      enqueue(tx, "fetch_recording", { conversation_id, tries: tries + 1 }, { run_at, run_key: conversation_id }),
    );
  }
};

async function findSilent(tx: Tx, id: string): Promise<string | null> {
  const [row] = await tx
    .select({ vendor_conversation_id: conversations.vendor_conversation_id })
    .from(conversations)
    .where(
      and(
        eq(conversations.company_id, tx.company_id),
        eq(conversations.id, id),
        isNull(conversations.audio_key),
        isNotNull(conversations.settled_at),
      ),
    );
  return row?.vendor_conversation_id ?? null;
}
