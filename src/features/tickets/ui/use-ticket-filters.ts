"use client";
import { useFormat } from "#i18n/format-context.tsx";
import { useListState } from "#ui/list/use-list-state.ts";
import { filterParsers } from "./filters.ts";
import { countInput, listInput } from "./list-input.ts";

/** The filters of the address, and the questions they ask. */
export function useTicketFilters() {
  const state = useListState(filterParsers, ["ticket", "tab", "sort"]);
  const { time_zone } = useFormat();
  return { ...state, list: listInput(state.filters, time_zone), count: countInput(state.filters, time_zone) };
}

export type TicketFilters = ReturnType<typeof useTicketFilters>;
