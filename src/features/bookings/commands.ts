import { bookings } from "#drizzle/schema/bookings.ts";
import { actorKind } from "#server/actor-kind.ts";
import { nextNumber } from "#server/numbers.ts";
import { toMinorOf } from "#server/price.ts";
import { requireRows } from "#server/require-rows.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { tellDeciders } from "./notices.ts";
import { getBooking } from "./rows.ts";
import type { Booking, CreateBooking } from "./schema.ts";

/** A new viewing, pending; those who decide are told of one that a machine asked for. `conversation_id` is the talk it was asked
 *  for in, which the caller has read. Throws NotFound for a customer, property or member of staff that is not the company's. */
export async function createBooking(
  tx: Tx,
  input: CreateBooking,
  { conversation_id = null }: { conversation_id?: string | null } = {},
): Promise<Booking> {
  await requireRows(tx, { customer: input.customer_id, property: input.property_id, user: input.staff_id ?? null });
  const currency = input.currency ?? tx.company.currency;
  const [row] = await tx
    .insert(bookings)
    .values({
      company_id: tx.company_id,
      number: await nextNumber(tx, "bookings"),
      customer_id: input.customer_id,
      property_id: input.property_id,
      staff_id: input.staff_id ?? null,
      starts_at: input.starts_at,
      ends_at: input.ends_at,
      price_minor: toMinorOf("price", input.price, currency),
      currency,
      notes: input.notes ?? null,
      source: actorKind(tx),
      conversation_id,
      created_by: tx.user_id,
    })
    .returning({ id: bookings.id });
  if (!row) throw new NotFound("booking");
  const booking = await getBooking(tx, row.id);
  if (booking.source !== "staff") await tellDeciders(tx, booking);
  return booking;
}
