import { sql } from "drizzle-orm";
import { counters } from "#drizzle/schema/companies.ts";
import type { Tx } from "./tenant.ts";

/** The next number of a noun within the company ("VB-1042"). The counter's row is held until the transaction ends, so numbers
 *  have no gap and creations of one noun in one company follow one another. */
export async function nextNumber(tx: Tx, noun: "bookings" | "tickets"): Promise<number> {
  const [row] = await tx
    .insert(counters)
    .values({ company_id: tx.company_id, noun, value: 1001 })
    .onConflictDoUpdate({ target: [counters.company_id, counters.noun], set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value });
  if (!row) throw new Error(`No counter for ${noun}`);
  return row.value;
}
