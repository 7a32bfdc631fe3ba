"use client";
import { useFormat } from "#i18n/format-context.tsx";
import { useListState } from "#ui/list/use-list-state.ts";
import { useNow } from "#ui/now.tsx";
import { filterParsers } from "./filters.ts";
import { boardInput, countInput, listInput } from "./list-input.ts";

/** The filters of the address, and the questions they ask. */
export function useCustomerFilters() {
  const state = useListState(filterParsers, ["view", "new"]);
  const clock = { format: useFormat(), now: useNow() };
  return {
    ...state,
    list: listInput(state.filters, clock),
    count: countInput(state.filters, clock),
    board: boardInput(state.filters, clock),
  };
}

export type CustomerFilters = ReturnType<typeof useCustomerFilters>;
