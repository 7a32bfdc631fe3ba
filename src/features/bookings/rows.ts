import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { bookings } from "#drizzle/schema/bookings.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { properties } from "#drizzle/schema/properties.ts";
import { users } from "#drizzle/schema/users.ts";
import { minorToDecimal } from "#lib/money.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import type { Booking } from "./schema.ts";

export const staff = alias(users, "staff");
const decider = alias(users, "decider");
const other = alias(bookings, "other");

/** Approved viewings that overlap this pending one, by property or by member of staff. Two counts rather than one with `or`:
 *  each walks its own index. The inner select is kept apart by `offset 0`: with the state inside it the planner takes the
 *  exclusion constraints' GiST indexes and reads every approved viewing of that property, ever (2,184 buffers a page
 *  against 70). A viewing takes at most 24 hours (bookings_span_check), which bounds the walk. */
const overlapping = (same: SQL) =>
  sql`(select count(*) from (select ${other.status}, ${other.ends_at} from ${bookings} ${sql.identifier("other")}
    where ${other.company_id} = ${bookings.company_id} and ${same} and ${other.starts_at} < ${bookings.ends_at}
      and ${other.starts_at} > ${bookings.starts_at} - interval '24 hours' offset 0) ${sql.identifier("other")}
    where ${other.status} = 'approved' and ${other.ends_at} > ${bookings.starts_at})`;
/** How many approved viewings stand in the way of a pending one. Source: bookings. */
export const clashes = sql<number>`case when ${bookings.status} = 'pending' then (${overlapping(sql`${other.property_id} = ${bookings.property_id}`)}
  + ${overlapping(sql`${other.staff_id} = ${bookings.staff_id} and ${other.property_id} <> ${bookings.property_id}`)})::integer else 0 end`;

const columns = {
  id: bookings.id,
  company_id: bookings.company_id,
  number: bookings.number,
  customer_id: bookings.customer_id,
  customer: { id: customers.id, name: customers.name, phone: customers.phone, stage: customers.stage },
  property_id: bookings.property_id,
  property: {
    id: properties.id,
    reference: properties.reference,
    title: properties.title,
    title_en: properties.title_en,
    district: properties.district,
    kind: properties.kind,
    permit_number: properties.permit_number,
    permit_expires_on: properties.permit_expires_on,
  },
  staff_id: bookings.staff_id,
  staff: { id: staff.id, name: staff.name },
  conversation_id: bookings.conversation_id,
  starts_at: bookings.starts_at,
  ends_at: bookings.ends_at,
  price_minor: bookings.price_minor,
  currency: bookings.currency,
  status: bookings.status,
  source: bookings.source,
  notes: bookings.notes,
  clashes,
  decided_by: { id: decider.id, name: decider.name, gender: decider.gender },
  decided_at: bookings.decided_at,
  reject_reason: bookings.reject_reason,
  version: bookings.version,
  created_at: bookings.created_at,
  updated_at: bookings.updated_at,
};

/** Viewings with whom and what they are of. One bound company for the whole statement: the joins follow the booking's, since the planner takes each further `$n` for
 *  another company and then never keeps a plan. */
export const rows = (tx: Tx) =>
  tx
    .select(columns)
    .from(bookings)
    .innerJoin(customers, and(eq(customers.company_id, bookings.company_id), eq(customers.id, bookings.customer_id)))
    .innerJoin(properties, and(eq(properties.company_id, bookings.company_id), eq(properties.id, bookings.property_id)))
    .leftJoin(staff, and(eq(staff.company_id, bookings.company_id), eq(staff.id, bookings.staff_id)))
    .leftJoin(decider, and(eq(decider.company_id, bookings.company_id), eq(decider.id, bookings.decided_by)));

export type Row = Awaited<ReturnType<typeof rows>>[number];

// Not taken apart and put together again: the output's schema leaves out what is not the API's.
export const asBooking = (row: Row): Booking => ({
  ...row,
  reference: referenceOf(row.number),
  price: row.price_minor === null ? null : minorToDecimal(row.price_minor, row.currency),
});

export const referenceOf = (number: number) => `VB-${number}`;

/** One booking. Throws NotFound. Source: bookings. */
export async function getBooking(tx: Tx, id: string): Promise<Booking> {
  const [row] = await rows(tx).where(and(eq(bookings.company_id, tx.company_id), eq(bookings.id, id)));
  if (!row) throw new NotFound("booking");
  // A conflict carries this row past the output's schema.
  const { number, price_minor, ...booking } = { ...asBooking(row), number: row.number, price_minor: row.price_minor };
  return booking;
}
