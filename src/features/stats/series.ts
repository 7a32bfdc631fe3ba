import { addDays, type PeriodRange, startOfZonedDay, zonedDay } from "#lib/time.ts";
import type { CallBucket } from "./schema.ts";

type Counted = { key: string } & Omit<CallBucket, "at" | "day">;

/** Every hour or day of a window in order, with what was counted in it; nothing counted is zero, not a gap.
 *  `key` is the hour's first instant, or the calendar day. */
export function fillSeries(range: PeriodRange, timezone: string, counted: readonly Counted[]): CallBucket[] {
  const found = new Map(counted.map(({ key, ...counts }) => [key, counts]));
  return bucketsOf(range, timezone).map(({ at, day }) => ({
    at,
    day,
    ...(found.get(range.bucket === "hour" ? at : day) ?? { voice: 0, chat: 0, handed_over: 0, booked: 0 }),
  }));
}

function bucketsOf({ bucket, from, to }: PeriodRange, timezone: string): { at: string; day: string }[] {
  const buckets: { at: string; day: string }[] = [];
  if (bucket === "hour") {
    for (let at = Date.parse(from); at < Date.parse(to); at += 3_600_000) {
      buckets.push({ at: new Date(at).toISOString(), day: zonedDay(new Date(at), timezone) });
    }
    return buckets;
  }
  const last = zonedDay(to, timezone);
  for (let day = zonedDay(from, timezone); day <= last; day = addDays(day, 1)) {
    buckets.push({ at: startOfZonedDay(day, timezone).toISOString(), day });
  }
  return buckets;
}
