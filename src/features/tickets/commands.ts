import { and, eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { ticket_events, tickets } from "#drizzle/schema/tickets.ts";
import { users } from "#drizzle/schema/users.ts";
import type { actor_kinds } from "#drizzle/values.ts";
import { notify } from "#features/notifications/notify.ts";
import { mayStep } from "#lib/states.ts";
import { nextNumber } from "#server/numbers.ts";
import { allows } from "#server/permissions.ts";
import { requireRows } from "#server/require-rows.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, invalid, NotFound } from "../../errors.ts";
import { getTicket } from "./queries.ts";
import type { AssignTicket, CreateTicket, ResolveTicket, Ticket, TicketPriority } from "./schema.ts";

const due_hours: Record<TicketPriority, number> = { urgent: 4, high: 24, medium: 72, low: 168 };

/** A new ticket: open, or in progress when it is given to somebody at once, who is then told.
 *  Throws NotFound for a customer, conversation or member of staff that is not the company's, Invalid("assignee_id"). */
export async function createTicket(tx: Tx, input: CreateTicket): Promise<Ticket> {
  const assignee_id = input.assignee_id ?? null;
  await requireRows(tx, { customer: input.customer_id ?? null, conversation: input.conversation_id ?? null });
  if (assignee_id) await requireAssignee(tx, assignee_id);
  const now = Date.now();
  const status = assignee_id ? "in_progress" : "open";
  const [row] = await tx
    .insert(tickets)
    .values({
      company_id: tx.company_id,
      number: await nextNumber(tx, "tickets"),
      subject: input.subject,
      description: input.description ?? null,
      category: input.category,
      priority: input.priority,
      status,
      source: actorKind(tx),
      customer_id: input.customer_id ?? null,
      assignee_id,
      conversation_id: input.conversation_id ?? null,
      due_at:
        input.due_at === undefined ? new Date(now + due_hours[input.priority] * 3_600_000).toISOString() : input.due_at,
      first_response_at: assignee_id ? new Date(now).toISOString() : null,
      created_by: tx.user_id,
    })
    .returning({ id: tickets.id });
  if (!row) throw new NotFound("ticket");
  await record(tx, row.id, { kind: "created", to_value: status });
  const ticket = await getTicket(tx, row.id);
  if (assignee_id) await handTo(tx, ticket, null, assignee_id);
  return ticket;
}

/** Gives a ticket to a colleague, who is told; an open one is in progress from now on. Throws NotFound,
 *  Invalid("assignee_id"), and Conflict ("illegal_step" once it is solved or closed, "stale"), each with the current row. */
export async function assignTicket(tx: Tx, { id, version, assignee_id }: AssignTicket): Promise<Ticket> {
  const before = await lockTicket(tx, id);
  await requireAssignee(tx, assignee_id);
  if (before.status !== "open" && before.status !== "in_progress") {
    throw new Conflict("illegal_step", "A ticket that is solved or closed is not assigned.", await getTicket(tx, id));
  }
  await refuseStale(tx, before, version);
  if (before.assignee_id === assignee_id && before.status === "in_progress") return getTicket(tx, id);
  await change(tx, before, {
    assignee_id,
    status: "in_progress",
    first_response_at: sql`coalesce(${tickets.first_response_at}, ${new Date().toISOString()})`,
  });
  const ticket = await getTicket(tx, id);
  if (before.status !== ticket.status) {
    await record(tx, id, { kind: "status_changed", from_value: before.status, to_value: ticket.status });
  }
  await handTo(tx, ticket, before.assignee_id, assignee_id);
  return ticket;
}

/** Marks a ticket solved. Throws NotFound and Conflict ("already_resolved", "illegal_step" once it is closed, "stale"), each
 *  with the current row. */
export async function resolveTicket(tx: Tx, { id, version, resolution }: ResolveTicket): Promise<Ticket> {
  const before = await lockTicket(tx, id);
  if (before.status === "resolved") {
    throw new Conflict("already_resolved", "This ticket was solved already.", await getTicket(tx, id));
  }
  if (!mayStep("ticket", before.status, "resolved")) {
    throw new Conflict("illegal_step", "A closed ticket cannot be solved.", await getTicket(tx, id));
  }
  await refuseStale(tx, before, version);
  const now = new Date().toISOString();
  await change(tx, before, {
    status: "resolved",
    resolution: resolution ?? null,
    resolved_at: now,
    first_response_at: sql`coalesce(${tickets.first_response_at}, ${now})`,
  });
  await record(tx, id, { kind: "resolved", from_value: before.status, to_value: "resolved", body: resolution ?? null });
  return getTicket(tx, id);
}

type Locked = Awaited<ReturnType<typeof lockTicket>>;

/** The row is held until the transaction ends: of two at once the second sees what the first made of it, and the history can
 *  name the value before. Throws NotFound. */
async function lockTicket(tx: Tx, id: string) {
  const [row] = await tx
    .select({ id: tickets.id, status: tickets.status, assignee_id: tickets.assignee_id, version: tickets.version })
    .from(tickets)
    .where(and(eq(tickets.company_id, tx.company_id), eq(tickets.id, id)))
    .for("update");
  if (!row) throw new NotFound("ticket");
  return row;
}

async function refuseStale(tx: Tx, before: Locked, version: number | undefined): Promise<void> {
  if (version !== undefined && version !== before.version) {
    throw new Conflict("stale", "This ticket was changed meanwhile.", await getTicket(tx, before.id));
  }
}

async function change(tx: Tx, { id, version }: Locked, values: PgUpdateSetSource<typeof tickets>): Promise<void> {
  const changed = await tx
    .update(tickets)
    .set({ ...values, version: version + 1 })
    .where(and(eq(tickets.company_id, tx.company_id), eq(tickets.id, id), eq(tickets.version, version)))
    .returning({ id: tickets.id });
  if (changed.length === 0) throw new Conflict("stale", "This ticket was changed meanwhile.", await getTicket(tx, id));
}

async function handTo(tx: Tx, ticket: Ticket, from: string | null, assignee_id: string): Promise<void> {
  await record(tx, ticket.id, { kind: "assigned", from_value: from, to_value: assignee_id });
  if (assignee_id === tx.user_id) return;
  await notify(tx, {
    user_id: assignee_id,
    kind: "ticket_assigned",
    event_key: `ticket_assigned:${ticket.id}:${ticket.version}`,
    subject_table: "tickets",
    subject_id: ticket.id,
    params: { reference: ticket.reference, subject: ticket.subject, priority: ticket.priority },
  });
}

type Step = Pick<typeof ticket_events.$inferInsert, "kind" | "from_value" | "to_value" | "body">;

async function record(tx: Tx, ticket_id: string, step: Step): Promise<void> {
  await tx
    .insert(ticket_events)
    .values({ company_id: tx.company_id, ticket_id, actor_kind: actorKind(tx), actor_id: tx.user_id, ...step });
}

/** Who acts, in the words of actor_kinds. */
function actorKind({ role }: Tx): (typeof actor_kinds)[number] {
  return role === "voice_agent" || role === "chat_agent" || role === "system" ? role : "staff";
}

/** A ticket goes only to an active colleague who may read it. Throws NotFound for anybody else's or a deactivated user. */
async function requireAssignee(tx: Tx, id: string): Promise<void> {
  const [user] = await tx
    .select({ role: users.role })
    .from(users)
    .where(and(eq(users.company_id, tx.company_id), eq(users.id, id), eq(users.is_active, true)));
  if (!user) throw new NotFound("user");
  if (!allows(user.role, "tickets.read")) {
    throw invalid("assignee_id", "may_not_read_tickets", "This colleague's role may not read tickets.");
  }
}
