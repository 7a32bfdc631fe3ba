"use client";
import { useEffect } from "react";
import { api } from "#trpc/api.ts";
import { useSteps } from "#ui/list/use-steps.ts";
import { tabOf } from "./conversation-tabs.tsx";
import type { ConversationFilters } from "./use-conversation-filters.ts";
import { useConversationPages } from "./use-conversation-pages.ts";

const ahead = 5;

/** The conversations before and after one in the list it was opened from; the list's next page is fetched before its end is
 *  reached. */
export function useNeighbours(state: ConversationFilters, id: string, onStep: (id: string) => void) {
  const list = useConversationPages(state.list);
  const counts = api.conversations.counts.useQuery(state.count);
  const ids = list.data?.pages.flatMap((page) => page.conversations.map((row) => row.id)) ?? [];
  const steps = useSteps(ids, id, onStep);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const near = steps.at !== null && ids.length - steps.at < ahead;
  useEffect(() => {
    if (near && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [near, hasNextPage, isFetchingNextPage, fetchNextPage]);
  return { steps, total: counts.data?.[tabOf(state.filters)] ?? ids.length };
}

export type Neighbours = ReturnType<typeof useNeighbours>;
