import { and, asc, desc, eq, isNull, ne, sql } from "drizzle-orm";
import { bookings } from "#drizzle/schema/bookings.ts";
import { companies } from "#drizzle/schema/companies.ts";
import { conversation_summaries, conversations, messages } from "#drizzle/schema/conversations.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { tickets } from "#drizzle/schema/tickets.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";

export type HeldTalk = Awaited<ReturnType<typeof holdTalk>>;

/** A conversation, held until the transaction ends, with what our rows say of it, its lines, and its summaries so far (newest
 *  first). Throws NotFound. Source: conversations, messages, bookings, tickets, conversation_summaries, companies. */
export async function holdTalk(tx: Tx, id: string) {
  const [row] = await tx
    .select(columns)
    .from(conversations)
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, id)))
    .for("update");
  if (!row) throw new NotFound("conversation");
  const [lines, summaries, made, company, phone] = await Promise.all([
    linesOf(tx, id),
    summariesOf(tx, id),
    whatCameOf(tx, id),
    companyOf(tx),
    phoneOf(tx, row.customer_id),
  ]);
  return {
    ...row,
    ...made,
    ...company,
    customer_phone: phone,
    lines,
    summaries,
    is_spoken: lines.some(({ speaker }) => speaker === "customer"),
  };
}

const columns = {
  id: conversations.id,
  type: conversations.type,
  status: conversations.status,
  mode: conversations.mode,
  direction: conversations.direction,
  outcome: conversations.outcome,
  customer_id: conversations.customer_id,
  summary: conversations.summary,
  next_step: conversations.next_step,
  sentiment: conversations.sentiment,
  vendor: conversations.vendor,
  model: conversations.model,
  settled_at: conversations.settled_at,
  ended_at: conversations.ended_at,
  /** A machine hands over to whoever comes, so nobody may be named yet. The end is the vendor's reckoning of start and length: a
   *  minute is allowed for. */
  is_handed_over: sql<boolean>`coalesce(${conversations.handed_over_at} <= coalesce(${conversations.ended_at}, now()) + interval '1 minute', false)`,
};

function linesOf(tx: Tx, id: string) {
  return tx
    .select({ speaker: messages.speaker, text: messages.text, created_at: messages.created_at })
    .from(messages)
    .where(and(eq(messages.company_id, tx.company_id), eq(messages.conversation_id, id)))
    .orderBy(asc(messages.position));
}

function summariesOf(tx: Tx, id: string) {
  return tx
    .select({
      version: conversation_summaries.version,
      prompt_version: conversation_summaries.prompt_version,
      created_at: conversation_summaries.created_at,
    })
    .from(conversation_summaries)
    .where(and(eq(conversation_summaries.company_id, tx.company_id), eq(conversation_summaries.conversation_id, id)))
    .orderBy(desc(conversation_summaries.version));
}

async function whatCameOf(tx: Tx, id: string): Promise<{ is_booked: boolean; has_ticket: boolean }> {
  const viewing = tx
    .select({ id: bookings.id })
    .from(bookings)
    .where(and(eq(bookings.company_id, tx.company_id), eq(bookings.conversation_id, id)))
    .limit(1);
  const ticket = tx
    .select({ id: tickets.id })
    .from(tickets)
    .where(and(eq(tickets.company_id, tx.company_id), eq(tickets.conversation_id, id), ne(tickets.source, "system")))
    .limit(1);
  const [booked, opened] = await Promise.all([viewing, ticket]);
  return { is_booked: booked.length > 0, has_ticket: opened.length > 0 };
}

async function companyOf(tx: Tx) {
  const [row] = await tx
    .select({ language: companies.locale, settings: companies.settings })
    .from(companies)
    .where(eq(companies.company_id, tx.company_id));
  if (!row) throw new NotFound("company");
  return row;
}

async function phoneOf(tx: Tx, customer_id: string | null): Promise<string | null> {
  if (customer_id === null) return null;
  const [row] = await tx
    .select({ phone: customers.phone })
    .from(customers)
    .where(
      and(eq(customers.company_id, tx.company_id), eq(customers.id, customer_id), isNull(customers.merged_into_id)),
    );
  return row?.phone ?? null;
}
