import { addDays, type PeriodRange, periodRange, startOfZonedDay, zonedDay } from "#lib/time.ts";
import type { AskedSpan } from "./schema.ts";

/** The window asked for and the one before it. Days that are not over count up to `now`, and the window before then ends as
 *  far into its own days, so that like is compared with like. */
export function windowOf({ period, from, to }: AskedSpan, timezone: string, now: Date): PeriodRange {
  if (from === undefined || to === undefined) return periodRange(period ?? "30d", timezone, now);
  const instantOf = (day: string) => startOfZonedDay(day, timezone).getTime();
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const begins = instantOf(from);
  const ends = Math.max(begins, Math.min(instantOf(addDays(to, 1)), now.getTime()));
  const previousBegins = instantOf(addDays(from, -days));
  const iso = (at: number) => new Date(at).toISOString();
  return {
    from: iso(begins),
    to: iso(ends),
    previous_from: iso(previousBegins),
    previous_to: iso(Math.min(previousBegins + (ends - begins), begins)),
    bucket: "day",
  };
}

/** Every calendar day that a window touches, in order. */
export function daysOf({ from, to }: Pick<PeriodRange, "from" | "to">, timezone: string): string[] {
  const last = zonedDay(new Date(Math.max(Date.parse(from), Date.parse(to) - 1)), timezone);
  const days: string[] = [];
  for (let day = zonedDay(from, timezone); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
