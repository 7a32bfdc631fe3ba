import { type SQL, sql } from "drizzle-orm";
import { bookings } from "#drizzle/schema/bookings.ts";
import { campaigns } from "#drizzle/schema/campaigns.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import { integrations } from "#drizzle/schema/integrations.ts";
import { notifications } from "#drizzle/schema/notifications.ts";
import { tickets } from "#drizzle/schema/tickets.ts";
import type { notification_kinds } from "#drizzle/values.ts";
import { type Permission, permissions } from "#server/permissions.ts";
import type { Tx } from "#server/tenant.ts";

/** What a notification can be about, and what opening it takes. */
const subjects = {
  bookings: { table: bookings, permission: "bookings.read" },
  tickets: { table: tickets, permission: "tickets.read" },
  conversations: { table: conversations, permission: "conversations.read" },
  campaigns: { table: campaigns, permission: "campaigns.read" },
  integrations: { table: integrations, permission: "company.manage" },
} as const satisfies Record<string, { table: unknown; permission: Permission }>;

/** Which permission makes a kind a role's news; what is given to a person by name is anybody's. */
export const told_to: Record<(typeof notification_kinds)[number], Permission> = {
  booking_pending: "bookings.decide",
  booking_decided: "notifications.own",
  ticket_assigned: "tickets.read",
  handed_over: "conversations.read",
  campaign_paused: "campaigns.read",
  webhook_failing: "company.manage",
};

export function holds(tx: Pick<Tx, "role">, permission: Permission): boolean {
  const allowed: readonly string[] = permissions[permission];
  return allowed.includes(tx.role);
}

/** Per row: the caller's role may open what it is about, and that is still there. */
export function canOpen(tx: Tx): SQL<boolean> {
  const openable = Object.entries(subjects).filter(([, { permission }]) => holds(tx, permission));
  const cases = openable.map(
    ([name, { table }]) =>
      sql`when ${name} then exists (select from ${table} where ${table.company_id} = ${notifications.company_id} and ${table.id} = ${notifications.subject_id})`,
  );
  return sql<boolean>`case ${notifications.subject_table} ${sql.join(cases, sql` `)} else false end`;
}
