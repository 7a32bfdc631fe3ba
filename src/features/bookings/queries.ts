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
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import type { Booking, BookingCounts, BookingDay, BookingPage, CountBookings, ListBookings } from "./schema.ts";

const staff = alias(users, "staff");
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
const clashes = sql<number>`case when ${bookings.status} = 'pending' then (${overlapping(sql`${other.property_id} = ${bookings.property_id}`)}
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

/** One bound company for the whole statement: the joins follow the booking's, since the planner takes each further `$n` for
 *  another company and then never keeps a plan. */
const rows = (tx: Tx) =>
  tx
    .select(columns)
    .from(bookings)
    .innerJoin(customers, and(eq(customers.company_id, bookings.company_id), eq(customers.id, bookings.customer_id)))
    .innerJoin(properties, and(eq(properties.company_id, bookings.company_id), eq(properties.id, bookings.property_id)))
    .leftJoin(staff, and(eq(staff.company_id, bookings.company_id), eq(staff.id, bookings.staff_id)))
    .leftJoin(decider, and(eq(decider.company_id, bookings.company_id), eq(decider.id, bookings.decided_by)));

type Row = Awaited<ReturnType<typeof rows>>[number];

// Not taken apart and put together again: the output's schema leaves out what is not the API's.
const asBooking = (row: Row): Booking => ({
  ...row,
  reference: `VB-${row.number}`,
  price: row.price_minor === null ? null : minorToDecimal(row.price_minor, row.currency),
});

const Place = z.tuple([instant(), z.uuid()]);
const sorts = { soonest: [asc, sql`>`], latest: [desc, sql`<`] } as const;

/** Bookings of the current company, soonest or latest first; one page of at most 100.
 *  Rows are limited by policy bookings_select and by company_id. Throws Invalid("cursor"). Source: bookings. */
export async function listBookings(tx: Tx, input: ListBookings): Promise<BookingPage> {
  const place = after(input.cursor, Place);
  const { condition, values, shape } = await within(tx, input);
  const [order, beyond] = sorts[input.sort];
  const key = `bookings.list ${input.sort} ${input.limit} ${place !== null} ${input.status !== undefined} ${shape}`;
  const page = tx.statement(key, () =>
    rows(tx)
      .where(
        and(
          condition(),
          input.status && eq(bookings.status, sql.placeholder("status")),
          place
            ? sql`(${bookings.starts_at}, ${bookings.id}) ${beyond} (${sql.placeholder("at")}, ${sql.placeholder("id")})`
            : undefined,
        ),
      )
      .orderBy(order(bookings.starts_at), order(bookings.id))
      .limit(literalLimit(input.limit + 1))
      .prepare("bookings.list"),
  );
  const found = await page.execute({ ...values, status: input.status, at: place?.[0], id: place?.[1] });
  const { page: shown, next_cursor } = pageOf(found, input.limit, (row) => [row.starts_at, row.id]);
  return { bookings: shown.map(asBooking), next_cursor };
}

/** How many bookings are in each state under the list's filters. Source: bookings. */
export async function countBookings(tx: Tx, input: CountBookings): Promise<BookingCounts> {
  const { condition, values, shape } = await within(tx, input);
  const counted = await tx
    .statement(`bookings.counts ${shape}`, () =>
      tx
        .select({ status: bookings.status, count: sql<number>`count(*)::integer` })
        .from(bookings)
        .where(condition())
        .groupBy(bookings.status)
        .prepare("bookings.counts"),
    )
    .execute(values);
  const of = new Map(counted.map(({ status, count }) => [status, count]));
  const counts = Object.fromEntries(booking_statuses.map((status) => [status, of.get(status) ?? 0]));
  return { all: counted.reduce((sum, { count }) => sum + count, 0), ...counts } as BookingCounts;
}

/** One booking. Throws NotFound. Source: bookings. */
export async function getBooking(tx: Tx, id: string): Promise<Booking> {
  const [row] = await rows(tx).where(and(eq(bookings.company_id, tx.company_id), eq(bookings.id, id)));
  if (!row) throw new NotFound("booking");
  // A conflict carries this row past the output's schema.
  const { number, price_minor, ...booking } = { ...asBooking(row), number: row.number, price_minor: row.price_minor };
  return booking;
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
    .innerJoin(customers, and(eq(customers.company_id, bookings.company_id), eq(customers.id, bookings.customer_id)))
    .innerJoin(properties, and(eq(properties.company_id, bookings.company_id), eq(properties.id, bookings.property_id)))
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

const given = sql.placeholder;
const conditions = {
  from: gte(bookings.starts_at, given("from")),
  to: lt(bookings.starts_at, given("to")),
  customer_id: eq(bookings.customer_id, given("customer_id")),
  property_id: eq(bookings.property_id, given("property_id")),
  staff_id: eq(bookings.staff_id, given("staff_id")),
  customers: sql`(${bookings.customer_id} = any(${given("customers")}::uuid[]) or ${bookings.number} = ${given("number")}::bigint)`,
};
type Filter = keyof typeof conditions;
const filters = Object.keys(conditions) as Filter[];

/** The filters that are given, as values for a statement's placeholders and as the condition that names them; `shape` is
 *  what a statement's key must say of them. */
async function within(tx: Tx, { q, ...input }: CountBookings) {
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

const hoursFrom = (instant: string, hours: number) => new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
