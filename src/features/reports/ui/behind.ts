import { address } from "#lib/address.ts";
import { zonedDay } from "#lib/time.ts";
import type { ReportName } from "../groupings.ts";
import type { Filters } from "./filters.ts";
import { spanAsked } from "./inputs.ts";
import type { ReportData } from "./use-report.ts";

type Window = Pick<ReportData, "from" | "timezone" | "by">;
type Ends = { from?: string; to?: string };

/** The list with exactly the rows that a row of a report counts; null where no list has such a filter. */
export function behindRow(report: ReportName, window: Window, ends: Ends, key: string | null): string | null {
  const { by } = window;
  if (report === "campaigns") return by === "campaign" && key ? `/campaigns/${key}` : null;
  const narrowed = by === "day" && key ? { from: key, to: key } : ends;
  const filter = by === "day" ? {} : filterOf(report, by, key);
  if (filter === null) return null;
  if (report === "calls") return address("/conversations", { ...filter, ...narrowed });
  if (report === "tickets") return address("/tickets", { tab: "all", ...filter, ...narrowed });
  if (report === "funnel") return by === "stage" ? address("/customers", { ...filter, ...narrowed }) : null;
  return address("/bookings", { when: "all", asked_from: narrowed.from, asked_to: narrowed.to, ...filter });
}

/** Both ends of a report as an address has them. A period ends now, so it has a beginning only. */
export function endsOf({ from, timezone }: Window, filters: Pick<Filters, "period" | "from" | "to">): Ends {
  const asked = spanAsked(filters);
  if ("from" in asked) return asked;
  return { from: asked.period === "24h" ? from : zonedDay(from, timezone) };
}

const names: Record<string, string> = {
  "calls outcome": "outcome",
  "funnel stage": "reached",
  "bookings status": "status",
  "bookings staff": "owner",
  "tickets category": "category",
  "tickets priority": "priority",
  "tickets staff": "owner",
};

function filterOf(report: ReportName, by: string, key: string | null): Record<string, string> | null {
  const name = names[`${report} ${by}`];
  if (!name) return null;
  if (key !== null) return { [name]: key };
  return report === "tickets" && by === "staff" ? { [name]: "none" } : null;
}
