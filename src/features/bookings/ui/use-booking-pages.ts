"use client";
import { getQueryKey } from "@trpc/react-query";
import { api } from "#trpc/api.ts";
import { usePages } from "#trpc/use-pages.ts";
import type { ListInput } from "./types.ts";

export function useBookingPages(input: ListInput) {
  const { client } = api.useUtils();
  return usePages(getQueryKey(api.bookings.list, input, "infinite"), (cursor, signal) =>
    client.bookings.list.query({ ...input, cursor }, { signal }),
  );
}
