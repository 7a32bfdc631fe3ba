"use client";
import { getQueryKey } from "@trpc/react-query";
import { api } from "#trpc/api.ts";
import { usePages } from "#trpc/use-pages.ts";
import { inquirersInput } from "./list-input.ts";
import type { ListInput } from "./types.ts";

export function usePropertyPages(input: ListInput) {
  const { client } = api.useUtils();
  return usePages(getQueryKey(api.properties.list, input, "infinite"), (cursor, signal) =>
    client.properties.list.query({ ...input, cursor }, { signal }),
  );
}

export function useInquirerPages(id: string) {
  const { client } = api.useUtils();
  const input = inquirersInput(id);
  return usePages(getQueryKey(api.properties.inquirers, input, "infinite"), (cursor, signal) =>
    client.properties.inquirers.query({ ...input, cursor }, { signal }),
  );
}
