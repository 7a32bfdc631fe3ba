"use client";
import type { QueryClient } from "@tanstack/react-query";
import { getQueryKey } from "@trpc/react-query";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import type { Notification } from "./types.ts";

/** Marks one read, or all: shown at once in the list and the count, here and, by the feed, in every other tab. */
export function useMarkRead() {
  const key = getQueryKey(api.notifications.unread);
  const count = (queries: QueryClient, left: (unread: number) => number) =>
    queries.setQueriesData<{ unread: number }>({ queryKey: key }, (held) => held && { unread: left(held.unread) });
  const now = () => new Date().toISOString();

  const one = useAct(api.notifications.markRead, {
    parts: ["notifications"],
    show: ({ ids }) => (ids ?? []).map((id) => ({ id, change: { read_at: now() } })),
    write: (queries, { ids }) => count(queries, (unread) => Math.max(0, unread - (ids?.length ?? 0))),
  });
  const all = useAct(api.notifications.markRead, {
    parts: ["notifications"],
    write: (queries) => count(queries, () => 0),
  });
  return {
    markRead: ({ id, read_at }: Notification) => (read_at === null ? one.run({ ids: [id] }) : undefined),
    markAll: () => all.run({ all: true }),
    isMarkingAll: all.isBusy,
  };
}
