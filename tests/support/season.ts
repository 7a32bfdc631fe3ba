import { conversation_outcomes, customer_stages, ticket_categories, ticket_priorities } from "#drizzle/values.ts";
import type { TestDatabase } from "#tests/support/database.ts";
import { figuresOf } from "#tests/support/figures.ts";
import { rowsOf } from "#tests/support/rows.ts";
import type { Company } from "#tests/support/world.ts";

const booking_states = ["pending", "rejected", "cancelled", "completed"] as const;
const ticket_states = ["open", "in_progress", "resolved", "closed"] as const;
const recipient_states = ["pending", "answered", "no_answer", "busy"] as const;

const nth = <Value>(values: readonly Value[], n: number): Value | undefined => values[n % values.length];

/** Half a year of rows before `now` in a fixed pattern, a good part of them in the hours where the UTC day is not the local one. */
export async function season(
  database: TestDatabase,
  { company_id, users }: Company,
  { count, now }: { count: number; now: Date },
): Promise<void> {
  const figures = figuresOf(database, company_id);
  const rows = rowsOf(database, company_id);
  const { superuser } = database;
  const properties = [await rows.property(), await rows.property()];
  for (let n = 0; n < count; n += 1) {
    const at = new Date(now.getTime() - ((n * 7919) % 4320) * 3_600_000 - n * 61_000).toISOString();
    await figures.conversation({
      started_at: at,
      type: n % 3 === 0 ? "chat" : "voice",
      status: n % 17 === 0 ? "failed" : n % 29 === 0 ? "in_progress" : "ended",
      mode: n % 13 === 0 ? "trial" : "real",
      outcome: n % 11 === 0 ? null : (nth(conversation_outcomes, n) ?? null),
      duration_seconds: n % 7 === 0 ? null : 30 + n,
      handed_over_to: n % 19 === 0 ? users.agent.id : null,
    });
    if (n % 4 > 0) continue;
    const customer_id = await rows.customer();
    // The customer's own first move, now, is not part of the pattern.
    await superuser`delete from stage_changes where company_id = ${company_id} and customer_id = ${customer_id}`;
    const stage = (step: number) => nth(customer_stages, n + step) ?? "lead";
    await figures.stageMove({ customer_id, to_stage: stage(0), created_at: at });
    await figures.stageMove({ customer_id, from_stage: stage(0), to_stage: stage(1), created_at: at });
    await figures.stageMove({ customer_id, from_stage: stage(1), to_stage: stage(0), created_at: at });
    const ticket = await figures.ticket({
      created_at: at,
      status: nth(ticket_states, n / 4) ?? "open",
      priority: n % 8 === 0 ? "urgent" : (nth(ticket_priorities, n / 4) ?? "low"),
      due_at: at,
      assignee_id: n % 8 === 0 ? users.support_manager.id : null,
    });
    await superuser`update tickets set category = ${nth(ticket_categories, n / 4) ?? "other"},
      first_response_at = created_at + ${`${n} minutes`}::interval where id = ${ticket}`;
    const booking = await rows.booking({
      customer_id,
      property_id: nth(properties, n / 4) ?? "",
      status: nth(booking_states, n / 4) ?? "pending",
      staff_id: n % 8 === 0 ? users.sales_manager.id : null,
    });
    await superuser`
      update bookings set created_at = ${at},
        decided_at = case when decided_at is not null then ${at}::timestamptz + ${`${(n % 50) + 1} minutes`}::interval end
       where id = ${booking}`;
    if (n % 20 > 0) continue;
    const campaign_id = await figures.campaign({ status: "running", type: n % 40 === 0 ? "chat" : "voice" });
    await superuser`update campaigns set started_at = ${at} where id = ${campaign_id}`;
    for (const [digit, status] of recipient_states.entries()) {
      await figures.recipient({ campaign_id, phone: `+9665111${1000 + n}${digit}`, status, attempts: digit });
    }
  }
}
