import { eq } from "drizzle-orm";
import { companies } from "#drizzle/schema/companies.ts";
import { workingClock } from "#lib/working-hours.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { due_soon_hours } from "./due-soon.ts";
import type { Ticket, TicketHours } from "./schema.ts";

/** By what the company reckons a ticket's time. Source: companies. */
export async function ticketHours(tx: Tx): Promise<TicketHours> {
  const [row] = await tx
    .select({
      timezone: companies.timezone,
      working_hours: companies.working_hours,
      ticket_hours: companies.ticket_hours,
    })
    .from(companies)
    .where(eq(companies.company_id, tx.company_id));
  if (!row) throw new NotFound("company");
  return row;
}

/** When a ticket of a priority that was opened at an instant should be solved. */
export function dueBy(hours: TicketHours, priority: Ticket["priority"], opened_at: string): string {
  return workingClock(hours.working_hours, hours.timezone).add(opened_at, hours.ticket_hours[priority]);
}

/** Until when a time counts as soon. */
export function dueSoonUntil(hours: TicketHours, now: string): string {
  return workingClock(hours.working_hours, hours.timezone).add(now, due_soon_hours);
}
