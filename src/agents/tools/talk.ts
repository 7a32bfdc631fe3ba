import { and, eq, sql } from "drizzle-orm";
import { conversations } from "#drizzle/schema/conversations.ts";
import { customers } from "#drizzle/schema/customers.ts";
import type { Tx } from "#server/tenant.ts";

/** The conversation a tool is called in: who the customer is stands here and nowhere else. */
export type Talk = NonNullable<Awaited<ReturnType<typeof lockTalk>>>;

/** The conversation's row, held until the transaction ends, so that two tools of one conversation follow one another; null when
 *  the company has no such conversation. Source: conversations, customers. */
export async function lockTalk(tx: Tx, conversation_id: string) {
  const [row] = await tx
    .select({
      id: conversations.id,
      mode: conversations.mode,
      channel: conversations.channel,
      language: conversations.language,
      agent_name: conversations.agent_name,
      customer_id: conversations.customer_id,
      customer_name: customers.name,
      extracted: conversations.extracted,
    })
    .from(conversations)
    .leftJoin(
      customers,
      and(eq(customers.company_id, conversations.company_id), eq(customers.id, conversations.customer_id)),
    )
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, conversation_id)))
    .for("update", { of: conversations });
  return row ?? null;
}

/** Says with whom a conversation is. Source: conversations. */
export async function linkTalk(tx: Tx, talk: Talk, customer_id: string): Promise<void> {
  await tx
    .update(conversations)
    .set({ customer_id, version: sql`${conversations.version} + 1` })
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, talk.id)));
}

/** Keeps what the customer said of himself in the conversation's `extracted`. Source: conversations. */
export async function rememberInTalk(tx: Tx, id: string, said: Readonly<Record<string, unknown>>): Promise<void> {
  await tx
    .update(conversations)
    .set({ extracted: sql`${conversations.extracted} || ${JSON.stringify(said)}::jsonb` })
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, id)));
}
