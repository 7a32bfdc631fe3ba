import type { ReportName } from "./groupings.ts";

/** How a figure is printed, and where it comes from: a share is one figure of the row over another. */
export type Column =
  | { key: string; kind: "count" | "seconds" }
  /** Different people: these do not add up over rows. */
  | { key: string; kind: "distinct" }
  | { key: string; kind: "share"; part: readonly string[]; whole: string };

const count = (...keys: string[]): Column[] => keys.map((key) => ({ key, kind: "count" }));
const seconds = (...keys: string[]): Column[] => keys.map((key) => ({ key, kind: "seconds" }));
const share = (key: string, part: readonly string[], whole: string): Column => ({ key, kind: "share", part, whole });

const stages = count("lead", "qualified", "viewing", "negotiation", "deposit", "won", "lost");

/** The columns of a report in their order: on screen, on paper and in the file. */
export function columnsOf(report: ReportName, by: string): readonly Column[] {
  if (report === "funnel") {
    return by === "stage"
      ? [{ key: "customers", kind: "distinct" }, ...count("moves")]
      : [...stages, ...count("moves")];
  }
  return columns[report];
}

const columns: Record<Exclude<ReportName, "funnel">, readonly Column[]> = {
  calls: [
    ...count("conversations", "calls", "chats", "answered", "unanswered"),
    share("answered_share", ["answered"], "conversations"),
    ...count("handed_over", "booked"),
    share("booked_share", ["booked"], "conversations"),
    ...seconds("talked_seconds", "average_seconds"),
  ],
  bookings: [
    ...count("requested", "pending", "approved", "completed", "rejected", "cancelled"),
    share("accepted_share", ["approved", "completed"], "requested"),
    ...seconds("decision_median_seconds", "decision_p90_seconds"),
  ],
  campaigns: [
    ...count("recipients", "dialled", "answered"),
    share("reached_share", ["answered"], "dialled"),
    ...count("no_answer", "busy", "voicemail", "failed", "skipped", "pending", "dialling", "booked"),
  ],
  tickets: [
    ...count("opened", "open", "in_progress", "resolved", "closed", "late"),
    ...seconds(
      "response_median_seconds",
      "response_p90_seconds",
      "resolution_median_seconds",
      "resolution_p90_seconds",
    ),
  ],
};

/** What stands in a cell: a count, seconds, or a share from 0 to 1; null when there is nothing to say. */
export function figureOf(column: Column, figures: Readonly<Record<string, number | null>>): number | null {
  if (column.kind !== "share") return figures[column.key] ?? null;
  const whole = figures[column.whole] ?? 0;
  return whole === 0 ? null : column.part.reduce((sum, key) => sum + (figures[key] ?? 0), 0) / whole;
}
