import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import * as z from "zod";
import { conversations } from "#drizzle/schema/conversations.ts";
import { ticket_events, tickets } from "#drizzle/schema/tickets.ts";
import { users } from "#drizzle/schema/users.ts";
import { id, instant } from "#lib/fields.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { getTicket } from "./queries.ts";
import type { ListEvents, TicketEvents, TicketHistory } from "./schema.ts";

const actor = alias(users, "actor");
const from_user = alias(users, "from_user");
const to_user = alias(users, "to_user");

/** One ticket with the conversation it came from and its last 50 steps. Throws NotFound.
 *  Source: tickets, ticket_events, conversations. */
export async function getTicketHistory(tx: Tx, id: string): Promise<TicketHistory> {
  const [ticket, steps] = await Promise.all([getTicket(tx, id), readEvents(tx, { id, limit: 50 })]);
  return { ticket, conversation: await getConversation(tx, ticket.conversation_id), ...steps };
}

/** A ticket's steps, newest first; one page of at most 100. Throws NotFound, Invalid("cursor"). Source: ticket_events. */
export async function listEvents(tx: Tx, input: ListEvents): Promise<TicketEvents> {
  await requireTicket(tx, input.id);
  return readEvents(tx, input);
}

/** Throws NotFound for a ticket that is not the company's. Source: tickets. */
export async function requireTicket(tx: Tx, id: string): Promise<void> {
  const [row] = await tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.company_id, tx.company_id), eq(tickets.id, id)));
  if (!row) throw new NotFound("ticket");
}

async function readEvents(tx: Tx, input: ListEvents): Promise<TicketEvents> {
  const from = after(input.cursor, z.tuple([instant(), id()]));
  const named = (value: SQL) => sql`(case when ${ticket_events.kind} = 'assigned' then ${value} end)::uuid`;
  const found = await tx
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
      and(
        eq(from_user.company_id, ticket_events.company_id),
        eq(from_user.id, named(sql`${ticket_events.from_value}`)),
      ),
    )
    .leftJoin(
      to_user,
      and(eq(to_user.company_id, ticket_events.company_id), eq(to_user.id, named(sql`${ticket_events.to_value}`))),
    )
    .where(
      and(
        eq(ticket_events.company_id, tx.company_id),
        eq(ticket_events.ticket_id, input.id),
        from ? sql`(${ticket_events.created_at}, ${ticket_events.id}) < (${from[0]}, ${from[1]})` : undefined,
      ),
    )
    .orderBy(desc(ticket_events.created_at), desc(ticket_events.id))
    .limit(literalLimit(input.limit + 1));
  const { page, next_cursor } = pageOf(found, input.limit, (row) => [row.created_at, row.id]);
  return { events: page, next_cursor };
}

async function getConversation(tx: Tx, id: string | null): Promise<TicketHistory["conversation"]> {
  if (id === null) return null;
  const [row] = await tx
    .select({ id: conversations.id, type: conversations.type, started_at: conversations.started_at })
    .from(conversations)
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, id)));
  return row ?? null;
}
