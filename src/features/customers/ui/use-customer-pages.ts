"use client";
import { getQueryKey } from "@trpc/react-query";
import { api } from "#trpc/api.ts";
import { usePages } from "#trpc/use-pages.ts";
import type { ListInput } from "./types.ts";

export function useCustomerPages(input: ListInput) {
  const { client } = api.useUtils();
  return usePages(getQueryKey(api.customers.list, input, "infinite"), (cursor, signal) =>
    client.customers.list.query({ ...input, cursor }, { signal }),
  );
}
