import { and, asc, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import * as z from "zod";
import { bookings } from "#drizzle/schema/bookings.ts";
import { conversations, messages } from "#drizzle/schema/conversations.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { tickets } from "#drizzle/schema/tickets.ts";
import { users } from "#drizzle/schema/users.ts";
import { isVisible } from "#features/customers/visible.ts";
import { id, instant } from "#lib/fields.ts";
import { formatDuration } from "#lib/time.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import type { Conversation, ConversationHead, ConversationPage, Line, ListConversations } from "./schema.ts";

const receiver = alias(users, "receiver");

const rows = (tx: Tx) =>
  tx
    .select({
      id: conversations.id,
      company_id: conversations.company_id,
      type: conversations.type,
      status: conversations.status,
      mode: conversations.mode,
      channel: conversations.channel,
      direction: conversations.direction,
      outcome: conversations.outcome,
      customer_id: conversations.customer_id,
      customer_name: customers.name,
      customer_phone: customers.phone,
      agent_name: conversations.agent_name,
      language: conversations.language,
      duration_seconds: conversations.duration_seconds,
      message_count: sql<number>`(select count(*) from ${messages} where ${messages.company_id} = ${tx.company_id}
        and ${messages.conversation_id} = ${conversations.id})::integer`,
      summary: conversations.summary,
      next_step: conversations.next_step,
      sentiment: conversations.sentiment,
      audio_url: conversations.audio_url,
      handed_over_to: { id: receiver.id, name: receiver.name },
      started_at: conversations.started_at,
      ended_at: conversations.ended_at,
      version: conversations.version,
      created_at: conversations.created_at,
      updated_at: conversations.updated_at,
    })
    .from(conversations)
    .leftJoin(
      customers,
      and(eq(customers.company_id, conversations.company_id), eq(customers.id, conversations.customer_id)),
    )
    .leftJoin(
      receiver,
      and(eq(receiver.company_id, conversations.company_id), eq(receiver.id, conversations.handed_over_to)),
    );

type Row = Awaited<ReturnType<typeof rows>>[number];

const asHead = (row: Row): ConversationHead => ({
  ...row,
  duration: row.duration_seconds === null ? null : formatDuration(row.duration_seconds),
});

/** Calls and chats of the current company, newest first; one page of at most 100, with their lines unless not asked for.
 *  Rows are limited by policy conversations_select and by company_id. Throws Invalid("cursor").
 *  Source: conversations, messages. */
export async function listConversations(tx: Tx, input: ListConversations): Promise<ConversationPage> {
  const from = after(input.cursor, z.tuple([instant(), id()]));
  const found = await rows(tx)
    .where(
      and(
        within(tx, input),
        from ? sql`(${conversations.started_at}, ${conversations.id}) < (${from[0]}, ${from[1]})` : undefined,
      ),
    )
    .orderBy(desc(conversations.started_at), desc(conversations.id))
    .limit(literalLimit(input.limit + 1));
  const { page, next_cursor } = pageOf(found, input.limit, (row) => [row.started_at, row.id]);
  if (!input.with_transcript) return { conversations: page.map(asHead), next_cursor };
  const lines = await linesOf(
    tx,
    page.map(({ id }) => id),
  );
  return {
    conversations: page.map((row) => ({ ...asHead(row), transcript: lines.get(row.id) ?? [] })),
    next_cursor,
  };
}

/** These conversations without their lines, newest first; ids that are not the company's are passed over. */
export async function conversationHeads(tx: Tx, ids: string[]): Promise<ConversationHead[]> {
  const found = await rows(tx)
    .where(and(eq(conversations.company_id, tx.company_id), sql`${conversations.id} = any(${sql.param(ids)}::uuid[])`))
    .orderBy(desc(conversations.started_at), desc(conversations.id));
  return found.map(asHead);
}

/** One conversation with its lines and what came of it. Throws NotFound. Source: conversations, messages, bookings, tickets. */
export async function getConversation(tx: Tx, id: string): Promise<Conversation> {
  const [found, lines, bookings, tickets] = await Promise.all([
    rows(tx).where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, id))),
    linesOf(tx, [id]),
    isVisible(tx, "bookings.read") ? bookingsFrom(tx, id) : undefined,
    isVisible(tx, "tickets.read") ? ticketsFrom(tx, id) : undefined,
  ]);
  const [row] = found;
  if (!row) throw new NotFound("conversation");
  return {
    ...asHead(row),
    transcript: lines.get(id) ?? [],
    ...(bookings && { bookings }),
    ...(tickets && { tickets }),
  };
}

/** The lines of these conversations in order, by conversation. Source: messages. */
async function linesOf(tx: Tx, ids: string[]): Promise<Map<string, Line[]>> {
  const found = await tx
    .select({
      conversation_id: messages.conversation_id,
      speaker: messages.speaker,
      text: messages.text,
      at_ms: messages.at_ms,
    })
    .from(messages)
    .where(
      and(eq(messages.company_id, tx.company_id), sql`${messages.conversation_id} = any(${sql.param(ids)}::uuid[])`),
    )
    .orderBy(asc(messages.conversation_id), asc(messages.position));
  const lines = new Map<string, Line[]>(ids.map((id) => [id, []]));
  for (const { conversation_id, ...line } of found) lines.get(conversation_id)?.push(line);
  return lines;
}

async function bookingsFrom(tx: Tx, conversation_id: string) {
  const found = await tx
    .select({ id: bookings.id, number: bookings.number, status: bookings.status })
    .from(bookings)
    .where(and(eq(bookings.company_id, tx.company_id), eq(bookings.conversation_id, conversation_id)))
    .orderBy(asc(bookings.number))
    .limit(100);
  return found.map(({ number, ...row }) => ({ ...row, reference: `VB-${number}` }));
}

async function ticketsFrom(tx: Tx, conversation_id: string) {
  const found = await tx
    .select({ id: tickets.id, number: tickets.number, status: tickets.status })
    .from(tickets)
    .where(and(eq(tickets.company_id, tx.company_id), eq(tickets.conversation_id, conversation_id)))
    .orderBy(asc(tickets.number))
    .limit(100);
  return found.map(({ number, ...row }) => ({ ...row, reference: `TK-${number}` }));
}

function within(tx: Tx, input: ListConversations): SQL | undefined {
  return and(
    eq(conversations.company_id, tx.company_id),
    eq(conversations.mode, input.mode),
    input.type === "all" ? undefined : eq(conversations.type, input.type),
    input.status ? eq(conversations.status, input.status) : undefined,
    input.outcome ? eq(conversations.outcome, input.outcome) : undefined,
    input.customer_id ? eq(conversations.customer_id, input.customer_id) : undefined,
    input.from ? gte(conversations.started_at, input.from) : undefined,
    input.to ? lt(conversations.started_at, input.to) : undefined,
  );
}
