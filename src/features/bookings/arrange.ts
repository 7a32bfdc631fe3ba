import { requireRows } from "#server/require-rows.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict } from "../../errors.ts";
import { changeBooking } from "./change.ts";
import { holdTimes } from "./hold-times.ts";
import { tellStaff } from "./notices.ts";
import { getBooking } from "./rows.ts";
import type { AssignStaff, Booking, CompleteBooking, RescheduleBooking } from "./schema.ts";

const undone = ["pending", "approved"] as const;

/** Moves a viewing to another time, and to another colleague when one is given. An approved one stays approved only where
 *  nothing approved is in the way. Throws NotFound, and Conflict as changeBooking does. */
export async function rescheduleBooking(tx: Tx, input: RescheduleBooking): Promise<Booking> {
  const { starts_at, ends_at, staff_id, ...seen } = input;
  await requireRows(tx, { user: staff_id ?? null });
  return arrange(tx, seen, { starts_at, ends_at, ...(staff_id !== undefined && { staff_id }) });
}

/** Gives a viewing to the colleague who shows it, or to nobody yet. Throws as rescheduleBooking does. */
export async function assignStaff(tx: Tx, { staff_id, ...seen }: AssignStaff): Promise<Booking> {
  await requireRows(tx, { user: staff_id });
  return arrange(tx, seen, { staff_id });
}

/** An approved viewing took place. Throws NotFound and Conflict ("not_begun", "illegal_step", "already_decided", "stale"). */
export async function completeBooking(tx: Tx, seen: CompleteBooking): Promise<Booking> {
  const booking = await getBooking(tx, seen.id);
  if (booking.status === "approved" && Date.parse(booking.starts_at) > Date.now()) {
    throw new Conflict("not_begun", "A viewing that has not begun did not take place.", booking);
  }
  return changeBooking(tx, seen, ["approved"], { status: "completed" });
}

async function arrange(
  tx: Tx,
  seen: Pick<RescheduleBooking, "id" | "version">,
  values: Parameters<typeof changeBooking>[3],
): Promise<Booking> {
  await holdTimes(tx, [seen.id], values.staff_id);
  const booking = await changeBooking(tx, seen, undone, values);
  if (booking.status === "approved") await tellStaff(tx, booking);
  return booking;
}
