import { describe, expect, it } from "vitest";
import { around } from "#features/conversations/ui/around.ts";
import { listInput } from "#features/conversations/ui/list-input.ts";
import { lineAt } from "#features/conversations/ui/use-current-line.ts";
import { createFormat } from "#i18n/format.ts";

const format = createFormat({ locale: "ar", time_zone: "Asia/Riyadh", digits: "latn" });
const now = Date.parse("2026-11-22T22:30:00Z");
const none = {
  mode: null,
  type: null,
  status: null,
  outcome: null,
  handed: null,
  when: null,
  from: null,
  to: null,
  customer: null,
};

describe("the line being heard", () => {
  const lines = [
    { speaker: "agent" as const, at_ms: 0 },
    { speaker: "tool" as const, at_ms: 2_000 },
    { speaker: "customer" as const, at_ms: 4_000 },
    { speaker: "agent" as const, at_ms: null },
  ];
  it("is the last spoken one that has begun; a jump to a line's beginning is that line", () => {
    expect([0, 1.9, 2.5, 3.999, 4, 90].map((seconds) => lineAt(lines, seconds))).toEqual([0, 0, 0, 2, 2, 2]);
    expect(lineAt(lines.slice(1), 1)).toBe(-1);
  });
});

describe("a snippet", () => {
  it("begins shortly before the words, and marks the same words as the whole text did", () => {
    const text = "كلام كثير قبل ذلك عن أشياء أخرى ثم سأل عن الفيلا في النرجس";
    const start = text.indexOf("النرجس");
    const cut = around(text, [[start, text.length]]);
    expect(cut.text.startsWith("…")).toBe(true);
    expect(cut.ranges.map(([from, to]) => cut.text.slice(from, to))).toEqual(["النرجس"]);
    expect(around("فيلا في النرجس", [[8, 14]])).toEqual({ text: "فيلا في النرجس", ranges: [[8, 14]] });
  });
});

describe("the period of the list", () => {
  const asked = (filters: Partial<Parameters<typeof listInput>[0]>) => {
    const { from, to } = listInput({ ...none, q: "", ...filters }, { format, now });
    return [from, to];
  };
  it("counts days of the company: the last day is included, an instant is taken as it is, nonsense is no limit", () => {
    expect(asked({ when: "today" })).toEqual(["2026-11-22T21:00:00.000Z", undefined]);
    expect(asked({ when: "week" })).toEqual(["2026-11-16T21:00:00.000Z", undefined]);
    expect(asked({ from: "2026-11-20", to: "2026-11-21" })).toEqual([
      "2026-11-19T21:00:00.000Z",
      "2026-11-21T21:00:00.000Z",
    ]);
    expect(asked({ from: "2026-11-20T10:00:00Z", to: "yesterday" })).toEqual(["2026-11-20T10:00:00.000Z", undefined]);
  });
  it("asks for words only once there are two letters to compare", () => {
    expect(listInput({ ...none, q: "ف" }, { format, now })).not.toHaveProperty("q");
    expect(listInput({ ...none, q: " فيلا " }, { format, now })).toMatchObject({ q: "فيلا" });
  });
});
