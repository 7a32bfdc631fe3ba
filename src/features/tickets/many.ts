import type { Tx } from "#server/tenant.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { assignTicket, requireAssignee } from "./assign.ts";
import type { AssignTickets, ManyTickets, ResolveTickets } from "./input-schema.ts";
import { resolveTicket } from "./steps.ts";

/** Gives many tickets to one colleague. Throws NotFound and Invalid("assignee_id") for the colleague. */
export async function assignTickets(tx: Tx, { ids, assignee_id }: AssignTickets): Promise<ManyTickets> {
  if (assignee_id) await requireAssignee(tx, assignee_id);
  return each(ids, (id) => assignTicket(tx, { id, assignee_id }));
}

/** Marks many tickets solved, all in the same way. */
export function resolveTickets(tx: Tx, { ids, resolution }: ResolveTickets): Promise<ManyTickets> {
  return each(ids, (id) => resolveTicket(tx, { id, resolution }));
}

/** One after the other, in one order for everybody, or two people with the same tickets would wait for each other. A refused
 *  one has written nothing: each command refuses before its first write. */
async function each(ids: readonly string[], act: (id: string) => Promise<unknown>): Promise<ManyTickets> {
  const told: ManyTickets = { done: [], failed: [] };
  for (const id of [...new Set(ids.map((one) => one.toLowerCase()))].sort()) {
    try {
      await act(id);
      told.done.push(id);
    } catch (refusal) {
      if (refusal instanceof Conflict) told.failed.push({ id, reason: refusal.reason });
      else if (refusal instanceof NotFound) told.failed.push({ id, reason: "not_found" });
      else throw refusal;
    }
  }
  return told;
}
