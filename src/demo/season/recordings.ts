import { recordingKey } from "#server/recordings.ts";
import type { Context } from "../context.ts";

const most_seconds = 150;

/** `count` calls have a recording, and their rows say where it is: the latest in which a viewing was booked, then the
 *  latest of all in which somebody spoke. */
export function addRecordings({ rows }: Context, count: number): void {
  const latest = rows.conversations
    .filter((row) => row.type === "voice" && row.status === "ended" && row.outcome !== "no_answer")
    .filter(({ duration_seconds }) => duration_seconds !== null && duration_seconds <= most_seconds)
    .sort((a, b) => (a.started_at < b.started_at ? 1 : -1));
  const booked = latest.filter(({ outcome }) => outcome === "booked").slice(0, count / 2);
  for (const row of [...new Set([...booked, ...latest])].slice(0, count)) {
    row.audio_key = recordingKey(row.company_id, row.id);
    row.audio_url = `/api/conversations/${row.id}/audio`;
  }
}
