"use client";
import { getQueryKey } from "@trpc/react-query";
import { api } from "#trpc/api.ts";
import { usePages } from "#trpc/use-pages.ts";
import type { ListInput } from "./types.ts";

export function useUserPages(input: ListInput) {
  const { client } = api.useUtils();
  return usePages(getQueryKey(api.users.list, input, "infinite"), (cursor, signal) =>
    client.users.list.query({ ...input, cursor }, { signal }),
  );
}
