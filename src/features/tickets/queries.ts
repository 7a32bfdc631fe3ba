import { and, asc, desc, eq, isNull, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import * as z from "zod";
import { customers } from "#drizzle/schema/customers.ts";
import { ticket_events, tickets } from "#drizzle/schema/tickets.ts";
import { users } from "#drizzle/schema/users.ts";
import { nameKey } from "#lib/arabic.ts";
import { latinDigits } from "#lib/digits.ts";
import { id, instant } from "#lib/fields.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import type {
  CountTickets,
  ListTickets,
  Ticket,
  TicketCounts,
  TicketEvent,
  TicketHistory,
  TicketPage,
} from "./schema.ts";

const assignee = alias(users, "assignee");
const creator = alias(users, "creator");
const actor = alias(users, "actor");
const from_user = alias(users, "from_user");
const to_user = alias(users, "to_user");

/** The most urgent has the highest rank. */
const urgency = sql<number>`case ${tickets.priority} when 'urgent' then 4 when 'high' then 3 when 'medium' then 2 else 1 end`;

const rows = (tx: Tx) =>
  tx
    .select({
      id: tickets.id,
      company_id: tickets.company_id,
      number: tickets.number,
      subject: tickets.subject,
      description: tickets.description,
      category: tickets.category,
      priority: tickets.priority,
      urgency,
      status: tickets.status,
      source: tickets.source,
      customer_id: tickets.customer_id,
      customer: { id: customers.id, name: customers.name, phone: customers.phone, stage: customers.stage },
      assignee_id: tickets.assignee_id,
      assignee: { id: assignee.id, name: assignee.name },
      conversation_id: tickets.conversation_id,
      due_at: tickets.due_at,
      resolution: tickets.resolution,
      first_response_at: tickets.first_response_at,
      resolved_at: tickets.resolved_at,
      created_by: { id: creator.id, name: creator.name, gender: creator.gender },
      version: tickets.version,
      created_at: tickets.created_at,
      updated_at: tickets.updated_at,
    })
    .from(tickets)
    .leftJoin(customers, and(eq(customers.company_id, tickets.company_id), eq(customers.id, tickets.customer_id)))
    .leftJoin(assignee, and(eq(assignee.company_id, tickets.company_id), eq(assignee.id, tickets.assignee_id)))
    .leftJoin(creator, and(eq(creator.company_id, tickets.company_id), eq(creator.id, tickets.created_by)));

type Row = Awaited<ReturnType<typeof rows>>[number];

function asTicket({ number, urgency: _, ...row }: Row): Ticket {
  const is_unsolved = row.status === "open" || row.status === "in_progress";
  return {
    ...row,
    reference: `TK-${number}`,
    is_overdue: is_unsolved && row.due_at !== null && Date.parse(row.due_at) < Date.now(),
  };
}

/** Tickets of the current company; one page of at most 100. "urgent_first" goes by priority, then newest.
 *  Rows are limited by policy tickets_select and by company_id. Throws Invalid("cursor"). Source: tickets. */
export async function listTickets(tx: Tx, input: ListTickets): Promise<TicketPage> {
  const { beyond, order, keyOf } = sorting(input);
  const found = await rows(tx)
    .where(and(await within(tx, input), input.status && eq(tickets.status, input.status), beyond))
    .orderBy(...order)
    .limit(literalLimit(input.limit + 1));
  const { page, next_cursor } = pageOf(found, input.limit, keyOf);
  return { tickets: page.map(asTicket), next_cursor };
}

function sorting({ sort, cursor }: ListTickets) {
  if (sort === "urgent_first") {
    const from = after(cursor, z.tuple([z.int().min(1).max(4), instant(), id()]));
    return {
      beyond: from
        ? sql`(${urgency}, ${tickets.created_at}, ${tickets.id}) < (${from[0]}, ${from[1]}, ${from[2]})`
        : undefined,
      order: [desc(urgency), desc(tickets.created_at), desc(tickets.id)],
      keyOf: (row: Row) => [row.urgency, row.created_at, row.id],
    };
  }
  const from = after(cursor, z.tuple([instant(), id()]));
  const [direction, beyond] = sort === "newest" ? [desc, sql`<`] : [asc, sql`>`];
  return {
    beyond: from ? sql`(${tickets.created_at}, ${tickets.id}) ${beyond} (${from[0]}, ${from[1]})` : undefined,
    order: [direction(tickets.created_at), direction(tickets.id)],
    keyOf: (row: Row) => [row.created_at, row.id],
  };
}

