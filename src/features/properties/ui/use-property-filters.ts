"use client";
import { useListState } from "#ui/list/use-list-state.ts";
import { filterParsers } from "./filters.ts";
import { countInput, listInput } from "./list-input.ts";

/** The filters of the address, and the questions they ask. */
export function usePropertyFilters() {
  const state = useListState(filterParsers, ["sort", "view"]);
  return { ...state, list: listInput(state.filters), count: countInput(state.filters) };
}

export type PropertyFilters = ReturnType<typeof usePropertyFilters>;
