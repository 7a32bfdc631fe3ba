import type { Column } from "../columns.ts";
import { columnsOf } from "../columns.ts";
import type { ReportName } from "../groupings.ts";

/** `better`: 1 when more is good news, −1 when less is, 0 when it is neither. */
type Headline = { key: string; better: -1 | 0 | 1 };
const line = (key: string, better: Headline["better"]): Headline => ({ key, better });

const headlines: Record<ReportName, readonly Headline[]> = {
  calls: [
    line("conversations", 1),
    line("answered_share", 1),
    line("booked", 1),
    line("booked_share", 1),
    line("average_seconds", 0),
  ],
  funnel: [line("customers", 1), line("qualified", 1), line("viewing", 1), line("won", 1), line("lost", -1)],
  bookings: [
    line("requested", 1),
    line("accepted_share", 1),
    line("pending", 0),
    line("cancelled", -1),
    line("decision_median_seconds", -1),
  ],
  campaigns: [
    line("recipients", 1),
    line("dialled", 1),
    line("answered", 1),
    line("reached_share", 1),
    line("booked", 1),
  ],
  tickets: [
    line("opened", 0),
    line("late", -1),
    line("response_median_seconds", -1),
    line("resolution_median_seconds", -1),
    line("resolution_p90_seconds", -1),
  ],
};

/** The few totals of a report that are shown before its rows, with their columns. */
export function headlinesOf(report: ReportName): (Headline & { column: Column })[] {
  const columns =
    report === "funnel" ? [...columnsOf("funnel", "stage"), ...columnsOf("funnel", "day")] : columnsOf(report, "");
  return headlines[report].flatMap((headline) => {
    const column = columns.find(({ key }) => key === headline.key);
    return column ? [{ ...headline, column }] : [];
  });
}
