import { spanOf } from "#lib/day-span.ts";
import type { Filters, Tab } from "./filters.ts";
import type { CountInput, ListInput } from "./types.ts";

export const page_size = 30;

const narrowing: Record<Tab, Pick<ListInput, "status" | "is_unsolved" | "due" | "assignee_id">> = {
  open: { is_unsolved: true },
  mine: { is_unsolved: true, assignee_id: "me" },
  unassigned: { is_unsolved: true, assignee_id: "none" },
  overdue: { due: "overdue" },
  resolved: { status: "resolved" },
  closed: { status: "closed" },
  all: {},
};
const orders = { due: "due_first", newest: "newest", priority: "urgent_first" } as const;

/** Tabs that already say whose tickets they show. */
export const namesOwner = (tab: Tab) => tab === "mine" || tab === "unassigned";
/** What is still to be solved stands in the order of its times. */
export const sortOf = ({ sort, tab }: Filters) =>
  sort ?? (tab === "resolved" || tab === "closed" || tab === "all" ? "newest" : "due");

/** The list as it is asked for. Page and browser both build it here, so that what the page fetched is what the list finds. */
export function listInput(filters: Filters, time_zone: string): ListInput {
  return {
    ...countInput(filters, time_zone),
    ...narrowing[filters.tab],
    sort: orders[sortOf(filters)],
    limit: page_size,
  };
}

export function countInput(filters: Filters, time_zone: string): CountInput {
  const { q, priority, category, owner, soon } = filters;
  const words = q.trim();
  return {
    ...(words && { q: words }),
    ...(priority && { priority }),
    ...(category && { category }),
    ...(owner && { assignee_id: owner }),
    ...(soon && { due: "soon" as const }),
    ...spanOf(filters, time_zone),
  };
}
