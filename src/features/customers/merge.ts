import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { bookings } from "#drizzle/schema/bookings.ts";
import { campaign_recipients } from "#drizzle/schema/campaigns.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { notes } from "#drizzle/schema/notes.ts";
import { property_inquiries } from "#drizzle/schema/property-inquiries.ts";
import { tickets } from "#drizzle/schema/tickets.ts";
import { customer_stages } from "#drizzle/values.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { getCustomer, getKeptCustomer } from "./queries.ts";
import type { Customer, CustomerStage, MergeCustomers } from "./schema.ts";

/** Makes one customer of two, in one transaction: all that belongs to the other now belongs to the kept one, whose own fields
 *  stay, whose empty ones are filled, and whose stage is the further of both. The other row stays and leads to the kept one.
 *  What is frozen (stage moves, the trail) is not touched: the timeline reads it beside the kept one's own. Throws NotFound,
 *  and Conflict with the row as it is now: "same_customer", "merged" (with whom it was merged into), "stale". */
export async function mergeCustomers(tx: Tx, input: MergeCustomers): Promise<Customer> {
  const { keep_id, other_id } = input;
  const { keep, other } = await lockBoth(tx, keep_id, other_id);
  if (keep_id === other_id) {
    throw new Conflict("same_customer", "A customer is not merged into itself.", await getCustomer(tx, keep_id));
  }
  for (const [row, version] of [[keep, input.keep_version] as const, [other, input.other_version] as const]) {
    if (row.merged_into_id) throw await wasMerged(tx, row.id);
    if (version !== undefined && version !== row.version) {
      throw new Conflict("stale", "This customer was changed meanwhile.", await getCustomer(tx, row.id));
    }
  }
  await moveBelongings(tx, other_id, keep_id);
  const now = { version: sql`${customers.version} + 1` };
  await tx
    .update(customers)
    .set({ ...now, merged_into_id: keep_id })
    .where(within(tx, inArray(customers.id, [other_id])));
  // One step is enough to find the kept one, however long the chain was.
  await tx
    .update(customers)
    .set({ merged_into_id: keep_id, updated_at: sql`${customers.updated_at}` })
    .where(within(tx, eq(customers.merged_into_id, other_id)));
  await tx
    .update(customers)
    .set({
      ...now,
      email: keep.email ?? other.email,
      notes: keep.notes?.trim() ? keep.notes : other.notes,
      owner_id: keep.owner_id ?? other.owner_id,
      stage: furtherStage(keep.stage, other.stage),
    })
    .where(within(tx, eq(customers.id, keep_id)));
  return getCustomer(tx, keep_id);
}

/** What is said of a record that was merged already: with whom it is part of now. */
export async function wasMerged(tx: Tx, id: string): Promise<Conflict> {
  return new Conflict("merged", "This customer was merged into another.", await getKeptCustomer(tx, id));
}

/** Both are held until the transaction ends, always in the same order: two merges that share a customer follow one another,
 *  and nobody can point a new row to the other one meanwhile. */
async function lockBoth(tx: Tx, keep_id: string, other_id: string) {
  const found = await tx
    .select({
      id: customers.id,
      email: customers.email,
      notes: customers.notes,
      owner_id: customers.owner_id,
      stage: customers.stage,
      merged_into_id: customers.merged_into_id,
      version: customers.version,
    })
    .from(customers)
    .where(within(tx, inArray(customers.id, [keep_id, other_id])))
    .orderBy(asc(customers.id))
    .for("update");
  const [keep, other] = [keep_id, other_id].map((id) => found.find((row) => row.id === id));
  if (!keep || !other) throw new NotFound("customer");
  return { keep, other };
}

/** When each was changed last stays as it was: to whom a row belongs is not news of the row. */
async function moveBelongings(tx: Tx, from: string, to: string): Promise<void> {
  for (const table of [conversations, bookings, tickets, campaign_recipients] as const) {
    await tx
      .update(table)
      .set({ customer_id: to, updated_at: sql`${table.updated_at}` })
      .where(and(eq(table.company_id, tx.company_id), eq(table.customer_id, from)));
  }
  for (const table of [notes, property_inquiries] as const) {
    await tx
      .update(table)
      .set({ customer_id: to })
      .where(and(eq(table.company_id, tx.company_id), eq(table.customer_id, from)));
  }
}

const within = (tx: Tx, condition: SQL | undefined) => and(eq(customers.company_id, tx.company_id), condition);

/** Whoever is lost under one number and comes on under another is not lost. */
const ranks = ["lost", ...customer_stages.filter((stage) => stage !== "lost")];
function furtherStage(one: CustomerStage, other: CustomerStage): CustomerStage {
  return ranks.indexOf(one) >= ranks.indexOf(other) ? one : other;
}