/** How many tickets are in each state under the list's filters, and how many of them are overdue. Source: tickets. */
export async function countTickets(tx: Tx, input: CountTickets): Promise<TicketCounts> {
  const counted = await tx
    .select({
      status: tickets.status,
      count: sql<number>`count(*)::integer`,
      late: sql<number>`count(*) filter (where ${tickets.due_at} < ${new Date().toISOString()})::integer`,
    })
    .from(tickets)
    .where(await within(tx, input))
    .groupBy(tickets.status);
  const counts: TicketCounts = { all: 0, open: 0, in_progress: 0, resolved: 0, closed: 0, overdue: 0 };
  for (const { status, count, late } of counted) {
    counts[status] = count;
    counts.all += count;
    if (status === "open" || status === "in_progress") counts.overdue += late;
  }
  return counts;
}

/** One ticket. Throws NotFound. Source: tickets. */
export async function getTicket(tx: Tx, id: string): Promise<Ticket> {
  const [row] = await rows(tx).where(and(eq(tickets.company_id, tx.company_id), eq(tickets.id, id)));
  if (!row) throw new NotFound("ticket");
  return asTicket(row);
}

/** One ticket with its history, oldest step first. Throws NotFound. Source: tickets, ticket_events. */
export async function getTicketHistory(tx: Tx, id: string): Promise<TicketHistory> {
  const [ticket, events] = await Promise.all([getTicket(tx, id), listEvents(tx, id)]);
  return { ticket, events };
}

function listEvents(tx: Tx, ticket_id: string): Promise<TicketEvent[]> {
  const named = (value: SQL) => sql`(case when ${ticket_events.kind} = 'assigned' then ${value} end)::uuid`;
  return tx
    .select({
      id: ticket_events.id,
      kind: ticket_events.kind,
      actor_kind: ticket_events.actor_kind,
      actor: { id: actor.id, name: actor.name, gender: actor.gender },
      from_value: ticket_events.from_value,
      to_value: ticket_events.to_value,
      from_user: { id: from_user.id, name: from_user.name },
      to_user: { id: to_user.id, name: to_user.name },
      body: ticket_events.body,
      created_at: ticket_events.created_at,
    })
    .from(ticket_events)
    .leftJoin(actor, and(eq(actor.company_id, ticket_events.company_id), eq(actor.id, ticket_events.actor_id)))
    .leftJoin(
      from_user,
      and(eq(from_user.company_id, tx.company_id), eq(from_user.id, named(sql`${ticket_events.from_value}`))),
    )
    .leftJoin(
      to_user,
      and(eq(to_user.company_id, tx.company_id), eq(to_user.id, named(sql`${ticket_events.to_value}`))),
    )
    .where(and(eq(ticket_events.company_id, tx.company_id), eq(ticket_events.ticket_id, ticket_id)))
    .orderBy(asc(ticket_events.created_at), asc(ticket_events.id))
    .limit(500);
}

async function within(tx: Tx, input: CountTickets): Promise<SQL | undefined> {
  return and(
    eq(tickets.company_id, tx.company_id),
    input.category && eq(tickets.category, input.category),
    input.priority && eq(tickets.priority, input.priority),
    input.assignee_id ? assignedTo(tx, input.assignee_id) : undefined,
    input.customer_id ? eq(tickets.customer_id, input.customer_id) : undefined,
    input.q ? await matching(tx, input.q) : undefined,
  );
}

function assignedTo(tx: Tx, who: "me" | "none" | (string & {})): SQL {
  if (who === "none") return isNull(tickets.assignee_id);
  return sql`${tickets.assignee_id} = ${who === "me" ? tx.user_id : who}::uuid`;
}

async function matching(tx: Tx, words: string): Promise<SQL> {
  const number = /^(?:tk-)?(\d{1,12})$/i.exec(latinDigits(words))?.[1];
  const key = nameKey(words);
  // A text of nothing but marks folds to nothing, which would match every subject.
  const found = key === "" ? [] : await tx.execute<{ id: string }>(sql`select id from app.search_tickets(${key}, 500)`);
  const bySubject = sql`${tickets.id} = any(${sql.param(found.map(({ id }) => id))}::uuid[])`;
  return number ? sql`(${bySubject} or ${tickets.number} = ${number}::bigint)` : bySubject;
}
