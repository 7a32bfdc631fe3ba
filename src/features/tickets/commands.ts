import { and, eq } from "drizzle-orm";
import { tickets } from "#drizzle/schema/tickets.ts";
import { actorKind } from "#server/actor-kind.ts";
import { nextNumber } from "#server/numbers.ts";
import { requireRows } from "#server/require-rows.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { handTo, requireAssignee } from "./assign.ts";
import { lockTicket, record, type Step } from "./change.ts";
import { dueBy, ticketHours } from "./hours.ts";
import type { CommentTicket, CreateTicket } from "./input-schema.ts";
import { getTicket } from "./queries.ts";
import type { Ticket } from "./schema.ts";

/** A new ticket: open, or in progress when it is given to somebody at once, who is then told.
 *  Throws NotFound for a customer, conversation or member of staff that is not the company's, Invalid("assignee_id"). */
export async function createTicket(tx: Tx, input: CreateTicket): Promise<Ticket> {
  const assignee_id = input.assignee_id ?? null;
  await requireRows(tx, { customer: input.customer_id ?? null, conversation: input.conversation_id ?? null });
  if (assignee_id) await requireAssignee(tx, assignee_id);
  const now = new Date().toISOString();
  const status = assignee_id ? "in_progress" : "open";
  const due_at = input.due_at === undefined ? dueBy(await ticketHours(tx), input.priority, now) : input.due_at;
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
      due_at,
      first_response_at: assignee_id ? now : null,
      created_by: tx.user_id,
      created_at: now,
    })
    .returning({ id: tickets.id });
  if (!row) throw new NotFound("ticket");
  const steps: Step[] = [{ kind: "created", to_value: status }];
  if (input.due_at !== undefined) steps.push({ kind: "due_changed", to_value: due_at });
  await record(tx, row.id, ...steps);
  const ticket = await getTicket(tx, row.id);
  await handTo(tx, ticket, null);
  return ticket;
}

/** Writes something down about a ticket. Its version stays, since no colleague's change is in the way of it. Throws NotFound. */
export async function commentTicket(tx: Tx, { id, body }: CommentTicket): Promise<Ticket> {
  await lockTicket(tx, id);
  // The row is touched so that others hear of it: the history itself has no trail of its own.
  await tx
    .update(tickets)
    .set({ updated_at: new Date().toISOString() })
    .where(and(eq(tickets.company_id, tx.company_id), eq(tickets.id, id)));
  await record(tx, id, { kind: "commented", body });
  return getTicket(tx, id);
}
