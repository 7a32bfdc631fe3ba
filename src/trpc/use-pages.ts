"use client";
import { keepPreviousData, type QueryKey, useInfiniteQuery } from "@tanstack/react-query";

/** A list, a page at a time; the earlier answer stays on screen while a new filter is asked for.
 *  Not tRPC's own infinite hook: it adds a `direction` to the input, and the API refuses fields it does not know.
 *  @param key `getQueryKey(api.tickets.list, input, "infinite")`: tRPC's own, so that the page's prefetch is found
 *  @param ask fetches the page behind a cursor, null for the first */
export function usePages<Page extends { next_cursor: string | null }>(
  key: QueryKey,
  ask: (cursor: string | null, signal: AbortSignal) => Promise<Page>,
) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => ask(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** What `ListFrame` needs to know of a list. */
export type Pages = Pick<
  ReturnType<typeof usePages>,
  | "isPending"
  | "isError"
  | "error"
  | "isRefetching"
  | "isPlaceholderData"
  | "hasNextPage"
  | "isFetchingNextPage"
  | "refetch"
  | "fetchNextPage"
>;
