import { iso } from "../calendar.ts";
import type { Context, KnownCustomer } from "../context.ts";
import { staffKeys } from "../context.ts";
import { dueTimes } from "../due.ts";
import { idAt } from "../ids.ts";

/** The hand-written tickets with all that happened to them. */
export function addWrittenTickets(
  context: Context,
  customers: Map<string, KnownCustomer>,
  talks: Map<string, string>,
): void {
  const { plan, calendar, company_id, staff, rows } = context;
  const chance = context.random("written tickets");
  const dueBy = dueTimes(context);
  for (const written of plan.tickets) {
    const opened = calendar.at(...written.opened);
    const id = idAt(opened, chance);
    const isMachine = written.source !== "staff";
    const moments = written.events.map((event) => calendar.at(...event.at));
    const resolvedAt = moments[written.events.findIndex((event) => event.kind === "resolved")];
    const base = { company_id, ticket_id: id, from_value: null, to_value: null, body: null };
    rows.ticket_events.push({
      ...base,
      id: idAt(opened, chance),
      kind: "created",
      actor_kind: written.source,
      actor_id: isMachine ? null : staff.support,
      to_value: "open",
      created_at: iso(opened),
    });
    written.events.forEach((event, index) => {
      const at = moments[index] ?? opened;
      const assignee = staffKeys.find((key) => event.kind === "assigned" && key === event.to);
      rows.ticket_events.push({
        ...base,
        id: idAt(at, chance),
        kind: event.kind,
        actor_kind: "staff",
        actor_id: staff[event.by],
        from_value: event.from ?? null,
        to_value: assignee ? staff[assignee] : (event.to ?? null),
        body: event.body ?? null,
        created_at: iso(at),
      });
    });
    rows.tickets.push({
      company_id,
      id,
      number: 0,
      subject: written.subject,
      description: written.description,
      category: written.category,
      priority: written.priority,
      status: written.status,
      source: written.source,
      customer_id: customers.get(written.customer)?.row.id ?? null,
      assignee_id: written.assignee && staff[written.assignee],
      conversation_id: written.conversation === null ? null : (talks.get(written.conversation) ?? null),
      due_at: iso(dueBy(written.priority, opened)),
      resolution: written.resolution,
      first_response_at: moments[0] === undefined ? null : iso(moments[0]),
      resolved_at: resolvedAt === undefined ? null : iso(resolvedAt),
      created_by: isMachine ? null : staff.support,
      version: 1 + written.events.length,
      created_at: iso(opened),
      updated_at: iso(moments.at(-1) ?? opened),
    });
  }
}
