import { notify } from "#features/notifications/notify.ts";
import { notifyEntitled } from "#features/notifications/notify-entitled.ts";
import type { Tx } from "#server/tenant.ts";
import type { Booking } from "./schema.ts";

/** Tells who shows a viewing how it was decided, or when an approved one now is; nobody is told of what he did himself. */
export async function tellStaff(tx: Tx, booking: Booking): Promise<void> {
  if (booking.staff_id === null || booking.staff_id === tx.user_id) return;
  await notify(tx, {
    user_id: booking.staff_id,
    kind: "booking_decided",
    event_key: `booking_decided:${booking.id}:${booking.version}`,
    subject_table: "bookings",
    subject_id: booking.id,
    params: {
      reference: booking.reference,
      customer_name: booking.customer.name,
      property_title: booking.property.title,
      starts_at: booking.starts_at,
      status: booking.status,
    },
  });
}

/** Tells those who decide that a viewing waits for them. */
export async function tellDeciders(tx: Tx, booking: Booking): Promise<void> {
  await notifyEntitled(tx, {
    kind: "booking_pending",
    event_key: `booking_pending:${booking.id}`,
    subject_table: "bookings",
    subject_id: booking.id,
    params: {
      reference: booking.reference,
      customer_name: booking.customer.name,
      property_title: booking.property.title,
      starts_at: booking.starts_at,
    },
  });
}
