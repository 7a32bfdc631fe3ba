import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { bookings } from "#drizzle/schema/bookings.ts";
import { booking_statuses } from "#drizzle/values.ts";
import { instant } from "#lib/fields.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { within } from "./filters.ts";
import { asBooking, type Row, rows } from "./rows.ts";
import type { BookingCounts, BookingPage, CountBookings, ListBookings } from "./schema.ts";

/** A list is read part by part; only "pending_first" has two. */
interface Part {
  order: typeof asc;
  beyond: SQL;
  only?: SQL;
}
const soonest: Part = { order: asc, beyond: sql`>` };
const latest: Part = { order: desc, beyond: sql`<` };
const pending = sql`${bookings.status} = 'pending'`;
const parts: Record<ListBookings["sort"], readonly Part[]> = {
  soonest: [soonest],
  latest: [latest],
  pending_first: [
    { ...soonest, only: pending },
    { ...latest, only: sql`not (${pending})` },
  ],
};

/** Bookings of the current company: soonest first, latest first, or what waits for a decision (soonest first) and then the
 *  rest (latest first); one page of at most 100. Rows are limited by policy bookings_select and by company_id.
 *  Throws Invalid("cursor"). Source: bookings. */
export async function listBookings(tx: Tx, input: ListBookings): Promise<BookingPage> {
  const { sort, limit } = input;
  const place = after(
    input.cursor,
    z.tuple([
      z
        .int()
        .min(0)
        .max(parts[sort].length - 1),
      instant(),
      z.uuid(),
    ]),
  );
  const filtered = await within(tx, input);
  const found: Row[] = [];
  for (const [at, part] of parts[sort].entries()) {
    const begins = place?.[0] ?? 0;
    if (at < begins || found.length > limit) continue;
    found.push(...(await readPart(tx, input, filtered, part, place !== null && at === begins ? place : null)));
  }
  const partOf = (row: Row) => (sort === "pending_first" && row.status !== "pending" ? 1 : 0);
  const { page, next_cursor } = pageOf(found, limit, (row) => [partOf(row), row.starts_at, row.id]);
  return { bookings: page.map(asBooking), next_cursor };
}

/** At most one row more than a page has, of one part, from a place on. */
async function readPart(
  tx: Tx,
  { sort, limit, status }: ListBookings,
  { condition, values, shape }: Awaited<ReturnType<typeof within>>,
  { order, beyond, only }: Part,
  place: [number, string, string] | null,
): Promise<Row[]> {
  const at = parts[sort].findIndex((part) => part.only === only);
  const page = tx.statement(
    `bookings.list ${sort} ${at} ${limit} ${place !== null} ${status !== undefined} ${shape}`,
    () =>
      rows(tx)
        .where(
          and(
            condition(),
            only,
            status && eq(bookings.status, sql.placeholder("status")),
            place
              ? sql`(${bookings.starts_at}, ${bookings.id}) ${beyond} (${sql.placeholder("at")}, ${sql.placeholder("id")})`
              : undefined,
          ),
        )
        .orderBy(order(bookings.starts_at), order(bookings.id))
        .limit(literalLimit(limit + 1))
        .prepare("bookings.list"),
  );
  return page.execute({ ...values, status, at: place?.[1], id: place?.[2] });
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
