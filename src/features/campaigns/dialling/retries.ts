import type { CallResult } from "../attempts.ts";

const minute_ms = 60_000;

/** How often one recipient is tried at most. */
export const most_attempts = 3;

/** How long after a try that did not reach anybody the next one may come. The rules of the country are asked again then, and may
 *  put it off further. Null: the last try. */
const wait_minutes: Record<CallResult, number | null> = {
  answered: null,
  busy: 30,
  no_answer: 4 * 60,
  voicemail: 24 * 60,
  failed: 60,
};

/** When a recipient may be tried again; null when never. `ended_at` and the answer are UTC instants. */
export function nextTry(result: CallResult, attempt: number, ended_at: string): string | null {
  const wait = wait_minutes[result];
  if (wait === null || attempt >= most_attempts) return null;
  return new Date(Date.parse(ended_at) + wait * minute_ms).toISOString();
}
