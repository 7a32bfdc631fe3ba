import { and, asc, eq, gt, lt, sql } from "drizzle-orm";
import { bookings } from "#drizzle/schema/bookings.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { properties } from "#drizzle/schema/properties.ts";
import { literalLimit } from "#server/literal-limit.ts";
import type { Tx } from "#server/tenant.ts";
import { within } from "./filters.ts";
import { clashes, referenceOf, staff } from "./rows.ts";
import type { Calendar, ListCalendar } from "./schema.ts";

const most = 500;
const given = sql.placeholder;

/** Every viewing that touches a stretch of time, under the list's filters, soonest first; at most 500 and whether more were
 *  left out. Rows are limited by policy bookings_select and by company_id. Source: bookings. */
export async function listCalendar(tx: Tx, { from, to, status, ...input }: ListCalendar): Promise<Calendar> {
  const { condition, values, shape } = await within(tx, input);
  const read = tx.statement(`bookings.calendar ${status !== undefined} ${shape}`, () =>
    tx
      .select({
        id: bookings.id,
        number: bookings.number,
        status: bookings.status,
        starts_at: bookings.starts_at,
        ends_at: bookings.ends_at,
        clashes,
        customer_name: customers.name,
        property_title: properties.title,
        property_title_en: properties.title_en,
        district: properties.district,
        staff: { id: staff.id, name: staff.name },
      })
      .from(bookings)
      .innerJoin(customers, and(eq(customers.company_id, bookings.company_id), eq(customers.id, bookings.customer_id)))
      .innerJoin(
        properties,
        and(eq(properties.company_id, bookings.company_id), eq(properties.id, bookings.property_id)),
      )
      .leftJoin(staff, and(eq(staff.company_id, bookings.company_id), eq(staff.id, bookings.staff_id)))
      .where(
        and(
          condition(),
          status && eq(bookings.status, given("status")),
          // A viewing takes at most a day (bookings_span_check): the first bound is for the index.
          gt(bookings.starts_at, given("since")),
          lt(bookings.starts_at, given("until")),
          gt(bookings.ends_at, given("touching")),
        ),
      )
      .orderBy(asc(bookings.starts_at), asc(bookings.id))
      .limit(literalLimit(most + 1))
      .prepare("bookings.calendar"),
  );
  const since = new Date(Date.parse(from) - 86_400_000).toISOString();
  const found = await read.execute({ ...values, status, since, until: to, touching: from });
  return {
    bookings: found.slice(0, most).map((row) => ({ ...row, reference: referenceOf(row.number) })),
    is_cut: found.length > most,
  };
}
