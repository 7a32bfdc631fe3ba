import type { Entry } from "./types.ts";

/** Where an entry can be opened; null for what is whole as it stands. */
export function entryHref(entry: Entry): string | null {
  switch (entry.kind) {
    case "conversation":
      return `/conversations/${entry.id}`;
    case "booking":
    case "booking_decision":
      return `/bookings?when=all&booking=${entry.id}`;
    case "ticket":
      return `/tickets?tab=all&ticket=${entry.id}`;
    case "campaign_contact":
      return `/campaigns/${entry.campaign_id}`;
    case "note":
      return entry.conversation_id ? `/conversations/${entry.conversation_id}` : null;
    default:
      return null;
  }
}
