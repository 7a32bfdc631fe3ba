import { and, asc, desc, eq, gt, sql } from "drizzle-orm";
import { bookings } from "#drizzle/schema/bookings.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { tickets } from "#drizzle/schema/tickets.ts";
import { users } from "#drizzle/schema/users.ts";
import { listCampaigns } from "#features/campaigns/queries.ts";
import { type Permission, permissions } from "#server/permissions.ts";
import type { Tx } from "#server/tenant.ts";
import type { Operations } from "./schema.ts";

const online_ms = 120_000;

/** What happens in the company now: talks that run, campaigns that run, colleagues at their screens, what waits.
 *  The statements travel together. Source: conversations, campaigns, users, bookings, tickets. */
export async function readOperations(tx: Tx, now = new Date()): Promise<Operations> {
  const [calls_in_progress, campaigns_running, staff_online, pending_bookings, waiting_tickets] = await Promise.all([
    listCallsInProgress(tx),
    reads(tx, "campaigns.read") ? listRunningCampaigns(tx) : [],
    listOnline(tx, new Date(now.getTime() - online_ms).toISOString()),
    reads(tx, "bookings.read") ? countPendingBookings(tx) : null,
    reads(tx, "tickets.read") ? countWaitingTickets(tx) : null,
  ]);
  return {
    company_id: tx.company_id,
    as_of: now.toISOString(),
    calls_in_progress,
    campaigns_running,
    staff_online,
    counts: { ...pending_bookings, ...waiting_tickets },
  };
}

/** Asks the same matrix as the procedures, for the parts of one answer. */
function reads(tx: Tx, permission: Permission): boolean {
  const allowed: readonly string[] = permissions[permission];
  return allowed.includes(tx.role);
}

function listCallsInProgress(tx: Tx): Promise<Operations["calls_in_progress"]> {
  return tx
    .select({
      id: conversations.id,
      type: conversations.type,
      customer_id: conversations.customer_id,
      customer_name: customers.name,
      customer_phone: customers.phone,
      agent_name: conversations.agent_name,
      started_at: conversations.started_at,
      handed_over_to: { id: users.id, name: users.name },
    })
    .from(conversations)
    .leftJoin(
      customers,
      and(eq(customers.company_id, conversations.company_id), eq(customers.id, conversations.customer_id)),
    )
    .leftJoin(users, and(eq(users.company_id, conversations.company_id), eq(users.id, conversations.handed_over_to)))
    .where(
      and(
        eq(conversations.company_id, tx.company_id),
        eq(conversations.status, "in_progress"),
        eq(conversations.mode, "real"),
      ),
    )
    .orderBy(asc(conversations.started_at), asc(conversations.id))
    .limit(100);
}

async function listRunningCampaigns(tx: Tx): Promise<Operations["campaigns_running"]> {
  const { campaigns } = await listCampaigns(tx, { status: "running", limit: 20 });
  return campaigns.map(({ id, name, type, status, metrics }) => ({ id, name, type, status, metrics }));
}

async function listOnline(tx: Tx, since: string): Promise<Operations["staff_online"]> {
  const seen = await tx
    .select({ id: users.id, name: users.name, role: users.role, last_seen_at: users.last_seen_at })
    .from(users)
    .where(and(eq(users.company_id, tx.company_id), eq(users.is_active, true), gt(users.last_seen_at, since)))
    .orderBy(desc(users.last_seen_at), asc(users.id))
    .limit(100);
  return seen.flatMap(({ last_seen_at, ...user }) => (last_seen_at === null ? [] : [{ ...user, last_seen_at }]));
}

async function countPendingBookings(tx: Tx) {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::integer` })
    .from(bookings)
    .where(and(eq(bookings.company_id, tx.company_id), eq(bookings.status, "pending")));
  return { pending_bookings: row?.count ?? 0 };
}

async function countWaitingTickets(tx: Tx) {
  const [row] = await tx
    .select({
      open: sql<number>`(count(*) filter (where ${tickets.status} = 'open'))::integer`,
      urgent: sql<number>`(count(*) filter (where ${tickets.priority} = 'urgent'))::integer`,
    })
    .from(tickets)
    .where(and(eq(tickets.company_id, tx.company_id), sql`${tickets.status} in ('open', 'in_progress')`));
  return { open_tickets: row?.open ?? 0, urgent_tickets: row?.urgent ?? 0 };
}
