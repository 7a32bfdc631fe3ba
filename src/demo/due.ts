import { workingClock } from "#lib/working-hours.ts";
import { iso } from "./calendar.ts";
import type { Context } from "./context.ts";
import type { Row } from "./rows.ts";

/** When a ticket of a priority should be solved, by the company's working hours; instants are milliseconds since 1970. */
export function dueTimes({
  rows,
  company_id,
  plan,
}: Context): (priority: Row<"tickets">["priority"], at: number) => number {
  const company = rows.companies.find((row) => row.company_id === company_id);
  const clock = workingClock(company?.working_hours ?? {}, plan.timezone);
  return (priority, at) => Date.parse(clock.add(iso(at), company?.ticket_hours[priority] ?? 0));
}
