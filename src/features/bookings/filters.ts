import { and, eq, gte, lt, sql } from "drizzle-orm";
import { bookings } from "#drizzle/schema/bookings.ts";
import { matchingCustomers } from "#features/customers/match.ts";
import { latinDigits } from "#lib/digits.ts";
import type { Tx } from "#server/tenant.ts";
import type { CountBookings } from "./schema.ts";

const given = sql.placeholder;
const conditions = {
  from: gte(bookings.starts_at, given("from")),
  to: lt(bookings.starts_at, given("to")),
  created_from: gte(bookings.created_at, given("created_from")),
  created_to: lt(bookings.created_at, given("created_to")),
  customer_id: eq(bookings.customer_id, given("customer_id")),
  property_id: eq(bookings.property_id, given("property_id")),
  staff_id: eq(bookings.staff_id, given("staff_id")),
  customers: sql`(${bookings.customer_id} = any(${given("customers")}::uuid[]) or ${bookings.number} = ${given("number")}::bigint)`,
};
type Filter = keyof typeof conditions;
const filters = Object.keys(conditions) as Filter[];

/** A list's filters that are given, as values for a statement's placeholders and as the condition that names them; `shape` is
 *  what a statement's key must say of them. */
export async function within(tx: Tx, { q, ...input }: CountBookings) {
  const values = { ...input, ...(q ? await matching(tx, q) : {}), company_id: tx.company_id };
  const asked = filters.filter((name) => Reflect.get(values, name) !== undefined);
  return {
    values,
    shape: asked.join(" "),
    condition: () => and(eq(bookings.company_id, given("company_id")), ...asked.map((name) => conditions[name])),
  };
}

/** Who is meant by `words`, and which number. */
async function matching(tx: Tx, words: string): Promise<{ customers: string[]; number: string | null }> {
  const number = /^(?:vb-)?(\d{1,12})$/i.exec(latinDigits(words))?.[1] ?? null;
  return { customers: await matchingCustomers(tx, words), number };
}
