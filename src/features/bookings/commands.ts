import { and, eq, sql } from "drizzle-orm";
import { bookings } from "#drizzle/schema/bookings.ts";
import { constraintName } from "#server/database-errors.ts";
import { nextNumber } from "#server/numbers.ts";
import { toMinorOf } from "#server/price.ts";
import { requireRows } from "#server/require-rows.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { getBooking } from "./queries.ts";
import type { ApproveBooking, Booking, CreateBooking, RejectBooking } from "./schema.ts";

/** A new viewing, pending. Throws NotFound for a customer, property or member of staff that is not the company's. */
export async function createBooking(tx: Tx, input: CreateBooking): Promise<Booking> {
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
      created_by: tx.user_id,
    })
    .returning({ id: bookings.id });
  if (!row) throw new NotFound("booking");
  return getBooking(tx, row.id);
}

/** Approves a pending viewing; the server's own clock and user hold. Throws NotFound; Conflict("already_decided") when
 *  somebody was first; Conflict("overlap") when the property or the member of staff is taken; both carry the current row. */
export async function approveBooking(tx: Tx, { id, version }: ApproveBooking): Promise<Booking> {
  try {
    // In a savepoint, so that after the constraint's refusal the row can still be read for the answer.
    const decided = await tx.transaction((attempt) =>
      attempt
        .update(bookings)
        .set({ status: "approved", ...decision(tx) })
        .where(undecided(tx, id, version))
        .returning({ id: bookings.id }),
    );
    return await settled(tx, id, decided.length > 0);
  } catch (cause) {
    const constraint = constraintName(cause);
    if (constraint !== "bookings_property_free" && constraint !== "bookings_staff_free") throw cause;
    const what = constraint === "bookings_property_free" ? "property" : "staff";
    throw new Conflict(
      `overlap_${what}`,
      `Another approved viewing of this ${what === "staff" ? "member of staff" : what} overlaps.`,
      await getBooking(tx, id),
    );
  }
}

/** Rejects a pending viewing, for good. Throws NotFound and Conflict("already_decided") with the current row. */
export async function rejectBooking(tx: Tx, { id, version, reason }: RejectBooking): Promise<Booking> {
  const decided = await tx
    .update(bookings)
    .set({ status: "rejected", reject_reason: reason ?? null, ...decision(tx) })
    .where(undecided(tx, id, version))
    .returning({ id: bookings.id });
  return settled(tx, id, decided.length > 0);
}

const decision = (tx: Tx) => ({
  decided_by: tx.user_id,
  decided_at: new Date().toISOString(),
  version: sql`${bookings.version} + 1`,
});

/** Check and act in one statement: of two deciders the second finds nothing left to decide. */
const undecided = (tx: Tx, id: string, version: number | undefined) =>
  and(
    eq(bookings.company_id, tx.company_id),
    eq(bookings.id, id),
    eq(bookings.status, "pending"),
    version === undefined ? undefined : eq(bookings.version, version),
  );

async function settled(tx: Tx, id: string, decided: boolean): Promise<Booking> {
  const booking = await getBooking(tx, id);
  if (decided) return booking;
  if (booking.status === "pending") throw new Conflict("stale", "This viewing was changed meanwhile.", booking);
  throw new Conflict("already_decided", "This viewing was decided already.", booking);
}
