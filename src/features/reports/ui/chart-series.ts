import type { ReportName } from "../groupings.ts";

/** A part of a report's whole as its chart shows it: figures added together under one colour. `label` is the column's word. */
type Part = { label: string; figures: readonly string[]; color: string };
const part = (label: string, color: number, figures: readonly string[] = [label]): Part => ({
  label,
  figures,
  color: `var(--chart-${color})`,
});

/** The parts add up to the report's whole, so a bar is as long as its row's first count. */
export const chart_parts: Record<ReportName, readonly Part[]> = {
  calls: [part("calls", 1), part("chats", 2)],
  funnel: [part("moves", 1)],
  bookings: [part("approved", 1), part("completed", 5), part("pending", 3), part("rejected", 4), part("cancelled", 2)],
  campaigns: [
    part("answered", 1),
    part("no_answer", 3),
    part("busy", 4),
    part("voicemail", 2),
    part("others", 5, ["failed", "skipped", "pending", "dialling"]),
  ],
  tickets: [part("resolved", 1), part("closed", 5), part("in_progress", 2), part("open", 3)],
};
