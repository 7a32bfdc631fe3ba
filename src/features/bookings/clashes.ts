import { and, asc, eq, gt, lt, ne, sql } from "drizzle-orm";
import { bookings } from "#drizzle/schema/bookings.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { properties } from "#drizzle/schema/properties.ts";
import { addDays, startOfZonedDay, zonedDay } from "#lib/time.ts";
import { requireRows } from "#server/require-rows.ts";
import type { Tx } from "#server/tenant.ts";
import { freeTimes } from "./free-times.ts";
import { referenceOf, staff } from "./rows.ts";
import type { CheckedTime, CheckTime, Clash } from "./schema.ts";

/** What a time would run into for a property and a member of staff, approved viewings first, and when else on that day both
 *  are free. Throws NotFound for what is not the company's. Source: bookings. */
export async function checkTime(tx: Tx, input: CheckTime): Promise<CheckedTime> {
  await requireRows(tx, { property: input.property_id, user: input.staff_id ?? null });
  const { timezone } = tx.company;
  const day = zonedDay(input.starts_at, timezone);
  const dayStart = startOfZonedDay(day, timezone);
  const dayEnd = startOfZonedDay(addDays(day, 1), timezone).toISOString();
  const around = await wantedAround(tx, input, {
    from: dayStart.toISOString() < input.starts_at ? dayStart.toISOString() : input.starts_at,
    to: dayEnd > input.ends_at ? dayEnd : input.ends_at,
  });
  const overlapping = around.filter((one) => one.starts_at < input.ends_at && one.ends_at > input.starts_at);
  const approved = around.filter(({ status }) => status === "approved");
  return {
    clashes: overlapping.sort((one, other) => Number(isPending(one)) - Number(isPending(other))).slice(0, 20),
    free_at: freeTimes(input, approved, { dayStart, now: new Date(), count: 4 }),
  };
}

/** The approved viewing that is in the way of one; null when there is none by now. */
export async function findClash(tx: Tx, wanted: Wanted & Span, what: "property" | "staff"): Promise<Clash | null> {
  const around = await wantedAround(tx, wanted, { from: wanted.starts_at, to: wanted.ends_at });
  const same = what === "property" ? "same_property" : "same_staff";
  return around.find((one) => one.status === "approved" && one[same]) ?? null;
}

type Span = Pick<CheckTime, "starts_at" | "ends_at">;
type Wanted = Pick<CheckTime, "property_id" | "staff_id" | "booking_id">;

const isPending = ({ status }: Clash) => status === "pending";

/** What is approved or asked for, of the property or the member of staff, and touches the span. */
async function wantedAround(
  tx: Tx,
  { property_id, staff_id = null, booking_id }: Wanted,
  { from, to }: { from: string; to: string },
): Promise<Clash[]> {
  const found = await tx
    .select({
      id: bookings.id,
      number: bookings.number,
      status: bookings.status,
      starts_at: bookings.starts_at,
      ends_at: bookings.ends_at,
      customer_name: customers.name,
      property_title: properties.title,
      property_title_en: properties.title_en,
      staff: { id: staff.id, name: staff.name },
      same_property: sql<boolean>`${bookings.property_id} = ${property_id}`,
      same_staff: sql<boolean>`coalesce(${bookings.staff_id} = ${staff_id}::uuid, false)`,
    })
    .from(bookings)
    .innerJoin(customers, and(eq(customers.company_id, bookings.company_id), eq(customers.id, bookings.customer_id)))
    .innerJoin(properties, and(eq(properties.company_id, bookings.company_id), eq(properties.id, bookings.property_id)))
    .leftJoin(staff, and(eq(staff.company_id, bookings.company_id), eq(staff.id, bookings.staff_id)))
    .where(
      and(
        eq(bookings.company_id, tx.company_id),
        sql`(${bookings.property_id} = ${property_id} or ${bookings.staff_id} = ${staff_id}::uuid)`,
        sql`${bookings.status} in ('pending', 'approved')`,
        // A viewing takes at most a day (bookings_span_check): the first bound is for the index.
        gt(bookings.starts_at, new Date(Date.parse(from) - 86_400_000).toISOString()),
        lt(bookings.starts_at, to),
        gt(bookings.ends_at, from),
        booking_id === undefined ? undefined : ne(bookings.id, booking_id),
      ),
    )
    .orderBy(asc(bookings.starts_at), asc(bookings.id))
    .limit(200);
  return found.map(({ number, ...row }) => ({ ...row, reference: referenceOf(number) }));
}
