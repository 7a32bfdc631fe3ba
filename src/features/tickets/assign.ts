import { and, eq, sql } from "drizzle-orm";
import { tickets } from "#drizzle/schema/tickets.ts";
import { users } from "#drizzle/schema/users.ts";
import { notify } from "#features/notifications/notify.ts";
import { allows } from "#server/permissions.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, invalid, NotFound } from "../../errors.ts";
import { change, lockTicket, record, refuseStale } from "./change.ts";
import type { AssignTicket } from "./input-schema.ts";
import { getTicket } from "./queries.ts";
import type { Ticket } from "./schema.ts";

/** Gives a ticket to a colleague, who is told, and it is in progress from now on; or back to nobody, and it is open again.
 *  Throws NotFound, Invalid("assignee_id"), and Conflict ("illegal_step" once it is solved or closed, "stale"), each with the
 *  current row. */
export async function assignTicket(tx: Tx, { id, version, assignee_id }: AssignTicket): Promise<Ticket> {
  const before = await lockTicket(tx, id);
  if (assignee_id) await requireAssignee(tx, assignee_id);
  if (before.status !== "open" && before.status !== "in_progress") {
    throw new Conflict("illegal_step", "A ticket that is solved or closed is not assigned.", await getTicket(tx, id));
  }
  await refuseStale(tx, before, version);
  const status = assignee_id ? "in_progress" : "open";
  if (before.assignee_id === assignee_id && before.status === status) return getTicket(tx, id);
  await change(tx, before, {
    assignee_id,
    status,
    ...(assignee_id && {
      first_response_at: sql`coalesce(${tickets.first_response_at}, ${new Date().toISOString()})`,
    }),
  });
  if (before.status !== status) {
    await record(tx, id, { kind: "status_changed", from_value: before.status, to_value: status });
  }
  const ticket = await getTicket(tx, id);
  await handTo(tx, ticket, before.assignee_id);
  return ticket;
}

/** Writes into the history whose the ticket is now, and tells him, unless he took it himself. */
export async function handTo(tx: Tx, ticket: Ticket, from: string | null): Promise<void> {
  const { id, assignee_id, version } = ticket;
  if (assignee_id === from) return;
  await record(tx, id, { kind: "assigned", from_value: from, to_value: assignee_id });
  if (assignee_id === null || assignee_id === tx.user_id) return;
  await notify(tx, {
    user_id: assignee_id,
    kind: "ticket_assigned",
    event_key: `ticket_assigned:${id}:${version}`,
    subject_table: "tickets",
    subject_id: id,
    params: { reference: ticket.reference, subject: ticket.subject, priority: ticket.priority },
  });
}

/** A ticket goes only to an active colleague who may read it. Throws NotFound for anybody else's or a deactivated user. */
export async function requireAssignee(tx: Tx, id: string): Promise<void> {
  const [user] = await tx
    .select({ role: users.role })
    .from(users)
    .where(and(eq(users.company_id, tx.company_id), eq(users.id, id), eq(users.is_active, true)));
  if (!user) throw new NotFound("user");
  if (!allows(user.role, "tickets.read")) {
    throw invalid("assignee_id", "may_not_read_tickets", "This colleague's role may not read tickets.");
  }
}
