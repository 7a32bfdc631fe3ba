/** Periods a report can be asked for. */
export type Period = "24h" | "7d" | "30d" | "90d";

/** A report's window and the one it is compared with: `from` inclusive, `to` exclusive, ISO 8601 UTC instants. */
export type PeriodRange = {
  from: string;
  to: string;
  previous_from: string;
  previous_to: string;
  bucket: "hour" | "day";
};

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const days = { "7d": 7, "30d": 30, "90d": 90 } as const;

/** The window of a period in the company's zone, ending at `now`.
 *  `24h`: the running hour and the 23 whole hours before it. `7d`: today and the six days before, from local midnight; so 30d, 90d.
 *  The previous window begins one period earlier at the same local time and is as long, so that it compares like with like. */
export function periodRange(period: Period, timezone: string, now: Date): PeriodRange {
  if (period === "24h") {
    const intoHour = (now.getTime() + offsetMs(now, timezone)) % hourMs;
    const from = now.getTime() - intoHour - 23 * hourMs;
    return range(from, from - dayMs, now, "hour");
  }
  const today = zonedDay(now, timezone);
  const from = startOfZonedDay(addDays(today, 1 - days[period]), timezone);
  const previous = startOfZonedDay(addDays(today, 1 - 2 * days[period]), timezone);
  return range(from.getTime(), previous.getTime(), now, "day");
}

/** The calendar day ("2026-11-22") that an instant falls on in a zone. */
export function zonedDay(instant: Date | string, timezone: string): string {
  const at = new Date(instant);
  return new Date(at.getTime() + offsetMs(at, timezone)).toISOString().slice(0, 10);
}

/** The first instant of a calendar day ("2026-11-22") in a zone; where clocks skip midnight, the first that exists. */
export function startOfZonedDay(day: string, timezone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00.000Z`);
  const candidates = [midnight - dayMs, midnight + dayMs].map((near) => midnight - offsetMs(new Date(near), timezone));
  const fitting = candidates.filter((at) => zonedDay(new Date(at), timezone) === day);
  return new Date(Math.min(...(fitting.length > 0 ? fitting : candidates)));
}

/** The calendar day some days after (or, negative, before) another. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + count * dayMs).toISOString().slice(0, 10);
}

/** Seconds as a media clock: 154 -> "2:34", 3754 -> "1:02:34". Fractions are dropped. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const clock = `${hours > 0 ? String(minutes).padStart(2, "0") : minutes}:${String(rest).padStart(2, "0")}`;
  return hours > 0 ? `${hours}:${clock}` : clock;
}

function range(from: number, previousFrom: number, to: Date, bucket: PeriodRange["bucket"]): PeriodRange {
  const previousTo = Math.min(previousFrom + (to.getTime() - from), from);
  return {
    from: new Date(from).toISOString(),
    to: to.toISOString(),
    previous_from: new Date(previousFrom).toISOString(),
    previous_to: new Date(previousTo).toISOString(),
    bucket,
  };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. Throws RangeError for an unknown zone. */
export function offsetMs(instant: Date, timezone: string): number {
  let formatter = formatters.get(timezone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US-u-ca-iso8601-nu-latn", {
      timeZone: timezone,
      timeZoneName: "longOffset",
    });
    formatters.set(timezone, formatter);
  }
  const name = formatter.formatToParts(instant).find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const parts = /GMT([+-])(\d{2}):(\d{2})(?::(\d{2}))?/.exec(name);
  if (!parts) return 0;
  const seconds = Number(parts[2]) * 3600 + Number(parts[3]) * 60 + Number(parts[4] ?? 0);
  return (parts[1] === "-" ? -seconds : seconds) * 1000;
}

/** Whether a name is one of the IANA zone database ("Asia/Riyadh"), not an offset that only looks like a zone. */
export function isTimezone(name: string): boolean {
  if (!/^[A-Za-z]+(\/[A-Za-z0-9_+-]+)+$/.test(name) && name !== "UTC") return false;
  try {
    offsetMs(new Date(0), name);
    return true;
  } catch {
    return false; // The one thing it throws is RangeError for an unknown zone.
  }
}

/** Names of the IANA zone database that this engine offers, for a list to choose from; engines differ. */
export const timezones = (): readonly string[] => Intl.supportedValuesOf("timeZone");
