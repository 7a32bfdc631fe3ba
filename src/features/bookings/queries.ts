import { and, asc, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import * as z from "zod";
import { bookings } from "#drizzle/schema/bookings.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { properties } from "#drizzle/schema/properties.ts";
import { users } from "#drizzle/schema/users.ts";
import { booking_statuses } from "#drizzle/values.ts";
import { matchingCustomers } from "#features/customers/match.ts";
import { latinDigits } from "#lib/digits.ts";
import { instant } from "#lib/fields.ts";
import { minorToDecimal } from "#lib/money.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import type { Booking, BookingCounts, BookingDay, BookingPage, CountBookings, ListBookings } from "./schema.ts";

const staff = alias(users, "staff");
const decider = alias(users, "decider");
const other = alias(bookings, "other");

/** Approved viewings that overlap this pending one, by property or by member of staff. Two counts rather than one with `or`:
 *  each walks its own index. */
const clashes = (tx: Tx) => {
  const overlapping = (same: SQL) =>
    sql`(select count(*) from ${bookings} ${sql.identifier("other")} where ${other.company_id} = ${tx.company_id} and ${same} and ${other.status} = 'approved'
      and ${other.starts_at} < ${bookings.ends_at} and ${other.ends_at} > ${bookings.starts_at})`;
  return sql<number>`case when ${bookings.status} = 'pending' then (${overlapping(sql`${other.property_id} = ${bookings.property_id}`)}
    + ${overlapping(sql`${other.staff_id} = ${bookings.staff_id} and ${other.property_id} <> ${bookings.property_id}`)})::integer else 0 end`;
};

const columns = (tx: Tx) => ({
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
  clashes: clashes(tx),
  decided_by: { id: decider.id, name: decider.name, gender: decider.gender },
  decided_at: bookings.decided_at,
  reject_reason: bookings.reject_reason,
  version: bookings.version,
  created_at: bookings.created_at,
  updated_at: bookings.updated_at,
});

const rows = (tx: Tx) =>
  tx
    .select(columns(tx))
    .from(bookings)
    .innerJoin(customers, and(eq(customers.company_id, tx.company_id), eq(customers.id, bookings.customer_id)))
    .innerJoin(properties, and(eq(properties.company_id, tx.company_id), eq(properties.id, bookings.property_id)))
    .leftJoin(staff, and(eq(staff.company_id, tx.company_id), eq(staff.id, bookings.staff_id)))
    .leftJoin(decider, and(eq(decider.company_id, tx.company_id), eq(decider.id, bookings.decided_by)));

type Row = Awaited<ReturnType<typeof rows>>[number];

function asBooking({ number, price_minor, ...row }: Row): Booking {
  return {
    ...row,
    reference: `VB-${number}`,
    price: price_minor === null ? null : minorToDecimal(price_minor, row.currency),
  };
}

/** Bookings of the current company, soonest or latest first; one page of at most 100.
 *  Rows are limited by policy bookings_select and by company_id. Throws Invalid("cursor"). Source: bookings. */
export async function listBookings(tx: Tx, input: ListBookings): Promise<BookingPage> {
  const from = after(input.cursor, z.tuple([instant(), z.uuid()]));
  const soonest = input.sort === "soonest";
  const [order, beyond] = soonest ? [asc, sql`>`] : [desc, sql`<`];
  const found = await rows(tx)
    .where(
      and(
        await within(tx, input),
        input.status && eq(bookings.status, input.status),
        from ? sql`(${bookings.starts_at}, ${bookings.id}) ${beyond} (${from[0]}, ${from[1]})` : undefined,
      ),
    )
    .orderBy(order(bookings.starts_at), order(bookings.id))
    .limit(input.limit + 1);
  const { page, next_cursor } = pageOf(found, input.limit, (row) => [row.starts_at, row.id]);
  return { bookings: page.map(asBooking), next_cursor };
}

/** How many bookings are in each state under the list's filters. Source: bookings. */
export async function countBookings(tx: Tx, input: CountBookings): Promise<BookingCounts> {
  const counted = await tx
    .select({ status: bookings.status, count: sql<number>`count(*)::integer` })
    .from(bookings)
    .where(await within(tx, input))
    .groupBy(bookings.status);
  const of = new Map(counted.map(({ status, count }) => [status, count]));
  const counts = Object.fromEntries(booking_statuses.map((status) => [status, of.get(status) ?? 0]));
  return { all: counted.reduce((sum, { count }) => sum + count, 0), ...counts } as BookingCounts;
}

/** One booking. Throws NotFound. Source: bookings. */
export async function getBooking(tx: Tx, id: string): Promise<Booking> {
  const [row] = await rows(tx).where(and(eq(bookings.company_id, tx.company_id), eq(bookings.id, id)));
  if (!row) throw new NotFound("booking");
  return asBooking(row);
}

/** One booking with what its property and its member of staff have within twelve hours of it. Throws NotFound. */
export async function getBookingDay(tx: Tx, id: string): Promise<BookingDay> {
  const booking = await getBooking(tx, id);
  const day = await tx
    .select({
      id: bookings.id,
      status: bookings.status,
      starts_at: bookings.starts_at,
      ends_at: bookings.ends_at,
      customer_name: customers.name,
      property_title: properties.title,
      same_property: sql<boolean>`${bookings.property_id} = ${booking.property_id}`,
      same_staff: sql<boolean>`${bookings.staff_id} is not distinct from ${booking.staff_id}::uuid and ${bookings.staff_id} is not null`,
    })
    .from(bookings)
    .innerJoin(customers, and(eq(customers.company_id, tx.company_id), eq(customers.id, bookings.customer_id)))
    .innerJoin(properties, and(eq(properties.company_id, tx.company_id), eq(properties.id, bookings.property_id)))
    .where(
      and(
        eq(bookings.company_id, tx.company_id),
        sql`(${bookings.property_id} = ${booking.property_id} or ${bookings.staff_id} = ${booking.staff_id}::uuid)`,
        sql`${bookings.status} in ('pending', 'approved')`,
        gte(bookings.starts_at, hoursFrom(booking.starts_at, -12)),
        lt(bookings.starts_at, hoursFrom(booking.starts_at, 12)),
      ),
    )
    .orderBy(asc(bookings.starts_at), asc(bookings.id))
    .limit(100);
  return { booking, day };
}

async function within(tx: Tx, input: CountBookings): Promise<SQL | undefined> {
  return and(
    eq(bookings.company_id, tx.company_id),
    input.from ? gte(bookings.starts_at, input.from) : undefined,
    input.to ? lt(bookings.starts_at, input.to) : undefined,
    input.customer_id ? eq(bookings.customer_id, input.customer_id) : undefined,
    input.property_id ? eq(bookings.property_id, input.property_id) : undefined,
    input.staff_id ? eq(bookings.staff_id, input.staff_id) : undefined,
    input.q ? await matching(tx, input.q) : undefined,
  );
}

async function matching(tx: Tx, words: string): Promise<SQL> {
  const number = /^(?:vb-)?(\d{1,12})$/i.exec(latinDigits(words))?.[1];
  const ids = await matchingCustomers(tx, words);
  const byCustomer = sql`${bookings.customer_id} = any(${sql.param(ids)}::uuid[])`;
  return number ? sql`(${byCustomer} or ${bookings.number} = ${number}::bigint)` : byCustomer;
}

const hoursFrom = (instant: string, hours: number) => new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
