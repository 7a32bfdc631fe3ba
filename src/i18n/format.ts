import { calendar_names } from "./calendar-names.ts";
import type { Locale } from "./direction.ts";
import {
  type Digits,
  formatMoney,
  formatPercent,
  formatPhone,
  formatSeconds,
  formatSigned,
  formatUsd,
  inDigits,
  numberFormatter,
} from "./numbers.ts";
import { startOfDay, zoned } from "./zoned.ts";

export type FormatSettings = { locale: Locale; time_zone: string; digits: Digits };
export type Format = ReturnType<typeof createFormat>;

type Instant = string | number;

/** The one formatter: every number, amount, date and time on a screen comes from here, with language, digits,
 *  calendar and zone pinned, so that server and browser print the same text in any country. */
export function createFormat({ locale, time_zone, digits }: FormatSettings) {
  const names = calendar_names[locale];
  const number = (value: number, fraction = 0) => numberFormatter(digits, fraction).format(value);
  const comma = locale === "ar" ? "،" : ",";

  const clock = (hour: number, minute: number) => {
    const shown = inDigits(`${hour % 12 || 12}:${String(minute).padStart(2, "0")}`, digits);
    return `${shown} ${hour < 12 ? names.am : names.pm}`;
  };
  const time = (at: Instant) => {
    const { hour, minute } = zoned(at, time_zone);
    return clock(hour, minute);
  };
  const day = (at: Instant, { weekday = true, year = false }: { weekday?: boolean; year?: boolean } = {}) => {
    const fields = zoned(at, time_zone);
    const words = locale === "ar" ? names.weekdays : names.weekdays_short;
    const parts = [
      weekday ? words[fields.weekday] : null,
      inDigits(String(fields.day), digits),
      locale === "ar" ? names.months[fields.month - 1] : names.months_short[fields.month - 1],
      year ? inDigits(String(fields.year), digits) : null,
    ];
    return parts.filter(Boolean).join(" ");
  };
  const hijri = (at: Instant) => {
    const fields = zoned(at, time_zone, "islamic-umalqura");
    return inDigits(`${fields.day} ${names.hijri_months[fields.month - 1] ?? ""} ${fields.year}`, digits);
  };
  /** Without its year: "14 جمادى الآخرة". */
  const hijriShort = (at: Instant) => {
    const fields = zoned(at, time_zone, "islamic-umalqura");
    return inDigits(`${fields.day} ${names.hijri_months[fields.month - 1] ?? ""}`, digits);
  };
  /** "نوفمبر 2026" */
  const month = (at: Instant) => {
    const fields = zoned(at, time_zone);
    return `${names.months[fields.month - 1]} ${inDigits(String(fields.year), digits)}`;
  };
  /** One hour of the day on an axis: "8 ص", "12 م". */
  const hour = (value: number, named = true) => {
    const shown = inDigits(String(value % 12 || 12), digits);
    return named ? `${shown} ${value % 24 < 12 ? names.am : names.pm}` : shown;
  };
  /** Seconds as a media clock, "04:12" or "1:02:03"; always Latin, print it inside `<Ltr>`. */
  const duration = (seconds: number) => {
    const whole = Math.max(0, Math.floor(seconds));
    const pad = (value: number) => String(value).padStart(2, "0");
    const hours = Math.floor(whole / 3600);
    const minutes = Math.floor((whole % 3600) / 60);
    return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${pad(minutes)}:${pad(whole % 60)}`;
  };

  return {
    locale,
    digits,
    time_zone,
    number,
    signed: (value: number, fraction = 0) => formatSigned(value, digits, fraction),
    percent: (share: number, fraction = 0) => formatPercent(share, digits, fraction),
    money: (amount: string, currency: string) => formatMoney(amount, currency, locale, digits),
    usd: (micros: number) => formatUsd(micros, locale, digits),
    seconds: (ms: number) => formatSeconds(ms, locale, digits),
    phone: formatPhone,
    time,
    day,
    dayTime: (at: Instant, options?: { weekday?: boolean; year?: boolean }) =>
      `${day(at, options)}${comma} ${time(at)}`,
    /** 0 is Sunday. */
    weekdayIndex: (at: Instant) => zoned(at, time_zone).weekday,
    weekday: (at: Instant) => names.weekdays[zoned(at, time_zone).weekday] ?? "",
    weekdayShort: (at: Instant) => names.weekdays_short[zoned(at, time_zone).weekday] ?? "",
    hijri,
    hijriShort,
    month,
    /** The two lines of a calendar's leaf: "نوفمبر" and "24". */
    leaf: (at: Instant) => {
      const fields = zoned(at, time_zone);
      const all = locale === "ar" ? names.months : names.months_short;
      return { month: all[fields.month - 1] ?? "", day: inDigits(String(fields.day), digits) };
    },
    hour,
    hourOf: (at: Instant) => zoned(at, time_zone).hour,
    duration,
    startOfDay: (at: Instant, days = 0) => startOfDay(at, time_zone, days),
    sameDay: (a: Instant, b: Instant) => startOfDay(a, time_zone) === startOfDay(b, time_zone),
  };
}
