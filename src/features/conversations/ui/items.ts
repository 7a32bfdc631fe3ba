import type { Format } from "#i18n/format.ts";
import type { Conversation, Line } from "./types.ts";

export type Placed = { index: number; line: Line };
/** What stands in a row of the transcript: a line, the machine's steps between two lines, or the day that begins. */
export type Item = ({ kind: "line" } & Placed) | { kind: "steps"; steps: Placed[] } | { kind: "day"; at: number };

/** The rows of a transcript. Days are named only where it went on over more than one. */
export function itemsOf({ transcript, started_at }: Conversation, format: Format): Item[] {
  const began = Date.parse(started_at);
  const items: Item[] = [];
  let day = began;
  transcript.forEach((line, index) => {
    const at = began + (line.at_ms ?? 0);
    if (!format.sameDay(day, at)) {
      if (items.every(({ kind }) => kind !== "day")) items.unshift({ kind: "day", at: began });
      items.push({ kind: "day", at });
      day = at;
    }
    const before = items.at(-1);
    if (line.speaker !== "tool") items.push({ kind: "line", index, line });
    else if (before?.kind === "steps") before.steps.push({ index, line });
    else items.push({ kind: "steps", steps: [{ index, line }] });
  });
  return items;
}

/** In which row a line stands. */
export function rowOf(items: readonly Item[], index: number): number {
  return items.findIndex((item) =>
    item.kind === "line"
      ? item.index === index
      : item.kind === "steps" && item.steps.some((step) => step.index === index),
  );
}
