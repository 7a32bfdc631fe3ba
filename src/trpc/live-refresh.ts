"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Outputs } from "./api.ts";
import type { LiveFeed } from "./live-feed.ts";

type Part = keyof Outputs;

/** Which parts of the router a changed table makes stale. A table without an entry shows nowhere yet. */
const shown_in: Record<string, readonly Part[]> = {
  bookings: ["bookings", "stats"],
  conversations: ["conversations", "live", "stats"],
  customers: ["customers", "bookings", "stats"],
  properties: ["properties", "bookings"],
  tickets: ["tickets", "live"],
  campaigns: ["campaigns", "live"],
  campaign_recipients: ["campaigns"],
  notifications: ["notifications"],
  users: ["users", "bookings", "auth"],
  companies: ["auth"],
};

const together_ms = 40;
const burst_ms = 500;

/** Turns changes into refetches of what is on screen: at once for the first, gathered while more keep coming. */
export function useLiveRefresh(feed: LiveFeed | null): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!feed) return;
    const waiting = new Set<Part>();
    let last = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      last = Date.now();
      for (const part of waiting) void queries.invalidateQueries({ queryKey: [[part]] });
      waiting.clear();
    };
    const stopChanges = feed.onChange(({ table }) => {
      for (const part of shown_in[table] ?? []) waiting.add(part);
      // A change must show within a second; a flood of them may not refetch more than twice a second.
      timer ??= setTimeout(flush, Date.now() - last < burst_ms ? burst_ms : together_ms);
    });
    const stopGaps = feed.onGap(() => void queries.invalidateQueries());
    return () => {
      clearTimeout(timer);
      stopChanges();
      stopGaps();
    };
  }, [feed, queries]);
}
