import { addDays, type PeriodRange, startOfZonedDay, zonedDay } from "#lib/time.ts";

/** Every hour or day of a window in order, with what was counted in it; nothing counted is zero, not a gap.
 *  `key` is the hour's first instant, or the calendar day. Several countings may each bring their own figures. */
export function fillSeries<Counts extends object>(
  range: PeriodRange,
  timezone: string,
  nothing: Counts,
  counted: readonly ({ key: string } & Partial<Counts>)[],
): ({ at: string; day: string } & Counts)[] {
  const found = Map.groupBy(counted, ({ key }) => key);
  return bucketsOf(range, timezone).map((bucket) => {
    const counts = { ...bucket, ...nothing };
    for (const { key: _, ...more } of found.get(range.bucket === "hour" ? bucket.at : bucket.day) ?? []) {
      Object.assign(counts, more);
    }
    return counts;
  });
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
