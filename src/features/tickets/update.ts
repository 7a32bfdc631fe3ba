import { and, eq, ne } from "drizzle-orm";
import { ticket_events } from "#drizzle/schema/tickets.ts";
import type { Tx } from "#server/tenant.ts";
import { change, type Locked, lockTicket, record, refuseStale, type Step } from "./change.ts";
import { dueBy, ticketHours } from "./hours.ts";
import type { UpdateTicket } from "./input-schema.ts";
import { getTicket } from "./queries.ts";
import type { Ticket } from "./schema.ts";

/** Changes what a ticket says of itself; each changed fact is a step of its history. A new priority moves the time of an
 *  unsolved ticket whose time staff never set. Throws NotFound and Conflict("stale") with the current row. */
export async function updateTicket(tx: Tx, { id, version, ...given }: UpdateTicket): Promise<Ticket> {
  const before = await lockTicket(tx, id);
  await refuseStale(tx, before, version);
  const after = {
    subject: given.subject ?? before.subject,
    description: given.description === undefined ? before.description : given.description,
    category: given.category ?? before.category,
    priority: given.priority ?? before.priority,
    due_at: given.due_at === undefined ? before.due_at : given.due_at,
  };
  const follows = given.due_at === undefined && after.priority !== before.priority;
  if (follows) after.due_at = await dueAfter(tx, before, after.priority);
  const steps = stepsBetween(before, after).map((step) =>
    step.kind === "due_changed" ? { ...step, is_automatic: follows } : step,
  );
  if (steps.length > 0) {
    await change(tx, before, after);
    await record(tx, id, ...steps);
  }
  return getTicket(tx, id);
}

type Facts = Pick<Locked, "subject" | "description" | "category" | "priority" | "due_at">;

function stepsBetween(before: Facts, after: Facts): Step[] {
  const facts = [
    ["edited", before.subject, after.subject],
    ["category_changed", before.category, after.category],
    ["priority_changed", before.priority, after.priority],
    ["due_changed", before.due_at, after.due_at],
  ] as const;
  const steps: Step[] = facts
    .filter(([, from_value, to_value]) => from_value !== to_value)
    .map(([kind, from_value, to_value]) => ({ kind, from_value, to_value }));
  // Too long to stand in the history twice: the trail of changes has both.
  if (before.description !== after.description) steps.push({ kind: "edited" });
  return steps;
}

async function dueAfter(tx: Tx, before: Locked, priority: Ticket["priority"]): Promise<string | null> {
  if (before.status !== "open" && before.status !== "in_progress") return before.due_at;
  const [set_by_staff] = await tx
    .select({ id: ticket_events.id })
    .from(ticket_events)
    .where(
      and(
        eq(ticket_events.company_id, tx.company_id),
        eq(ticket_events.ticket_id, before.id),
        eq(ticket_events.kind, "due_changed"),
        ne(ticket_events.actor_kind, "system"),
      ),
    )
    .limit(1);
  return set_by_staff ? before.due_at : dueBy(await ticketHours(tx), priority, before.created_at);
}
