import { addDays, offsetMs, startOfZonedDay, zonedDay } from "#lib/time.ts";

/** The calendar fields of an instant in a zone. `weekday` 0 is Sunday; `month` 1 to 12. */
export type Zoned = {
  year: number;
  month: number;
  day: number;
  weekday: number;
  hour: number;
  minute: number;
};

const formatters = new Map<string, Intl.DateTimeFormat>();

function partsFormatter(zone: string, calendar: "gregory" | "islamic-umalqura"): Intl.DateTimeFormat {
  const key = `${zone} ${calendar}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  formatters.set(key, made);
  return made;
}

/** Only numbers are taken from Intl, always with zone, calendar and digits named: every engine agrees on those. */
export function zoned(
  instant: string | number,
  zone: string,
  calendar: "gregory" | "islamic-umalqura" = "gregory",
): Zoned {
  const date = new Date(instant);
  const fields: Record<string, number> = {};
  for (const part of partsFormatter(zone, calendar).formatToParts(date)) {
    const value = Number.parseInt(part.value, 10);
    if (!Number.isNaN(value)) fields[part.type] = value;
  }
  const read = (name: string) => fields[name] ?? 0;
  const year = read("year") || read("relatedYear");
  const local = Date.UTC(read("year"), read("month") - 1, read("day"));
  return {
    year,
    month: read("month"),
    day: read("day"),
    weekday: new Date(local).getUTCDay(),
    hour: read("hour"),
    minute: read("minute"),
  };
}

/** The instant (ms) at which the zone's calendar day of `instant`, moved by `days`, begins. */
export function startOfDay(instant: string | number, zone: string, days = 0): number {
  const day = zonedDay(new Date(instant), zone);
  return startOfZonedDay(addDays(day, days), zone).getTime();
}

/** The calendar day and the clock ("2026-11-24", "17:30") of an instant in a zone. */
export function dayAndClock(instant: string | number, zone: string): { day: string; clock: string } {
  const { hour, minute } = zoned(instant, zone);
  const pad = (value: number) => String(value).padStart(2, "0");
  return { day: zonedDay(new Date(instant), zone), clock: `${pad(hour)}:${pad(minute)}` };
}

/** The instant at which a zone's clock shows a day and a time ("2026-11-24", "17:30"); where clocks leap over it, the
 *  first one after. */
export function instantAt(day: string, clock: string, zone: string): string {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  const noon = Date.parse(`${day}T${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}:00.000Z`);
  const guess = noon - offsetMs(new Date(noon), zone);
  return new Date(noon - offsetMs(new Date(guess), zone)).toISOString();
}
