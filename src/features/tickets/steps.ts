import { sql } from "drizzle-orm";
import { tickets } from "#drizzle/schema/tickets.ts";
import { mayStep } from "#lib/states.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict } from "../../errors.ts";
import { handTo } from "./assign.ts";
import { change, type Locked, lockTicket, record, refuseStale } from "./change.ts";
import type { ResolveTicket, StepTicket } from "./input-schema.ts";
import { getTicket } from "./queries.ts";
import type { Ticket, TicketStatus } from "./schema.ts";

// Each throws NotFound, and Conflict ("stale", or "illegal_step" and "already_resolved" by the state) with the current row.

/** Marks a ticket solved. */
export async function resolveTicket(tx: Tx, { id, version, resolution = null }: ResolveTicket): Promise<Ticket> {
  const before = await lockTicket(tx, id);
  if (before.status === "resolved") {
    throw new Conflict("already_resolved", "This ticket was solved already.", await getTicket(tx, id));
  }
  await requireStep(tx, before, "resolved", version);
  const now = new Date().toISOString();
  await change(tx, before, { status: "resolved", resolution, resolved_at: now, first_response_at: firstAt(now) });
  await record(tx, id, { kind: "resolved", from_value: before.status, to_value: "resolved", body: resolution });
  return getTicket(tx, id);
}

/** Takes a ticket back into work: it is unsolved again, and what solved it stands in the history. */
export async function reopenTicket(tx: Tx, { id, version }: StepTicket): Promise<Ticket> {
  const before = await lockTicket(tx, id);
  if (before.status !== "resolved" && before.status !== "closed") throw await illegal(tx, before, "in_progress");
  await refuseStale(tx, before, version);
  await change(tx, before, { status: "in_progress", resolution: null, resolved_at: null });
  await record(tx, id, { kind: "reopened", from_value: before.status, to_value: "in_progress" });
  return getTicket(tx, id);
}

/** Puts a ticket away, solved or not. */
export async function closeTicket(tx: Tx, { id, version }: StepTicket): Promise<Ticket> {
  const before = await lockTicket(tx, id);
  await requireStep(tx, before, "closed", version);
  await change(tx, before, { status: "closed" });
  await record(tx, id, { kind: "status_changed", from_value: before.status, to_value: "closed" });
  return getTicket(tx, id);
}

/** Begins work on an open ticket; one that nobody has becomes the caller's. */
export async function startTicket(tx: Tx, { id, version }: StepTicket): Promise<Ticket> {
  const before = await lockTicket(tx, id);
  if (before.status !== "open") throw await illegal(tx, before, "in_progress");
  await refuseStale(tx, before, version);
  await change(tx, before, {
    status: "in_progress",
    assignee_id: before.assignee_id ?? tx.user_id,
    first_response_at: firstAt(new Date().toISOString()),
  });
  await record(tx, id, { kind: "status_changed", from_value: "open", to_value: "in_progress" });
  const ticket = await getTicket(tx, id);
  await handTo(tx, ticket, before.assignee_id);
  return ticket;
}

const firstAt = (now: string) => sql`coalesce(${tickets.first_response_at}, ${now})`;

async function requireStep(tx: Tx, before: Locked, to: TicketStatus, version: number | undefined): Promise<void> {
  if (!mayStep("ticket", before.status, to)) throw await illegal(tx, before, to);
  await refuseStale(tx, before, version);
}

const illegal = async (tx: Tx, { id, status }: Locked, to: TicketStatus) =>
  new Conflict("illegal_step", `A ticket that is ${status} does not become ${to} so.`, await getTicket(tx, id));
