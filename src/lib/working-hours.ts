import { addDays, offsetMs, zonedDay } from "./time.ts";

/** Hours of work by ISO weekday ("1" Monday … "7" Sunday), clock times in the company's zone; a day without an entry is off. */
export type WorkingHours = Partial<Record<string, { from: string; to: string }>>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A company's working time as a measure. Instants are ISO strings; a day is worked between its two clock times as that zone's
 *  clock shows them on that day, so a change of summer time inside makes it longer or shorter. A company without any hours
 *  works around the clock. Days are looked up once, so keep one for many questions. */
export function workingClock(hours: WorkingHours, timezone: string) {
  const known = new Map<string, readonly [number, number]>();
  const lengths = Object.values(hours).map((one) => (one ? clockMs(one.to) - clockMs(one.from) : 0));
  const longest = Math.max(0, ...lengths);

  function shiftOn(day: string): readonly [from: number, to: number] {
    const found = known.get(day) ?? shift(hours, day, timezone);
    known.set(day, found);
    return found;
  }

  return {
    /** Minutes in the longest working day: what "a working day" means. */
    day_minutes: longest > 0 ? longest / 60_000 : 24 * 60,

    /** The instant by which so many working hours have passed since another. */
    add(from: string, count: number): string {
      const start = Date.parse(from);
      if (longest <= 0) return new Date(start + count * hourMs).toISOString();
      let left = count * hourMs;
      for (let day = zonedDay(from, timezone); ; day = addDays(day, 1)) {
        const [opens, closes] = shiftOn(day);
        const at = Math.max(opens, start);
        if (closes > opens && closes - at >= left) return new Date(at + left).toISOString();
        left -= Math.max(0, closes - at);
      }
    },

    /** Whole working minutes from one instant to another; negative when the other is earlier. */
    minutesBetween(from: string, to: string): number {
      const [start, end] = [Date.parse(from), Date.parse(to)];
      if (end < start) return -this.minutesBetween(to, from) || 0;
      if (longest <= 0) return Math.floor((end - start) / 60_000);
      const last = zonedDay(to, timezone);
      let worked = 0;
      for (let day = zonedDay(from, timezone); day <= last; day = addDays(day, 1)) {
        const [opens, closes] = shiftOn(day);
        worked += Math.max(0, Math.min(closes, end) - Math.max(opens, start));
      }
      return Math.floor(worked / 60_000);
    },
  };
}
export type WorkingClock = ReturnType<typeof workingClock>;

function shift(hours: WorkingHours, day: string, timezone: string): readonly [from: number, to: number] {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
  const found = hours[weekday];
  return found ? [clockAt(day, found.from, timezone), clockAt(day, found.to, timezone)] : [0, 0];
}

/** When a zone's clock shows a time on a day: the first time where it shows it twice, the moment after where it skips it. */
function clockAt(day: string, time: string, timezone: string): number {
  const shown = Date.parse(`${day}T00:00:00.000Z`) + clockMs(time);
  const candidates = [shown - dayMs, shown + dayMs].map((near) => shown - offsetMs(new Date(near), timezone));
  const fitting = candidates.filter((at) => at + offsetMs(new Date(at), timezone) === shown);
  return fitting.length > 0 ? Math.min(...fitting) : Math.max(...candidates);
}

const clockMs = (time: string) => Number(time.slice(0, 2)) * hourMs + Number(time.slice(3, 5)) * 60_000;
