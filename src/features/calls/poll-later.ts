import { enqueue } from "#server/jobs.ts";
import type { Tx } from "#server/tenant.ts";

const first_seconds = 20;
const longest_seconds = 15 * 60;

/** Has the vendor asked for a call's final account: after 20 seconds, then twice as long each time, every quarter of an hour
 *  at last. A second wish before the first has run replaces it. */
export function pollLater(tx: Tx, conversation_id: string, tries = 0, least_seconds = 0): Promise<void> {
  const wait = Math.max(least_seconds, Math.min(first_seconds * 2 ** tries, longest_seconds));
  const run_at = new Date(Date.now() + wait * 1000).toISOString();
  return enqueue(tx, "poll_call", { conversation_id, tries }, { run_at, run_key: conversation_id });
}
