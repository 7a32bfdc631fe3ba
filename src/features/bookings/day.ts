import { and, asc, eq, gte, lt, sql } from "drizzle-orm";
import { bookings } from "#drizzle/schema/bookings.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { properties } from "#drizzle/schema/properties.ts";
import type { Tx } from "#server/tenant.ts";
import { getBooking } from "./rows.ts";
import type { BookingDay } from "./schema.ts";

/** One booking with what its property and its member of staff have within twelve hours of it, and the conversation it came
 *  from. Throws NotFound. Source: bookings, conversations. */
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
  return { booking, day, conversation: await conversationOf(tx, booking.conversation_id) };
}

/** What the viewing came from; null when from no conversation. */
async function conversationOf(tx: Tx, id: string | null): Promise<BookingDay["conversation"]> {
  if (id === null) return null;
  const [row] = await tx
    .select({
      id: conversations.id,
      type: conversations.type,
      direction: conversations.direction,
      agent_name: conversations.agent_name,
      summary: conversations.summary,
      started_at: conversations.started_at,
      duration_seconds: conversations.duration_seconds,
    })
    .from(conversations)
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, id)));
  return row ?? null;
}

const hoursFrom = (instant: string, hours: number) => new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
