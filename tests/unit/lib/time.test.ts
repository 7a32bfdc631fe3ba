import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, formatDuration, periodRange, startOfZonedDay, zonedDay } from "#lib/time.ts";

const now = new Date("2026-11-22T10:20:30.400Z"); // 13:20 in Riyadh, 14:20 in Dubai, 15:50 in Kolkata

describe("the window of a period", () => {
  test("7d is today and the six days before, from the company's midnight", () => {
    expect(periodRange("7d", "Asia/Riyadh", now)).toEqual({
      from: "2026-11-15T21:00:00.000Z",
      to: "2026-11-22T10:20:30.400Z",
      previous_from: "2026-11-08T21:00:00.000Z",
      previous_to: "2026-11-15T10:20:30.400Z",
      bucket: "day",
    });
    expect(periodRange("7d", "Asia/Dubai", now).from).toBe("2026-11-15T20:00:00.000Z");
  });

  test("today is the company's today, not the server's", () => {
    const late = new Date("2026-11-22T21:30:00.000Z"); // already the 23rd in Riyadh
    expect(periodRange("7d", "Asia/Riyadh", late).from).toBe("2026-11-16T21:00:00.000Z");
  });

  test("24h is the running hour and the 23 before it, on the zone's own hours", () => {
    const range = periodRange("24h", "Asia/Riyadh", now);
    expect(range.from).toBe("2026-11-21T11:00:00.000Z");
    expect(range.previous_from).toBe("2026-11-20T11:00:00.000Z");
    expect(range.previous_to).toBe("2026-11-21T10:20:30.400Z");
    expect(range.bucket).toBe("hour");
    expect(periodRange("24h", "Asia/Kolkata", now).from).toBe("2026-11-21T10:30:00.000Z");
  });

  test("30d and 90d reach as many days back as they say", () => {
    expect(periodRange("30d", "Asia/Riyadh", now).from).toBe("2026-10-23T21:00:00.000Z");
    expect(periodRange("90d", "Asia/Riyadh", now).from).toBe("2026-08-24T21:00:00.000Z");
  });

  test("the previous window is as long, and never reaches into this one", () => {
    const instants = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
    const zones = fc.constantFrom("Asia/Riyadh", "Asia/Dubai", "Africa/Cairo", "America/New_York", "UTC");
    fc.assert(
      fc.property(instants, zones, fc.constantFrom("24h", "7d", "30d", "90d"), (at, zone, period) => {
        const range = periodRange(period, zone, at);
        expect(range.from <= range.to && range.previous_from <= range.previous_to).toBe(true);
        expect(range.previous_to <= range.from).toBe(true);
        const length = Date.parse(range.to) - Date.parse(range.from);
        const previous = Date.parse(range.previous_to) - Date.parse(range.previous_from);
        expect(Math.abs(length - previous)).toBeLessThanOrEqual(3_600_000); // clocks may change inside one of them
      }),
    );
  });
});

describe("days of a zone", () => {
  test("begin at local midnight", () => {
    expect(zonedDay("2026-11-22T21:00:00.000Z", "Asia/Riyadh")).toBe("2026-11-23");
    expect(zonedDay("2026-11-22T20:59:59.999Z", "Asia/Riyadh")).toBe("2026-11-22");
    expect(startOfZonedDay("2026-11-23", "Asia/Riyadh").toISOString()).toBe("2026-11-22T21:00:00.000Z");
  });

  test("begin at one o'clock where clocks skip midnight", () => {
    // Cairo, last Friday of April 2026: 00:00 becomes 01:00.
    expect(startOfZonedDay("2026-04-24", "Africa/Cairo").toISOString()).toBe("2026-04-23T22:00:00.000Z");
    // and the last Thursday of October ends with its last hour twice.
    expect(startOfZonedDay("2026-10-30", "Africa/Cairo").toISOString()).toBe("2026-10-29T22:00:00.000Z");
  });

  test("every instant lies between the start of its day and of the next", () => {
    const instants = fc.date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(
        instants,
        fc.constantFrom("Asia/Riyadh", "Africa/Cairo", "America/New_York", "Asia/Kolkata"),
        (at, zone) => {
          const day = zonedDay(at, zone);
          expect(startOfZonedDay(day, zone).getTime()).toBeLessThanOrEqual(at.getTime());
          expect(startOfZonedDay(addDays(day, 1), zone).getTime()).toBeGreaterThan(at.getTime());
        },
      ),
    );
  });

  test("of an unknown zone are an error", () => expect(() => zonedDay(now, "Mars/Olympus")).toThrow(RangeError));
});

test.each([
  [154, "2:34"],
  [0, "0:00"],
  [59.9, "0:59"],
  [3600, "1:00:00"],
  [3754, "1:02:34"],
  [-5, "0:00"],
])("%s seconds are %s", (seconds, clock) => expect(formatDuration(seconds)).toBe(clock));
