"use client";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { api } from "#trpc/api.ts";
import type { ListInput } from "./types.ts";

/** The list, a page at a time. Not tRPC's own infinite hook: it adds a `direction` to the input, and the API refuses
 *  fields it does not know. The key is tRPC's, so that the page's prefetch is found. */
export function useBookingPages(input: ListInput) {
  const { client } = api.useUtils();
  return useInfiniteQuery({
    queryKey: getQueryKey(api.bookings.list, input, "infinite"),
    queryFn: ({ pageParam, signal }) => client.bookings.list.query({ ...input, cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}
