import { address } from "#lib/address.ts";
import { zonedDay } from "#lib/time.ts";
import type { Outputs } from "#trpc/api.ts";

type Calls = Outputs["stats"]["calls"];
type Stage = Outputs["stats"]["conversions"]["funnel"][number]["stage"];
type Window = Pick<Calls, "from" | "timezone" | "period">;

/** Where the rows behind each figure of a period are: addresses of lists with filters that let through exactly those.
 *  Every period ends now, so the lists have a beginning only and grow as the figures do. */
export function behind(window: Window) {
  const from = window.period === "24h" ? window.from : zonedDay(window.from, window.timezone);
  return {
    calls: address("/conversations", { type: "voice", from }),
    chats: address("/conversations", { type: "chat", from }),
    booked: address("/conversations", { outcome: "booked", from }),
    handed_over: address("/conversations", { outcome: "handed_over", from }),
    bookings: address("/bookings", { when: "all", asked_from: from }),
    tickets: address("/tickets", { tab: "all", from }),
    stage: (reached: Stage) => address("/customers", { reached, from }),
  };
}

/** The same for one bar of the chart: an hour or a day, whole and by type. */
export function behindBucket({ bucket }: Pick<Calls, "bucket">, { at, day }: { at: string; day: string }) {
  const ends =
    bucket === "hour" ? { from: at, to: new Date(Date.parse(at) + 3_600_000).toISOString() } : { from: day, to: day };
  return {
    all: address("/conversations", ends),
    voice: address("/conversations", { type: "voice", ...ends }),
    chat: address("/conversations", { type: "chat", ...ends }),
  };
}

/** What is so now, whatever the period. */
export const behind_now = {
  calls_in_progress: address("/conversations", { status: "in_progress" }),
  urgent_tickets: address("/tickets", { priority: "urgent" }),
  campaigns: "/campaigns",
  conversation: (id: string) => `/conversations/${id}`,
  ticket: (id: string) => address("/tickets", { priority: "urgent", ticket: id }),
  campaign: (id: string) => `/campaigns/${id}`,
};
