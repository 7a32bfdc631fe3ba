import type { Format } from "#i18n/format.ts";
import type { Filters, Span } from "./filters.ts";
import type { ListInput } from "./types.ts";

type Clock = {
  format: Format;
  now: number /** ISO weekday the company's week begins on: 1 Monday to 7 Sunday. */;
  week_start: number;
};

export const page_size = 30;

/** The list as it is asked for. Page and browser both build it here, so that what the page fetched is what the list finds. */
export function listInput(filters: Pick<Filters, "status" | "when" | "q" | "owner">, clock: Clock): ListInput {
  return {
    ...countInput(filters, clock),
    ...(filters.status && { status: filters.status }),
    sort: filters.when === "past" || filters.when === "all" ? "latest" : "soonest",
    limit: page_size,
  };
}

export function countInput({ when, q, owner }: Pick<Filters, "when" | "q" | "owner">, clock: Clock) {
  const words = q.trim();
  return { ...span(when, clock), ...(words && { q: words }), ...(owner && { staff_id: owner }) };
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
