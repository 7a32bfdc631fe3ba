/** What the rows of each report may stand for; the first one unless asked. */
export const groupings = {
  calls: ["day", "outcome", "agent", "staff"],
  funnel: ["stage", "day", "staff"],
  bookings: ["day", "status", "source", "staff", "property"],
  campaigns: ["campaign", "day", "type"],
  tickets: ["day", "category", "priority", "staff"],
} as const;
export type ReportName = keyof typeof groupings;
export type Grouping = (typeof groupings)[ReportName][number];
export const report_names = Object.keys(groupings) as ReportName[];

/** The grouping of a report that a word names, or its first. */
export function groupingOf<Group extends string>(groups: readonly [Group, ...Group[]], word: string | null): Group {
  return groups.find((group) => group === word) ?? groups[0];
}
