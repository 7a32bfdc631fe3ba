import { iso, minuteMs } from "../calendar.ts";
import type { Context, KnownCustomer } from "../context.ts";
import { idAt } from "../ids.ts";

/** The hand-written viewings. They take their places in the diary before the season fills it. */
export function addWrittenBookings(
  context: Context,
  customers: Map<string, KnownCustomer>,
  talks: Map<string, string>,
): void {
  const { plan, calendar, company_id, staff, rows, diary } = context;
  const chance = context.random("written bookings");
  for (const written of plan.bookings) {
    const customer = customers.get(written.customer);
    const property = context.properties.find((one) => one.plan.key === written.property);
    if (!customer || !property)
      throw new RangeError(`Booking of ${written.customer} at ${written.property} fits nobody`);
    const starts = calendar.at(...written.starts);
    const ends = starts + written.minutes * minuteMs;
    const made = calendar.at(...written.made);
    const decidedAt = written.decided === null ? null : calendar.at(...written.decided[1]);
    diary.take([property.row.id, staff[written.staff]], starts, ends);
    rows.bookings.push({
      company_id,
      id: idAt(made, chance),
      number: 0,
      customer_id: customer.row.id,
      property_id: property.row.id,
      staff_id: staff[written.staff],
      conversation_id: written.conversation === null ? null : (talks.get(written.conversation) ?? null),
      starts_at: iso(starts),
      ends_at: iso(ends),
      price_minor: property.row.price_minor,
      currency: plan.currency,
      status: written.status,
      source: written.source,
      notes: written.notes,
      decided_by: written.decided && staff[written.decided[0]],
      decided_at: decidedAt === null ? null : iso(decidedAt),
      reject_reason: written.reject_reason,
      created_by: written.source === "staff" ? staff[written.staff] : null,
      version: written.status === "pending" ? 1 : written.status === "completed" ? 3 : 2,
      created_at: iso(made),
      updated_at: iso(written.status === "completed" ? ends : (decidedAt ?? made)),
    });
  }
}
