import type { Role } from "#features/auth/schema.ts";
import { allows, type Permission } from "#server/permissions.ts";

/** Which permission lets a role know that a row of a table changed. A table that is not here is nobody's news. */
const readers: Record<string, Permission> = {
  bookings: "bookings.read",
  tickets: "tickets.read",
  ticket_viewers: "tickets.read",
  customers: "customers.read",
  conversations: "conversations.read",
  conversation_summaries: "conversations.read",
  notes: "conversations.read",
  campaigns: "campaigns.read",
  campaign_recipients: "campaigns.read",
  // Whether a customer's number is on the list stands on his page.
  do_not_call: "customers.read",
  dialling_rules: "company.manage",
  properties: "properties.read",
  property_inquiries: "properties.read",
  notifications: "notifications.own",
  users: "staff.read",
  companies: "profile.own",
  agents: "agents.manage",
  api_keys: "api_keys.manage",
  notification_preferences: "notifications.own",
};

export function isVisible(role: Role, table: string): boolean {
  const permission = readers[table];
  return permission !== undefined && allows(role, permission);
}
