import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { conversations, messages } from "#drizzle/schema/conversations.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { users } from "#drizzle/schema/users.ts";
import { formatDuration } from "#lib/time.ts";
import { literalLimit } from "#server/literal-limit.ts";
import type { Tx } from "#server/tenant.ts";
import type { ConversationHead } from "./schema.ts";

const receiver = alias(users, "receiver");

const columns = {
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
  message_count: sql<number>`(select count(*) from ${messages} where ${messages.company_id} = ${conversations.company_id}
    and ${messages.conversation_id} = ${conversations.id})::integer`,
  summary: conversations.summary,
  next_step: conversations.next_step,
  sentiment: conversations.sentiment,
  audio_url: conversations.audio_url,
  model: conversations.model,
  prompt_tokens: conversations.prompt_tokens,
  completion_tokens: conversations.completion_tokens,
  cost_usd_micros: conversations.cost_usd_micros,
  handed_over_to: { id: receiver.id, name: receiver.name },
  handed_over_at: conversations.handed_over_at,
  started_at: conversations.started_at,
  ended_at: conversations.ended_at,
  version: conversations.version,
  created_at: conversations.created_at,
  updated_at: conversations.updated_at,
};

/** Conversations of the current company that meet a condition, newest first, at most `most`, without their lines.
 *  Source: conversations, messages, customers, users. */
export async function headsWhere(tx: Tx, condition: SQL | undefined, most: number): Promise<ConversationHead[]> {
  const found = await tx
    .select(columns)
    .from(conversations)
    .leftJoin(
      customers,
      and(eq(customers.company_id, conversations.company_id), eq(customers.id, conversations.customer_id)),
    )
    .leftJoin(
      receiver,
      and(eq(receiver.company_id, conversations.company_id), eq(receiver.id, conversations.handed_over_to)),
    )
    .where(and(eq(conversations.company_id, tx.company_id), condition))
    .orderBy(desc(conversations.started_at), desc(conversations.id))
    .limit(literalLimit(most));
  return found.map((row) => ({
    ...row,
    duration: row.duration_seconds === null ? null : formatDuration(row.duration_seconds),
  }));
}
