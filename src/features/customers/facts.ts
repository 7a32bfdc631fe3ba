import { and, asc, eq, gt, inArray } from "drizzle-orm";
import { bookings } from "#drizzle/schema/bookings.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { properties } from "#drizzle/schema/properties.ts";
import { users } from "#drizzle/schema/users.ts";
import { findBarred } from "#features/do-not-call/queries.ts";
import type { Tx } from "#server/tenant.ts";
import { asListing, listAskedAbout, listingColumns } from "./asked-about.ts";
import { countHistory } from "./history.ts";
import type { CustomerFacts } from "./history-schema.ts";
import { getKeptCustomer } from "./queries.ts";
import { isVisible } from "./visible.ts";

/** A customer at a glance: how much of each subject there is, the last contact, the next viewing, what was asked about,
 *  the records merged into it, and whether campaigns may call. Of what the role may not read there is no count. A merged record
 *  answers for whom it was merged into.
 *  Throws NotFound. Source: the timeline's own, bookings, property_inquiries, customers, do_not_call. */
export async function readFacts(tx: Tx, id: string, now = new Date()): Promise<CustomerFacts> {
  const customer = await getKeptCustomer(tx, id);
  const [counts, next_viewing, asked_about, merged, barred] = await Promise.all([
    countHistory(tx, customer.id),
    isVisible(tx, "bookings.read") ? nextViewing(tx, customer.id, now) : null,
    listAskedAbout(tx, customer.id),
    listMerged(tx, customer.id),
    findBarred(tx, customer.phone),
  ]);
  return { counts, last_contact_at: customer.last_contact_at, next_viewing, asked_about, merged, barred };
}

async function nextViewing(tx: Tx, customer_id: string, now: Date): Promise<CustomerFacts["next_viewing"]> {
  const [row] = await tx
    .select({
      id: bookings.id,
      number: bookings.number,
      status: bookings.status,
      starts_at: bookings.starts_at,
      ends_at: bookings.ends_at,
      version: bookings.version,
      property: listingColumns,
      staff: { id: users.id, name: users.name },
    })
    .from(bookings)
    .innerJoin(properties, and(eq(properties.company_id, bookings.company_id), eq(properties.id, bookings.property_id)))
    .leftJoin(users, and(eq(users.company_id, bookings.company_id), eq(users.id, bookings.staff_id)))
    .where(
      and(
        eq(bookings.company_id, tx.company_id),
        eq(bookings.customer_id, customer_id),
        gt(bookings.ends_at, now.toISOString()),
        inArray(bookings.status, ["pending", "approved"]),
      ),
    )
    .orderBy(asc(bookings.starts_at), asc(bookings.id))
    .limit(1);
  if (!row) return null;
  const { number, property, ...viewing } = row;
  return { ...viewing, property: asListing(property), reference: `VB-${number}` };
}

function listMerged(tx: Tx, customer_id: string): Promise<CustomerFacts["merged"]> {
  return tx
    .select({ id: customers.id, name: customers.name, phone: customers.phone })
    .from(customers)
    .where(and(eq(customers.company_id, tx.company_id), eq(customers.merged_into_id, customer_id)))
    .orderBy(asc(customers.phone))
    .limit(100);
}
