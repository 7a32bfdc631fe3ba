"use client";
import { debounce, useQueryStates } from "nuqs";
import { useFormat } from "#i18n/format-context.tsx";
import { useMe } from "#trpc/me.tsx";
import { useNow } from "#ui/now.tsx";
import { type Filters, filterParsers } from "./filters.ts";
import { countInput, listInput } from "./list-input.ts";

/** The filters of the address, and the questions they ask. */
export function useFilters() {
  const [filters, setFilters] = useQueryStates(filterParsers, { history: "replace", shallow: true });
  const clock = { format: useFormat(), now: useNow(), week_start: useMe().company.week_start };
  return {
    filters,
    list: listInput(filters, clock),
    count: countInput(filters, clock),
    isNarrowed:
      filters.q.trim() !== "" || filters.when !== "upcoming" || filters.status !== null || filters.owner !== null,
    set: (change: Partial<Filters>) => void setFilters(change),
    /** Typing: the address follows when the hand rests. */
    type: (q: string) => void setFilters({ q }, { limitUrlUpdates: debounce(q === "" ? 0 : 300) }),
    open: (booking: string | null) => void setFilters({ booking }, { history: "push" }),
    step: (booking: string) => void setFilters({ booking }),
    clear: () => void setFilters({ q: null, when: null, status: null, owner: null }),
  };
}
