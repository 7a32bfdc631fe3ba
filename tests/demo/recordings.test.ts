import { expect, test } from "vitest";
import { buildCompany } from "#demo/build.ts";
import { rawabi } from "#demo/companies/rawabi.ts";
import { spokenIn } from "#demo/sound/spoken.ts";
import { writeRecordings } from "#demo/sound/write-recordings.ts";

const now = new Date("2026-11-22T10:20:30.400Z");
const header_bytes = 44;
const frames_per_ms = 8;

test("a recorded call sounds from the moment each of its lines begins, on the speaker's side, and is still between them", async () => {
  const rows = buildCompany(rawabi, "no hash", now);
  const files = new Map<string, Uint8Array>();
  await writeRecordings(rows, {
    write: async (key, bytes) => void files.set(key, bytes),
    size: async () => null,
    read: () => {
      throw new Error("Nothing is read here.");
    },
  });
  const recorded = rows.conversations.filter(({ audio_key }) => audio_key !== null);
  expect(recorded.length).toBeGreaterThan(3);
  expect(files.size).toBe(recorded.length);
  for (const row of recorded) {
    expect(row.audio_url).toBe(`/api/conversations/${row.id}/audio`);
    const samples = files.get(row.audio_key ?? "")?.subarray(header_bytes);
    if (!samples) throw new Error(`No sound for ${row.id}`);
    expect(samples.length / 2 / frames_per_ms / 1000).toBeCloseTo(row.duration_seconds ?? 0, 1);
    const isHeard = (from_ms: number, to_ms: number, lane: 0 | 1) =>
      samples
        .subarray(from_ms * frames_per_ms * 2, to_ms * frames_per_ms * 2)
        .some((value, at) => at % 2 === lane && value !== 128);
    const spoken = spokenIn(row, rows.messages);
    const lines = rows.messages.filter((line) => line.conversation_id === row.id && line.speaker !== "tool");
    expect(spoken.map(({ from_ms }) => from_ms)).toEqual(lines.map(({ at_ms }) => at_ms));
    for (const [at, { lane, from_ms }] of spoken.entries()) {
      const own = lane === "company" ? 0 : 1;
      expect(isHeard(from_ms, from_ms + 50, own), `${row.id} at ${from_ms}`).toBe(true);
      expect(isHeard(from_ms, from_ms + 50, own === 0 ? 1 : 0)).toBe(false);
      if (at > 0) expect(isHeard(from_ms - 100, from_ms, own)).toBe(false);
    }
  }
});
