import { and, asc, desc, eq, gte, isNull, lt, not, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import * as z from "zod";
import { customers } from "#drizzle/schema/customers.ts";
import { tickets } from "#drizzle/schema/tickets.ts";
import { users } from "#drizzle/schema/users.ts";
import { matchingCustomers } from "#features/customers/match.ts";
import { nameKey } from "#lib/arabic.ts";
import { latinDigits } from "#lib/digits.ts";
import { id, instant } from "#lib/fields.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { dueSoonUntil, ticketHours } from "./hours.ts";
import type { CountTickets, ListTickets, Ticket, TicketCounts, TicketPage } from "./schema.ts";

const assignee = alias(users, "assignee");
const creator = alias(users, "creator");

/** The most urgent has the highest rank. */
const urgency = sql<number>`case ${tickets.priority} when 'urgent' then 4 when 'high' then 3 when 'medium' then 2 else 1 end`;

const unsolved = sql`${tickets.status} in ('open', 'in_progress')`;

/** Where a ticket without a time stands among those with one: after any that the schemas allow. */
const never = "2200-01-01T00:00:00.000Z";
const dueOrNever = sql<string>`coalesce(${tickets.due_at}, ${never}::timestamptz)`;

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

/** Tickets of the current company; one page of at most 100.
 *  Rows are limited by policy tickets_select and by company_id. Throws Invalid("cursor"). Source: tickets. */
export async function listTickets(tx: Tx, input: ListTickets): Promise<TicketPage> {
  const { beyond, order, keyOf } = sorting(input);
  const found = await rows(tx)
    .where(
      and(
        await within(tx, input),
        input.assignee_id ? assignedTo(tx, input.assignee_id) : undefined,
        input.status && eq(tickets.status, input.status),
        input.is_unsolved === undefined ? undefined : input.is_unsolved ? unsolved : not(unsolved),
        beyond,
      ),
    )
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
  if (sort === "due_first") {
    const from = after(cursor, z.tuple([z.union([instant(), z.literal(never)]), id()]));
    return {
      beyond: from ? sql`(${dueOrNever}, ${tickets.id}) > (${from[0]}, ${from[1]})` : undefined,
      order: [asc(dueOrNever), asc(tickets.id)],
      keyOf: (row: Row) => [row.due_at ?? never, row.id],
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

/** How many tickets are in each state under the list's filters, and of the unsolved how many are overdue, the caller's and
 *  nobody's. Source: tickets. */
export async function countTickets(tx: Tx, input: CountTickets): Promise<TicketCounts> {
  const asked = input.assignee_id ? assignedTo(tx, input.assignee_id) : sql`true`;
  const count = (condition: SQL) => sql<number>`(count(*) filter (where ${condition}))::integer`;
  const counted = await tx
    .select({
      status: tickets.status,
      count: count(asked),
      late: count(sql`${asked} and ${tickets.due_at} < ${new Date().toISOString()}`),
      mine: count(assignedTo(tx, "me")),
      unassigned: count(assignedTo(tx, "none")),
    })
    .from(tickets)
    .where(await within(tx, input))
    .groupBy(tickets.status);
  const of = { open: 0, in_progress: 0, resolved: 0, closed: 0 };
  const live = { unsolved: 0, overdue: 0, mine: 0, unassigned: 0 };
  for (const { status, count, late, mine, unassigned } of counted) {
    of[status] = count;
    if (status !== "open" && status !== "in_progress") continue;
    live.unsolved += count;
    live.overdue += late;
    live.mine += mine;
    live.unassigned += unassigned;
  }
  return { all: live.unsolved + of.resolved + of.closed, ...of, ...live };
}

/** One ticket. Throws NotFound. Source: tickets. */
export async function getTicket(tx: Tx, id: string): Promise<Ticket> {
  const [row] = await rows(tx).where(and(eq(tickets.company_id, tx.company_id), eq(tickets.id, id)));
  if (!row) throw new NotFound("ticket");
  return asTicket(row);
}

async function within(tx: Tx, input: CountTickets): Promise<SQL | undefined> {
  return and(
    eq(tickets.company_id, tx.company_id),
    input.category && eq(tickets.category, input.category),
    input.priority && eq(tickets.priority, input.priority),
    input.customer_id ? eq(tickets.customer_id, input.customer_id) : undefined,
    input.from ? gte(tickets.created_at, input.from) : undefined,
    input.to ? lt(tickets.created_at, input.to) : undefined,
    input.due ? await dueWithin(tx, input.due) : undefined,
    input.q ? await matching(tx, input.q) : undefined,
  );
}

async function dueWithin(tx: Tx, due: "overdue" | "soon"): Promise<SQL | undefined> {
  const now = new Date().toISOString();
  if (due === "overdue") return and(unsolved, lt(tickets.due_at, now));
  return and(unsolved, gte(tickets.due_at, now), lt(tickets.due_at, dueSoonUntil(await ticketHours(tx), now)));
}

function assignedTo(tx: Tx, who: "me" | "none" | (string & {})): SQL {
  if (who === "none") return isNull(tickets.assignee_id);
  return sql`${tickets.assignee_id} = ${who === "me" ? tx.user_id : who}::uuid`;
}

async function matching(tx: Tx, words: string): Promise<SQL> {
  const number = /^(?:tk-)?(\d{1,12})$/i.exec(latinDigits(words))?.[1];
  const key = nameKey(words);
  const [found, customer_ids] = await Promise.all([
    // A text of nothing but marks folds to nothing, which would match every subject.
    key === "" ? [] : tx.execute<{ id: string }>(sql`select id from app.search_tickets(${key}, 500)`),
    matchingCustomers(tx, words),
  ]);
  const ids = found.map(({ id }) => id);
  return sql`(${tickets.id} = any(${sql.param(ids)}::uuid[]) or ${tickets.customer_id} = any(${sql.param(customer_ids)}::uuid[])
    or ${tickets.number} = ${number ?? null}::bigint)`;
}
