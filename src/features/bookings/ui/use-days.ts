"use client";
import { useFormat } from "#i18n/format-context.tsx";
import { startOfZonedDay } from "#lib/time.ts";
import { useMe } from "#trpc/me.tsx";
import { useNow } from "#ui/now.tsx";
import { dayOr, isoWeekday } from "./calendar-days.ts";

const half_day = 43_200_000;

/** How a calendar speaks of its days; each is a text, "2026-11-24", and means the company's own. */
export function useDays() {
  const format = useFormat();
  const { hijri, company } = useMe();
  const today = dayOr(null, useNow(), format.time_zone);
  const noon = (day: string) => startOfZonedDay(day, format.time_zone).getTime() + half_day;
  return {
    today,
    noon,
    isWeekend: (day: string) => company.weekend.includes(isoWeekday(day)),
    number: (day: string) => format.number(Number(day.slice(8))),
    weekday: (day: string) => format.weekdayShort(noon(day)),
    full: (day: string) => format.day(noon(day)),
    /** The second line where a day matters; null while it is switched off. */
    hijri: (day: string) => (hijri ? format.hijriShort(noon(day)) : null),
  };
}
