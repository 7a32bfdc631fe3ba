import { addDays, offsetMs, startOfZonedDay, zonedDay } from "#lib/time.ts";

// Whole days are texts ("2026-11-24") and mean the company's own; instants appear only at the edges.

export type CalendarView = "week" | "month";

/** 1 Monday to 7 Sunday. */
export function isoWeekday(day: string): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
}

/** The seven days of the week a day lies in. */
export function weekOf(day: string, week_start: number): string[] {
  const into = (isoWeekday(day) - week_start + 7) % 7;
  return Array.from({ length: 7 }, (_, at) => addDays(day, at - into));
}

/** The whole weeks that hold a day's month: four to six of them. */
export function monthWeeks(day: string, week_start: number): string[][] {
  const [first, last] = [`${day.slice(0, 7)}-01`, addDays(stepMonth(day, 1), -1)];
  const weeks: string[][] = [];
  for (let at = weekOf(first, week_start)[0]; at !== undefined && at <= last; at = addDays(at, 7)) {
    weeks.push(weekOf(at, week_start));
  }
  return weeks;
}

/** The days that a view shows. */
export function shownDays(view: CalendarView, day: string, week_start: number): string[] {
  return view === "week" ? weekOf(day, week_start) : monthWeeks(day, week_start).flat();
}

/** The day to show after a step forward or back: the same weekday of the next week, the first of the next month. */
export function stepView(view: CalendarView, day: string, by: 1 | -1): string {
  return view === "week" ? addDays(day, 7 * by) : stepMonth(day, by);
}

/** The stretch of time from the first of some days to the end of the last. */
export function spanOf(days: readonly string[], time_zone: string): { from: string; to: string } {
  const [first = "", last = first] = [days[0], days.at(-1)];
  return {
    from: startOfZonedDay(first, time_zone).toISOString(),
    to: startOfZonedDay(addDays(last, 1), time_zone).toISOString(),
  };
}

/** A day of the address, or today when it names none. */
export function dayOr(asked: string | null, now: number, time_zone: string): string {
  const isDay = asked !== null && /^(19|20|21)\d\d-\d\d-\d\d$/.test(asked) && isReal(asked);
  return isDay ? asked : zonedDay(new Date(now), time_zone);
}

export interface Timed {
  starts_at: string;
  ends_at: string;
}
/** Where something stands in a day: minutes on the wall clock; `lane` of `lanes` beside what overlaps it. */
export type Placed<Item> = Item & { from: number; to: number; lane: number; lanes: number };

/** What touches a day, placed in it. Things that overlap, also through a third, share the width. */
export function placeDay<Item extends Timed>(items: readonly Item[], day: string, time_zone: string): Placed<Item>[] {
  const placed = items
    .map((item) => ({
      ...item,
      from: minuteOf(item.starts_at, day, time_zone),
      to: minuteOf(item.ends_at, day, time_zone),
    }))
    .filter(({ from, to }) => to > 0 && from < day_minutes)
    .map((item) => ({ ...item, from: Math.max(0, item.from), to: Math.min(day_minutes, item.to) }))
    .sort((one, other) => one.from - other.from || other.to - one.to);
  const result: Placed<Item>[] = [];
  let group: Placed<Item>[] = [];
  let ends = 0;
  for (const item of placed) {
    if (item.from >= ends) group = [];
    ends = group.length === 0 ? item.to : Math.max(ends, item.to);
    const taken = new Set(group.filter(({ to }) => to > item.from).map(({ lane }) => lane));
    let lane = 0;
    while (taken.has(lane)) lane += 1;
    const one = { ...item, lane, lanes: 1 };
    group.push(one);
    result.push(one);
    const lanes = Math.max(...group.map((each) => each.lane)) + 1;
    for (const each of group) each.lanes = lanes;
  }
  return result;
}

/** The hours that a grid of days needs: at least the ordinary ones, and whatever reaches beyond. */
export function hoursOf(
  days: readonly { from: number; to: number }[],
  ordinary: readonly [number, number],
): [number, number] {
  const from = Math.min(ordinary[0], ...days.map((item) => Math.floor(item.from / 60)));
  const to = Math.max(ordinary[1], ...days.map((item) => Math.ceil(item.to / 60)));
  return [from, to];
}

const day_minutes = 1440;

/** Minutes on the zone's wall clock since a day's midnight; negative before it. */
export function minuteOf(instant: string | number, day: string, time_zone: string): number {
  const at = new Date(instant);
  return Math.round((at.getTime() + offsetMs(at, time_zone) - Date.parse(`${day}T00:00:00.000Z`)) / 60_000);
}

/** The first of the month some months on. */
function stepMonth(day: string, by: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1 + by, 1)).toISOString().slice(0, 10);
}

function isReal(day: string): boolean {
  const at = new Date(`${day}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
