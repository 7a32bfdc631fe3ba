import type { Role } from "#features/auth/schema.ts";
import { allows, type Permission } from "#server/permissions.ts";

/** Which permission lets a role know that a row of a table changed. A table that is not here is nobody's news. */
const readers: Record<string, Permission> = {
  bookings: "bookings.read",
  tickets: "tickets.read",
  customers: "customers.read",
  conversations: "conversations.read",
  campaigns: "campaigns.read",
  campaign_recipients: "campaigns.read",
  properties: "properties.read",
  notifications: "notifications.own",
  users: "staff.read",
  companies: "profile.own",
};

export function isVisible(role: Role, table: string): boolean {
  const permission = readers[table];
  return permission !== undefined && allows(role, permission);
}
