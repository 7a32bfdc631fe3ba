import type { Format } from "#i18n/format.ts";
import { isolate } from "#i18n/isolate.ts";
import type { Notification } from "./types.ts";

/** Which words of the namespace `notifications` a notification's title is, with what stands in them, and the line under it. */
export type Wording = {
  title:
    | { key: "webhook_failing" }
    | { key: "booking_pending" | "booking_approved" | "booking_rejected" | "booking_decided"; name: string }
    | { key: "handed_over" | "campaign_paused"; name: string }
    | { key: "ticket_assigned"; reference: string };
  under: string | null;
};

/** What the words depend on beside the notification. */
export type Speech = {
  a_customer: string;
  handed_over_by: (agent: string) => string;
  priority: (priority: "urgent" | "high") => string;
  /** Why the system paused a campaign in words; what people wrote stays as it is. */
  pause_reason: (reason: string) => string;
  format: Pick<Format, "dayTime">;
};

/** What a notification says, for the screen and for the mail alike. */
export function wordingOf(
  { kind, params }: Pick<Notification, "kind" | "params">,
  { a_customer, handed_over_by, priority, pause_reason, format }: Speech,
): Wording {
  const text = (name: string) => {
    const value = params[name];
    return value === null || value === undefined ? null : String(value);
  };
  const name = text("customer_name") ?? a_customer;
  const starts_at = text("starts_at");
  const viewing = join(starts_at && format.dayTime(starts_at), isolated(text("property_title")));
  switch (kind) {
    case "booking_pending":
      return { title: { key: "booking_pending", name }, under: viewing };
    case "booking_decided": {
      const status = text("status");
      const key = status === "approved" || status === "rejected" ? (`booking_${status}` as const) : "booking_decided";
      return { title: { key, name }, under: viewing };
    }
    case "ticket_assigned": {
      const urgency = text("priority");
      const known = urgency === "urgent" || urgency === "high" ? priority(urgency) : null;
      return {
        title: { key: "ticket_assigned", reference: text("reference") ?? "" },
        under: join(isolated(text("subject")), known),
      };
    }
    case "handed_over": {
      const agent = text("agent_name");
      return { title: { key: "handed_over", name }, under: agent && handed_over_by(isolate(agent)) };
    }
    case "campaign_paused": {
      const reason = text("reason");
      return {
        title: { key: "campaign_paused", name: text("name") ?? "" },
        under: reason && isolate(pause_reason(reason)),
      };
    }
    case "webhook_failing":
      return { title: { key: "webhook_failing" }, under: isolated(text("url")) };
  }
}

const join = (...parts: (string | null)[]) => parts.filter(Boolean).join(" · ") || null;
const isolated = (text: string | null) => text && isolate(text);
