import { addDays, offsetMs, startOfZonedDay, zonedDay } from "#lib/time.ts";

/** The company's clock, frozen at the moment the demo is loaded. Instants are milliseconds since 1970. */
export type Calendar = ReturnType<typeof createCalendar>;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

export function createCalendar(now: Date, timezone: string) {
  const today = zonedDay(now, timezone);
  const local = (instant: number) => new Date(instant + offsetMs(new Date(instant), timezone));
  const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

  return {
    now: now.getTime(),
    timezone,
    /** "17:30" on the company's day that lies `days` after today (negative: before). */
    at: (days: number, time: string) =>
      startOfZonedDay(addDays(today, days), timezone).getTime() + minutesOf(time) * minuteMs,
    dayStart: (days: number) => startOfZonedDay(addDays(today, days), timezone).getTime(),
    hour: (instant: number) => local(instant).getUTCHours(),
    minute: (instant: number) => local(instant).getUTCMinutes(),
    /** ISO weekday: 1 Monday … 7 Sunday. */
    weekday: (instant: number) => local(instant).getUTCDay() || 7,
    /** The calendar day, "2026-11-22". */
    day: (instant: number) => zonedDay(new Date(instant), timezone),
  };
}

export const iso = (instant: number) => new Date(instant).toISOString();
