"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Outputs } from "./api.ts";
import type { LiveFeed } from "./live-feed.ts";

/** A part of the router, or one procedure of it where the rest is not touched. */
type Part =
  | keyof Outputs
  | "tickets.viewers"
  | "conversations.one"
  | "conversations.summaries"
  | "customers.history"
  | "customers.facts"
  | "campaigns.audience";

/** What a customer's own page tells of other tables. */
const of_customer: readonly Part[] = ["customers.history", "customers.facts"];

/** Which parts of the router a changed table makes stale. A table without an entry shows nowhere yet. */
const shown_in: Record<string, readonly Part[]> = {
  bookings: ["bookings", "conversations.one", "properties", "stats", "reports", ...of_customer],
  conversations: ["conversations", "live", "stats", "reports", ...of_customer],
  conversation_summaries: ["conversations.summaries"],
  notes: ["conversations.one", "customers"],
  customers: ["customers", "campaigns.audience", "conversations", "bookings", "stats", "reports"],
  properties: ["properties", "bookings"],
  property_inquiries: ["properties", ...of_customer],
  tickets: ["tickets", "conversations.one", "live", "stats", "reports", ...of_customer],
  ticket_viewers: ["tickets.viewers"],
  campaigns: ["campaigns", "live", "reports"],
  campaign_recipients: ["campaigns", "reports", ...of_customer],
  notifications: ["notifications"],
  users: ["users", "bookings", "auth"],
  companies: ["auth", "company", "tickets", "talkRules"],
  dialling_rules: ["diallingRules"],
  do_not_call: ["doNotCall", "campaigns.audience", "customers.facts"],
  agents: ["agents"],
  api_keys: ["apiKeys"],
  notification_preferences: ["notifications"],
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
      for (const part of waiting) void queries.invalidateQueries({ queryKey: [part.split(".")] });
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
