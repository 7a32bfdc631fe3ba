"use client";
import { getQueryKey } from "@trpc/react-query";
import { api } from "#trpc/api.ts";
import { usePages } from "#trpc/use-pages.ts";
import { historyInput } from "./history-input.ts";
import type { Subject } from "./types.ts";

export function useHistoryPages(id: string, subject: Subject | null) {
  const { client } = api.useUtils();
  const input = historyInput(id, subject);
  return usePages(getQueryKey(api.customers.history, input, "infinite"), (cursor, signal) =>
    client.customers.history.query({ ...input, cursor }, { signal }),
  );
}
