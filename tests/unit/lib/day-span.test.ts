import { expect, test } from "vitest";
import { spanOf } from "#lib/day-span.ts";

test("days of an address begin and end at the company's midnight, the last one included", () => {
  expect(spanOf({ from: "2026-11-20", to: "2026-11-20" }, "Asia/Riyadh")).toEqual({
    from: "2026-11-19T21:00:00.000Z",
    to: "2026-11-20T21:00:00.000Z",
  });
});

test("instants stay as they are, one end may be open, and nonsense narrows nothing", () => {
  expect(spanOf({ from: "2026-11-20T10:00:00.000Z", to: null }, "Asia/Riyadh")).toEqual({
    from: "2026-11-20T10:00:00.000Z",
  });
  expect(spanOf({ from: "yesterday", to: "2026-99-01" }, "Asia/Riyadh")).toEqual({});
  expect(spanOf({ from: "7", to: "2026-11-31x" }, "Asia/Riyadh")).toEqual({});
});
