import { and, eq, inArray, sql } from "drizzle-orm";
import { bookings } from "#drizzle/schema/bookings.ts";
import { constraintName } from "#server/database-errors.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict } from "../../errors.ts";
import { findClash } from "./clashes.ts";
import { getBooking } from "./rows.ts";
import type { Booking, BookingStatus } from "./schema.ts";

type Seen = { id: string; version?: number | undefined };
type Values = Partial<
  Pick<
    typeof bookings.$inferSelect,
    "status" | "staff_id" | "starts_at" | "ends_at" | "reject_reason" | "decided_by" | "decided_at"
  >
>;

/** Changes a viewing that stands in one of `from`, check and act in one statement: of two at once the second finds nothing left
 *  to do. Throws NotFound; Conflict ("stale", "already_decided", "illegal_step") with the current row; Conflict
 *  ("overlap_property", "overlap_staff") with the current row and in `clash` the approved viewing that is in the way. */
export async function changeBooking(
  tx: Tx,
  seen: Seen,
  from: readonly BookingStatus[],
  values: Values,
): Promise<Booking> {
  const changed = await whileFree(tx, seen, from, values);
  const booking = await getBooking(tx, seen.id);
  if (changed) return booking;
  if (from.includes(booking.status)) throw new Conflict("stale", "This viewing was changed meanwhile.", booking);
  if (booking.status === "pending") throw new Conflict("illegal_step", "This viewing is not decided yet.", booking);
  throw new Conflict("already_decided", "This viewing was decided already.", booking);
}

async function whileFree(tx: Tx, seen: Seen, from: readonly BookingStatus[], values: Values): Promise<boolean> {
  try {
    return await update(tx, seen, from, values);
  } catch (cause) {
    const constraint = constraintName(cause);
    if (constraint !== "bookings_property_free" && constraint !== "bookings_staff_free") throw cause;
    const what = constraint === "bookings_property_free" ? "property" : "staff";
    const current = await getBooking(tx, seen.id);
    const clash = await findClash(tx, { ...current, ...values, booking_id: seen.id }, what);
    throw new Conflict(
      `overlap_${what}`,
      `Another approved viewing of this ${what === "staff" ? "member of staff" : what} overlaps${clash ? `: ${clash.reference}` : ""}.`,
      { ...current, clash },
    );
  }
}

/** In a savepoint, so that after the constraint's refusal the row can still be read for the answer. */
async function update(tx: Tx, { id, version }: Seen, from: readonly BookingStatus[], values: Values): Promise<boolean> {
  const changed = await tx.transaction((attempt) =>
    attempt
      .update(bookings)
      .set({ ...values, version: sql`${bookings.version} + 1` })
      .where(
        and(
          eq(bookings.company_id, tx.company_id),
          eq(bookings.id, id),
          inArray(bookings.status, [...from]),
          version === undefined ? undefined : eq(bookings.version, version),
        ),
      )
      .returning({ id: bookings.id }),
  );
  return changed.length > 0;
}
