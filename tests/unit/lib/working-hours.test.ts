import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type WorkingHours, workingClock } from "#lib/working-hours.ts";

const nineToSix = { from: "09:00", to: "18:00" };
const saudi: WorkingHours = { 7: nineToSix, 1: nineToSix, 2: nineToSix, 3: nineToSix, 4: nineToSix };
const riyadh = workingClock(saudi, "Asia/Riyadh");

describe("working hours", () => {
  test("go on where the day before ended, over the weekend and from before opening", () => {
    for (const [from, hours, by] of [
      ["2026-11-22T06:00:00.000Z", 4, "2026-11-22T10:00:00.000Z"],
      ["2026-11-22T06:00:00.000Z", 9, "2026-11-22T15:00:00.000Z"], // until closing, not the next opening
      ["2026-11-22T14:00:00.000Z", 4, "2026-11-23T09:00:00.000Z"],
      ["2026-11-26T14:00:00.000Z", 4, "2026-11-29T09:00:00.000Z"], // Thursday 17:00 -> Sunday 12:00
      ["2026-11-27T10:00:00.000Z", 1, "2026-11-29T07:00:00.000Z"], // asked on a Friday
      ["2026-11-22T02:00:00.000Z", 1, "2026-11-22T07:00:00.000Z"], // at 05:00
      ["2026-11-22T06:00:00.000Z", 45, "2026-11-26T15:00:00.000Z"],
    ] as const) {
      expect(riyadh.add(from, hours), `${from} + ${hours}`).toBe(by);
    }
  });

  test("between two instants count no night, weekend or second twice", () => {
    expect(riyadh.minutesBetween("2026-11-26T14:00:00.000Z", "2026-11-29T09:00:00.000Z")).toBe(240);
    expect(riyadh.minutesBetween("2026-11-29T09:00:00.000Z", "2026-11-26T14:00:00.000Z")).toBe(-240);
    expect(riyadh.minutesBetween("2026-11-27T00:00:00.000Z", "2026-11-28T20:00:00.000Z")).toBe(0);
    expect(riyadh.minutesBetween("2026-11-22T06:00:00.000Z", "2026-11-22T06:01:59.999Z")).toBe(1);
    expect(riyadh.day_minutes).toBe(540);
  });

  test("follow the clock on the wall when it is put forward and back", () => {
    const night = workingClock({ 7: { from: "00:00", to: "06:00" } }, "America/New_York");
    // 8 March 2026 has no 02:30, 1 November has two of them.
    expect(night.minutesBetween("2026-03-08T00:00:00.000Z", "2026-03-09T00:00:00.000Z")).toBe(300);
    expect(night.minutesBetween("2026-11-01T00:00:00.000Z", "2026-11-02T00:00:00.000Z")).toBe(420);
    const skipped = workingClock({ 7: { from: "02:30", to: "06:00" } }, "America/New_York");
    expect(skipped.add("2026-03-08T00:00:00.000Z", 0)).toBe("2026-03-08T07:30:00.000Z");
  });

  test("of a company that gives none run around the clock", () => {
    const always = workingClock({}, "Asia/Dubai");
    expect(always.add("2026-11-27T22:00:00.000Z", 4)).toBe("2026-11-28T02:00:00.000Z");
    expect(always.minutesBetween("2026-11-27T22:00:00.000Z", "2026-11-28T02:00:00.000Z")).toBe(240);
  });

  test("added are the hours between, in any zone, on any day", () => {
    const zones = ["Asia/Riyadh", "Africa/Cairo", "America/New_York", "Europe/London"];
    const clocks = zones.map((zone) => workingClock({ ...saudi, 3: { from: "00:00", to: "24:00" } }, zone));
    const instants = fc.date({ min: new Date("2025-01-01"), max: new Date("2027-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...clocks), instants, fc.integer({ min: 1, max: 60 }), (clock, at, hours) => {
        const from = at.toISOString();
        const by = clock.add(from, hours);
        expect(clock.minutesBetween(from, by)).toBe(hours * 60);
      }),
      { numRuns: 200 },
    );
  });
});
