import { and, eq } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { ticket_events, tickets } from "#drizzle/schema/tickets.ts";
import { actorKind } from "#server/actor-kind.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { getTicket } from "./queries.ts";

// What every change of a ticket is made of: hold the row, compare the version, write, tell the history.

export type Locked = Awaited<ReturnType<typeof lockTicket>>;

/** The row is held until the transaction ends: of two at once the second sees what the first made of it, and the history can
 *  name the value before. Throws NotFound. */
export async function lockTicket(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      id: tickets.id,
      status: tickets.status,
      assignee_id: tickets.assignee_id,
      subject: tickets.subject,
      description: tickets.description,
      category: tickets.category,
      priority: tickets.priority,
      due_at: tickets.due_at,
      version: tickets.version,
      created_at: tickets.created_at,
    })
    .from(tickets)
    .where(and(eq(tickets.company_id, tx.company_id), eq(tickets.id, id)))
    .for("update");
  if (!row) throw new NotFound("ticket");
  return row;
}

/** Throws Conflict("stale") with the current row when the caller saw another version. */
export async function refuseStale(tx: Tx, before: Locked, version: number | undefined): Promise<void> {
  if (version !== undefined && version !== before.version) {
    throw new Conflict("stale", "This ticket was changed meanwhile.", await getTicket(tx, before.id));
  }
}

/** Writes over a row that `lockTicket` holds, and counts its version up. */
export async function change(tx: Tx, { id, version }: Locked, values: PgUpdateSetSource<typeof tickets>) {
  await tx
    .update(tickets)
    .set({ ...values, version: version + 1 })
    .where(and(eq(tickets.company_id, tx.company_id), eq(tickets.id, id)));
}

export type Step = Pick<typeof ticket_events.$inferInsert, "kind" | "from_value" | "to_value" | "body"> & {
  /** It followed from a rule, nobody did it. */
  is_automatic?: boolean;
};

/** Writes steps into the history, in their order. */
export async function record(tx: Tx, ticket_id: string, ...steps: Step[]): Promise<void> {
  const by = { actor_kind: actorKind(tx), actor_id: tx.user_id };
  const itself = { actor_kind: "system", actor_id: null } as const;
  await tx.insert(ticket_events).values(
    steps.map(({ is_automatic, ...step }) => ({
      company_id: tx.company_id,
      ticket_id,
      ...(is_automatic ? itself : by),
      ...step,
    })),
  );
}
