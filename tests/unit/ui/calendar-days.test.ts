import { describe, expect, it } from "vitest";
import {
  dayOr,
  hoursOf,
  minuteOf,
  monthWeeks,
  placeDay,
  spanOf,
  stepView,
  weekOf,
} from "#features/bookings/ui/calendar-days.ts";

const riyadh = "Asia/Riyadh";
const [sunday, saturday, monday] = [7, 6, 1];

describe("weeks and months", () => {
  it("a week begins on the company's own weekday", () => {
    const days = (week_start: number) => weekOf("2026-11-24", week_start); // a Tuesday
    expect([days(sunday)[0], days(sunday)[6]]).toEqual(["2026-11-22", "2026-11-28"]);
    expect([days(saturday)[0], days(monday)[0]]).toEqual(["2026-11-21", "2026-11-23"]);
    expect(weekOf("2026-11-22", sunday)[0]).toBe("2026-11-22");
    expect(weekOf("2026-11-22", monday)[0]).toBe("2026-11-16");
  });

  it("a month is shown in whole weeks, four to six of them, across years and leap days", () => {
    const november = monthWeeks("2026-11-24", sunday);
    expect([november[0]?.[0], november.at(-1)?.[6], november.length]).toEqual(["2026-11-01", "2026-12-05", 5]);
    expect(monthWeeks("2026-02-10", sunday)).toHaveLength(4);
    expect(monthWeeks("2026-08-31", sunday)).toHaveLength(6);
    expect(monthWeeks("2028-02-10", monday).flat()).toContain("2028-02-29");
    expect(monthWeeks("2026-12-31", sunday).at(-1)?.[6]).toBe("2027-01-02");
  });

  it("steps by a week, or to the first of a month, from any day of it", () => {
    expect(stepView("week", "2026-12-29", 1)).toBe("2027-01-05");
    expect(stepView("month", "2026-10-31", 1)).toBe("2026-11-01");
    expect(stepView("month", "2026-01-31", -1)).toBe("2025-12-01");
  });

  it("a day of the address counts only when there is such a day", () => {
    const now = Date.parse("2026-11-22T21:30:00Z"); // the 23rd already, in Riyadh
    for (const wrong of [null, "", "2026-02-30", "24/11/2026", "2026-11-24T00:00", "9999-01-01"])
      expect(dayOr(wrong, now, riyadh)).toBe("2026-11-23");
    expect(dayOr("2026-02-28", now, riyadh)).toBe("2026-02-28");
  });

  it("a stretch ends when its last day does, also where a clock is put forward", () => {
    expect(spanOf(weekOf("2026-11-24", sunday), riyadh)).toEqual({
      from: "2026-11-21T21:00:00.000Z",
      to: "2026-11-28T21:00:00.000Z",
    });
    // Cairo's 24 April 2026 begins at one o'clock.
    expect(spanOf(["2026-04-24"], "Africa/Cairo")).toEqual({
      from: "2026-04-23T22:00:00.000Z",
      to: "2026-04-24T21:00:00.000Z",
    });
  });
});

describe("a day's grid", () => {
  const at = (from: string, to: string) => ({
    id: `${from}-${to}`,
    starts_at: `2026-11-24T${from}:00.000Z`,
    ends_at: `2026-11-24T${to}:00.000Z`,
  });
  const lanes = (items: ReturnType<typeof at>[]) =>
    placeDay(items, "2026-11-24", riyadh).map(({ id, lane, lanes }) => [id, lane, lanes]);

  it("stands at the wall clock of the company, wherever the browser is", () => {
    const [one] = placeDay([at("14:30", "15:15")], "2026-11-24", riyadh);
    expect([one?.from, one?.to]).toEqual([17.5 * 60, 18.25 * 60]);
    expect(minuteOf("2026-11-24T22:00:00Z", "2026-11-24", riyadh)).toBe(25 * 60);
  });

  it("things that overlap share the width, and what follows them has it whole again", () => {
    expect(lanes([at("07:00", "08:00"), at("07:30", "08:30"), at("08:00", "09:00"), at("09:00", "10:00")])).toEqual([
      ["07:00-08:00", 0, 2],
      ["07:30-08:30", 1, 2],
      ["08:00-09:00", 0, 2],
      ["09:00-10:00", 0, 1],
    ]);
  });

  it("one that passes midnight is shown on both days", () => {
    const late = { starts_at: "2026-11-24T20:30:00.000Z", ends_at: "2026-11-24T21:30:00.000Z" };
    const on = (day: string) => placeDay([late], day, riyadh).map(({ from, to }) => [from, to]);
    expect([on("2026-11-24"), on("2026-11-25"), on("2026-11-26")]).toEqual([[[1410, 1440]], [[0, 30]], []]);
  });

  it("has the ordinary hours, and those that something reaches", () => {
    expect(hoursOf([], [9, 21])).toEqual([9, 21]);
    expect(hoursOf([{ from: 7.5 * 60, to: 21.25 * 60 }], [9, 21])).toEqual([7, 22]);
  });
});
