import type { Recordings } from "#server/recordings.ts";
import { createRandom } from "../random.ts";
import type { DemoRows } from "../rows.ts";
import { murmur } from "./murmur.ts";
import { spokenIn } from "./spoken.ts";

/** Makes the sound of every recording that the rows speak of. The same rows give the same bytes. */
export async function writeRecordings({ conversations, messages }: DemoRows, recordings: Recordings): Promise<void> {
  for (const row of conversations) {
    if (row.audio_key === null) continue;
    const length_ms = (row.duration_seconds ?? 0) * 1000;
    await recordings.write(row.audio_key, murmur(spokenIn(row, messages), length_ms, createRandom(row.id)));
  }
}
