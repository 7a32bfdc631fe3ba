import type { Permission } from "#trpc/may.ts";
import { groupingOf, groupings, type ReportName, report_names } from "../groupings.ts";
import type { Filters } from "./filters.ts";

/** Who may read each report, as the API has it. */
const permissions: Record<ReportName, Permission> = {
  calls: "reports.sales",
  funnel: "reports.sales",
  bookings: "reports.sales",
  campaigns: "reports.sales",
  tickets: "reports.support",
};

/** The reports a person may open, in the order of the tabs. */
export const offeredTo = (may: (permission: Permission) => boolean) =>
  report_names.filter((name) => may(permissions[name]));

/** What each report is asked for under an address. Page and browser both build it here, so that what the page fetched is what
 *  the report finds. */
export function inputsOf(filters: Filters) {
  const span = spanAsked(filters);
  return {
    calls: { ...span, by: groupingOf(groupings.calls, filters.by) },
    funnel: { ...span, by: groupingOf(groupings.funnel, filters.by) },
    bookings: { ...span, by: groupingOf(groupings.bookings, filters.by) },
    campaigns: { ...span, by: groupingOf(groupings.campaigns, filters.by) },
    tickets: { ...span, by: groupingOf(groupings.tickets, filters.by) },
  };
}

/** Days only when both are days and in order: half a span is still being chosen. */
export function spanAsked({ period, from, to }: Pick<Filters, "period" | "from" | "to">) {
  return isDay(from) && isDay(to) && from <= to ? { from, to } : { period };
}

const isDay = (text: string | null): text is string =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
