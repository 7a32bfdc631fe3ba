import { parseAsStringLiteral } from "nuqs/server";

export const periods = ["24h", "7d", "30d", "90d"] as const;
export type Period = (typeof periods)[number];

/** The number in a period's name, for words in the reader's digits. */
export const period_counts: Record<Period, number> = { "24h": 24, "7d": 7, "30d": 30, "90d": 90 };

export const periodParsers = { period: parseAsStringLiteral(periods).withDefault("24h") };

/** Urgent work that is not solved, the most pressing first. */
export const urgent_list = { priority: "urgent", is_unsolved: true, sort: "due_first", limit: 4 } as const;
export const campaign_lists = [
  { status: "running", limit: 3 },
  { status: "paused", limit: 3 },
] as const;

/** Customers move slowly: the stages of one day say nothing, so they are never shown for less than a week. */
export function funnelPeriod(period: Period): Period {
  return period === "24h" ? "7d" : period;
}
