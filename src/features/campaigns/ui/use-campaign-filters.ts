"use client";
import { useListState } from "#ui/list/use-list-state.ts";
import { filterParsers } from "./filters.ts";
import { countInput, listInput } from "./list-input.ts";

/** The filters of the address, and the questions they ask. */
export function useCampaignFilters() {
  const state = useListState(filterParsers, []);
  return { ...state, list: listInput(state.filters), count: countInput(state.filters) };
}

export type CampaignFilters = ReturnType<typeof useCampaignFilters>;
