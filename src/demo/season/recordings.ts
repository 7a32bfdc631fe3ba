import { recordingKey } from "#server/recordings.ts";
import type { Context } from "../context.ts";

const most_seconds = 150;

/** The latest `count` calls in which somebody spoke have a recording: their rows say where it is. */
export function addRecordings({ rows }: Context, count: number): void {
  const recorded = rows.conversations
    .filter((row) => row.type === "voice" && row.status === "ended" && row.outcome !== "no_answer")
    .filter(({ duration_seconds }) => duration_seconds !== null && duration_seconds <= most_seconds)
    .sort((a, b) => (a.started_at < b.started_at ? 1 : -1))
    .slice(0, count);
  for (const row of recorded) {
    row.audio_key = recordingKey(row.company_id, row.id);
    row.audio_url = `/api/conversations/${row.id}/audio`;
  }
}
