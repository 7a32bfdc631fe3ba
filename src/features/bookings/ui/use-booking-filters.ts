"use client";
import { useFormat } from "#i18n/format-context.tsx";
import { useMe } from "#trpc/me.tsx";
import { useListState } from "#ui/list/use-list-state.ts";
import { useNow } from "#ui/now.tsx";
import { filterParsers } from "./filters.ts";
import { type Clock, calendarDays, countInput, listInput } from "./list-input.ts";

/** The filters of the address, and the questions they ask. */
export function useBookingFilters() {
  const state = useListState(filterParsers, ["booking", "view", "on", "sort", "new"]);
  const clock: Clock = { format: useFormat(), now: useNow(), week_start: useMe().company.week_start };
  return {
    ...state,
    clock,
    /** Of the calendar; null while the list is shown. */
    days: calendarDays(state.filters, clock),
    list: listInput(state.filters, clock),
    count: countInput(state.filters, clock),
  };
}

export type BookingFilters = ReturnType<typeof useBookingFilters>;
