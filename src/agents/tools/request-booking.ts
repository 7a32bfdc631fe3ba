import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { bookings } from "#drizzle/schema/bookings.ts";
import { checkTime } from "#features/bookings/clashes.ts";
import { createBooking } from "#features/bookings/commands.ts";
import { holdTimes } from "#features/bookings/hold-times.ts";
import { getBooking } from "#features/bookings/rows.ts";
import type { Booking } from "#features/bookings/schema.ts";
import { getProperty } from "#features/properties/queries.ts";
import { id } from "#lib/fields.ts";
import { offsetMs } from "#lib/time.ts";
import type { Tx } from "#server/tenant.ts";
import { defineTool, type Outcome, refused } from "./tool.ts";
import { said } from "./words.ts";

const viewing_ms = 3_600_000;
/** Further ahead than this is a mistyped year. */
const furthest_ms = 180 * 86_400_000;

/** A pending viewing of one hour for the conversation's customer, where no approved one is in the way. Asked twice for the same
 *  listing and time it answers with the first. */
export const requestBooking = defineTool({
  name: "request_booking",
  about: {
    ar: "يطلب معاينة لعقار جاء من البحث، في وقت يناسب العميل. الطلب ينتظر اعتماد الموظفين. إن كان الوقت محجوزًا تُقترح أوقات أخرى.",
    en: "Asks for a viewing of a listing that came from a search, at a time that suits the customer. It waits for the staff's approval. When the time is taken, others are offered.",
  },
  input: z.strictObject({
    property_id: id().describe("`id` of the listing, as search_properties answered it"),
    starts_at: z.iso
      .datetime({ offset: true, local: true })
      .describe("2026-12-01T16:30:00, in the company's own time unless an offset is given"),
  }),
  async run(tx, { property_id, starts_at }, talk) {
    if (talk.customer_id === null) return refused("customer_unknown", said.no_customer);
    const starts = instantOf(starts_at, tx.company.timezone);
    const property = await getProperty(tx, property_id);
    if (!property.is_offerable) {
      return refused("not_offered", { ar: "هذا العقار غير متاح للعرض.", en: "This listing is not on offer." });
    }
    if (starts <= Date.now() || starts > Date.now() + furthest_ms) {
      return refused("invalid_arguments", said.invalid, { issues: [{ path: "starts_at", code: "out_of_range" }] });
    }
    const wanted = {
      property_id,
      starts_at: new Date(starts).toISOString(),
      ends_at: new Date(starts + viewing_ms).toISOString(),
    };
    // Held first: nobody approves or asks for a viewing of this listing between the look and the request.
    await holdTimes(tx, [], property_id);
    const asked = await askedBefore(tx, talk.customer_id, wanted);
    if (asked) return requested(asked);
    const { clashes, free_at } = await checkTime(tx, wanted);
    if (clashes.some(({ status }) => status === "approved")) {
      return refused(
        "taken",
        { ar: "الموعد محجوز، واقتُرحت أوقات أخرى.", en: "That time is taken; others were offered." },
        { free_times: free_at },
      );
    }
    const booking = await createBooking(tx, { ...wanted, customer_id: talk.customer_id }, { conversation_id: talk.id });
    return requested(booking);
  },
});

function requested({ reference, starts_at, status }: Booking): Outcome {
  return {
    ok: true,
    result: { booking: { reference, starts_at, status } },
    words: { ar: `سُجّل طلب المعاينة ${reference}.`, en: `Asked for viewing ${reference}.` },
  };
}

async function askedBefore(
  tx: Tx,
  customer_id: string,
  { property_id, starts_at }: { property_id: string; starts_at: string },
): Promise<Booking | null> {
  const [row] = await tx
    .select({ id: bookings.id })
    .from(bookings)
    .where(
      and(
        eq(bookings.company_id, tx.company_id),
        eq(bookings.customer_id, customer_id),
        eq(bookings.property_id, property_id),
        eq(bookings.starts_at, starts_at),
        sql`${bookings.status} in ('pending', 'approved')`,
      ),
    )
    .limit(1);
  return row ? getBooking(tx, row.id) : null;
}

/** A time without an offset is the company's own; models write it so. */
function instantOf(text: string, timezone: string): number {
  if (/(z|[+-]\d{2}:?\d{2})$/i.test(text)) return Date.parse(text);
  const asUtc = Date.parse(`${text}Z`);
  return asUtc - offsetMs(new Date(asUtc), timezone);
}
