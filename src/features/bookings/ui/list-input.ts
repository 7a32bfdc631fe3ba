import type { Format } from "#i18n/format.ts";
import { spanOf as askedSpan } from "#lib/day-span.ts";
import { type CalendarView, dayOr, shownDays, spanOf } from "./calendar-days.ts";
import type { Filters, Span } from "./filters.ts";
import type { CalendarInput, ListInput } from "./types.ts";

export type Clock = {
  format: Format;
  now: number;
  /** ISO weekday the company's week begins on: 1 Monday to 7 Sunday. */
  week_start: number;
};
type Narrowing = Pick<Filters, "status" | "when" | "q" | "owner" | "asked_from" | "asked_to" | "sort" | "view" | "on">;

export const page_size = 30;

/** The list as it is asked for. Page and browser both build it here, so that what the page fetched is what the list finds. */
export function listInput(filters: Narrowing, clock: Clock): ListInput {
  return {
    ...span(filters.when, clock),
    ...shared(filters, clock.format),
    ...(filters.status && { status: filters.status }),
    sort: filters.sort ?? (filters.when === "past" || filters.when === "all" ? "latest" : "soonest"),
    limit: page_size,
  };
}

/** The days that a calendar shows; null while the list is shown. */
export function calendarDays({ view, on }: Pick<Filters, "view" | "on">, { format, now, week_start }: Clock) {
  return view === "list" ? null : daysOf(view, on, { format, now, week_start });
}

export function calendarInput(filters: Narrowing, days: readonly string[], { format }: Clock): CalendarInput {
  return {
    ...spanOf(days, format.time_zone),
    ...shared(filters, format),
    ...(filters.status && { status: filters.status }),
  };
}

export function countInput(filters: Narrowing, clock: Clock) {
  const days = calendarDays(filters, clock);
  return {
    ...(days ? spanOf(days, clock.format.time_zone) : span(filters.when, clock)),
    ...shared(filters, clock.format),
  };
}

function daysOf(view: CalendarView, on: string | null, { format, now, week_start }: Clock) {
  return shownDays(view, dayOr(on, now, format.time_zone), week_start);
}

function shared({ q, owner, asked_from, asked_to }: Narrowing, { time_zone }: Format) {
  const words = q.trim();
  const asked = askedSpan({ from: asked_from, to: asked_to }, time_zone);
  return {
    ...(words && { q: words }),
    ...(owner && { staff_id: owner }),
    ...(asked.from && { created_from: asked.from }),
    ...(asked.to && { created_to: asked.to }),
  };
}

function span(when: Span, { format, now, week_start }: Clock): { from?: string; to?: string } {
  const day = (days: number) => new Date(format.startOfDay(now, days)).toISOString();
  if (when === "all") return {};
  if (when === "past") return { to: day(0) };
  if (when === "upcoming") return { from: day(0) };
  const into = (format.weekdayIndex(now) - (week_start % 7) + 7) % 7;
  return { from: day(-into), to: day(7 - into) };
}

/** The dashboard's few: undecided, from today on, soonest first. */
export function waitingInput(format: Format, now: number): ListInput {
  return { status: "pending", from: new Date(format.startOfDay(now)).toISOString(), limit: 5 };
}
