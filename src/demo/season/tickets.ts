import { dayMs, hourMs, iso, minuteMs } from "../calendar.ts";
import type { Context, KnownCustomer } from "../context.ts";
import { dueTimes } from "../due.ts";
import { idAt } from "../ids.ts";
import type { Random } from "../random.ts";
import type { Row } from "../rows.ts";
import { say } from "../wording.ts";
import type { WrittenTalk } from "./talk.ts";

type Status = Row<"tickets">["status"];

type NewTicket = Pick<Row<"tickets">, "subject" | "description" | "category" | "source" | "conversation_id"> & {
  at: number;
  customer: KnownCustomer | null;
};

/** The tickets that talks ended in, then others that staff wrote down, until there are `total`. */
export function addTickets(context: Context, talks: readonly WrittenTalk[], total: number): void {
  const chance = context.random("tickets");
  const dueBy = dueTimes(context);
  for (const talk of talks) addTicket(context, fromTalk(talk), chance, dueBy);
  while (context.rows.tickets.length < total) addTicket(context, writtenByStaff(context, chance), chance, dueBy);
}

function fromTalk({ row, scenario, subject, property, customer }: WrittenTalk): NewTicket {
  const isContract = scenario === "contract";
  const label = isContract ? "ملاحظة على العقد" : "بلاغ صيانة";
  return {
    at: Date.parse(row.ended_at ?? row.started_at),
    subject: `${label}: ${subject}`,
    description: `${row.summary ?? ""} ${property.row.title}.`.trim(),
    category: isContract ? "contract" : "maintenance",
    source: row.type === "voice" ? "voice_agent" : "chat_agent",
    conversation_id: row.id,
    customer,
  };
}

function writtenByStaff({ plan, calendar, customers }: Context, chance: Random): NewTicket {
  const day = chance.chance(0.12) ? 1 : chance.int(2, 88);
  const at = calendar.at(-day, "09:00") + chance.int(0, 11 * 60) * minuteMs;
  const customer = chance.pick(customers.filter((one) => one.row.created_at < iso(at)));
  const [category, texts] = chance.weighted([
    [["complaint", plan.phrases.complaints], 34],
    [["inquiry", plan.phrases.inquiries], 36],
    [["payment", plan.phrases.payments], 24],
    [["other", plan.phrases.inquiries], 6],
  ] as const);
  const [subject, description] = chance.pick(texts);
  return {
    at,
    subject,
    description: say(description, {}, customer.gender),
    category,
    source: "staff",
    conversation_id: null,
    customer,
  };
}

function addTicket(
  { company_id, rows, staff, plan, calendar }: Context,
  ticket: NewTicket,
  chance: Random,
  dueBy: ReturnType<typeof dueTimes>,
): void {
  const priority = chance.weighted([
    ["urgent", 8],
    ["high", 24],
    ["medium", 46],
    ["low", 22],
  ] as const);
  const age = calendar.now - ticket.at;
  const status = statusAt(age, chance);
  const id = idAt(ticket.at, chance);
  const add = (kind: Row<"ticket_events">["kind"], at: number, more: Partial<Row<"ticket_events">>) =>
    rows.ticket_events.push({
      company_id,
      id: idAt(at, chance),
      ticket_id: id,
      kind,
      actor_kind: "staff",
      actor_id: staff.support,
      from_value: null,
      to_value: null,
      body: null,
      created_at: iso(at),
      ...more,
    });

  const isMachine = ticket.source !== "staff";
  add("created", ticket.at, {
    actor_kind: ticket.source,
    actor_id: isMachine ? null : staff.support,
    to_value: "open",
  });
  const due = dueBy(priority, ticket.at);
  // Most are solved in time. What happened fits between the opening and now, however young the ticket is.
  const pace = chance.chance(0.82) ? chance.int(30, 115) / 100 : chance.int(140, 300) / 100;
  const span = Math.min(age, Math.max(3 * hourMs, (due - ticket.at) * pace));
  const moment = (share: number) => Math.floor(ticket.at + span * share);
  const isTaken = status !== "open";
  if (isTaken) add("status_changed", moment(0.1), { from_value: "open", to_value: "in_progress" });
  if (isTaken) add("assigned", moment(0.1), { to_value: staff.support });
  if (isTaken && chance.chance(0.6)) add("commented", moment(0.4), { body: chance.pick(plan.phrases.comments) });
  const isResolved = status === "resolved" || status === "closed";
  if (isResolved) add("resolved", moment(0.8), { from_value: "in_progress", to_value: "resolved" });
  if (status === "closed") add("status_changed", moment(1), { from_value: "resolved", to_value: "closed" });

  rows.tickets.push({
    company_id,
    id,
    number: 0,
    subject: ticket.subject,
    description: ticket.description,
    category: ticket.category,
    priority,
    status,
    source: ticket.source,
    customer_id: ticket.customer?.row.id ?? null,
    assignee_id: isTaken ? staff.support : null,
    conversation_id: ticket.conversation_id,
    due_at: iso(due),
    resolution: isResolved ? chance.pick(plan.phrases.resolutions) : null,
    first_response_at: isTaken ? iso(moment(0.1)) : null,
    resolved_at: isResolved ? iso(moment(0.8)) : null,
    created_by: isMachine ? null : staff.support,
    version: 1,
    created_at: iso(ticket.at),
    updated_at: iso(moment(status === "closed" ? 1 : isResolved ? 0.8 : isTaken ? 0.4 : 0)),
  });
}

function statusAt(age: number, chance: Random): Status {
  if (age < 2 * dayMs)
    return chance.weighted([
      ["open", 50],
      ["in_progress", 40],
      ["resolved", 10],
    ] as const);
  if (age < 7 * dayMs)
    return chance.weighted([
      ["open", 15],
      ["in_progress", 30],
      ["resolved", 45],
      ["closed", 10],
    ] as const);
  return chance.weighted([
    // Nobody leaves a customer for a month.
    ["in_progress", age < 24 * dayMs ? 7 : 0],
    ["resolved", 24],
    ["closed", 73],
  ] as const);
}
