import type { Inputs } from "#trpc/api.ts";

type Batch = Inputs["voiceSessions"]["hear"];
type HeardLine = Batch["lines"][number];

const together_ms = 700;
const most_lines = 50;
const longest_wait_ms = 15_000;

/** Sends what is heard to the server while it is being said, a few lines at a time, in order and none twice. A batch that
 *  failed is sent again, later each time.
 *  @param onUnsaved told whether lines are waiting that should have been saved */
export function keepLines(
  id: string,
  send: (batch: Batch) => Promise<unknown>,
  onUnsaved: (hasUnsaved: boolean) => void,
) {
  const heard: HeardLine[] = [];
  let saved = 0;
  let failures = 0;
  let flight: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const rest = (): Batch | null =>
    saved < heard.length ? { id, from: saved, lines: heard.slice(saved, saved + most_lines) } : null;
  const soon = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  };
  const flush = (): Promise<void> => {
    const batch = rest();
    if (!batch) return flight ?? Promise.resolve();
    flight ??= send(batch)
      .then(() => {
        saved += batch.lines.length;
        failures = 0;
        onUnsaved(false);
      })
      .catch(() => {
        // The page says so; the lines are kept here and go again.
        failures += 1;
        onUnsaved(true);
      })
      .finally(() => {
        flight = null;
        if (rest()) soon(failures === 0 ? together_ms : Math.min(longest_wait_ms, 1000 * 2 ** failures));
      });
    return flight;
  };
  return {
    add: (line: HeardLine) => {
      heard.push(line);
      if (!flight) soon(together_ms);
    },
    /** Sends what is left now; answers when that was tried. */
    flush: async () => {
      clearTimeout(timer);
      await flight;
      await flush();
    },
    /** What a page that goes has to send along. */
    rest,
    stop: () => clearTimeout(timer),
  };
}

export type LineKeeper = ReturnType<typeof keepLines>;
