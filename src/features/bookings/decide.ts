import * as z from "zod";
import type { Tx } from "#server/tenant.ts";
import { Conflict, NotFound } from "../../errors.ts";
import { changeBooking } from "./change.ts";
import { holdTimes } from "./hold-times.ts";
import { tellStaff } from "./notices.ts";
import { getBooking } from "./rows.ts";
import type { ApproveBooking, ApproveBookings, Booking, CancelBooking, RejectBooking } from "./schema.ts";
import { ApprovedBookings } from "./schema.ts";

/** Approves a pending viewing and tells who shows it; the server's own clock and user hold. Throws NotFound, and Conflict as
 *  changeBooking does: "already_decided" when somebody was first, "overlap_…" when the property or the colleague is taken. */
export async function approveBooking(tx: Tx, seen: ApproveBooking): Promise<Booking> {
  await holdTimes(tx, [seen.id]);
  return approve(tx, seen);
}

/** Rejects a pending viewing, for good. Throws NotFound and Conflict ("already_decided", "stale") with the current row. */
export async function rejectBooking(tx: Tx, { reason, ...seen }: RejectBooking): Promise<Booking> {
  const values = { status: "rejected", reject_reason: reason ?? null, ...decision(tx) } as const;
  const booking = await changeBooking(tx, seen, ["pending"], values);
  await tellStaff(tx, booking);
  return booking;
}

/** Calls a viewing off, whether it was approved or not. Throws NotFound and Conflict ("already_decided", "stale"). */
export async function cancelBooking(tx: Tx, { reason, ...seen }: CancelBooking): Promise<Booking> {
  const values = { status: "cancelled", reject_reason: reason ?? null, ...decision(tx) } as const;
  const booking = await changeBooking(tx, seen, ["pending", "approved"], values);
  await tellStaff(tx, booking);
  return booking;
}

/** Approves many, each by itself: what cannot be approved is answered with its reason and leaves the others alone. Of two that
 *  want one time the earlier in the list wins. */
export async function approveBookings(tx: Tx, input: ApproveBookings): Promise<ApprovedBookings> {
  await holdTimes(
    tx,
    input.bookings.map(({ id }) => id),
  );
  const answer: ApprovedBookings = { done: [], failed: [] };
  for (const one of input.bookings) {
    try {
      answer.done.push(await approve(tx, one));
    } catch (cause) {
      answer.failed.push(await failureOf(tx, one.id, cause));
    }
  }
  return answer;
}

type Failure = ApprovedBookings["failed"][number];
const Overlap = z.object({ clash: ApprovedBookings.shape.failed.element.shape.clash });

/** Why one of many was not approved. Throws whatever is no refusal. */
async function failureOf(tx: Tx, id: string, cause: unknown): Promise<Failure> {
  if (cause instanceof NotFound) return { id, reason: "not_found", booking: null, clash: null };
  if (!(cause instanceof Conflict)) throw cause;
  const reason = ApprovedBookings.shape.failed.element.shape.reason.parse(cause.reason);
  const overlap = Overlap.safeParse(cause.current);
  return { id, reason, booking: await getBooking(tx, id), clash: overlap.success ? overlap.data.clash : null };
}

async function approve(tx: Tx, seen: ApproveBooking): Promise<Booking> {
  const booking = await changeBooking(tx, seen, ["pending"], { status: "approved", ...decision(tx) });
  await tellStaff(tx, booking);
  return booking;
}

const decision = (tx: Tx) => ({ decided_by: tx.user_id, decided_at: new Date().toISOString() });
