import { and, eq, isNull, sql } from "drizzle-orm";
import { conversations } from "#drizzle/schema/conversations.ts";
import { notes } from "#drizzle/schema/notes.ts";
import { notifyEntitled } from "#features/notifications/notify-entitled.ts";
import type { Tx } from "#server/tenant.ts";

interface Talk {
  id: string;
  customer_id: string | null;
  customer_name: string | null;
  agent_name: string | null;
}

/** A machine gives a conversation to whichever colleague takes it: marked, with the reason as a note, and the staff told. Asked
 *  again it stays as it is. The caller holds the conversation's row. Source: conversations, notes. */
export async function askForStaff(tx: Tx, talk: Talk, reason: string): Promise<void> {
  const marked = await tx
    .update(conversations)
    .set({ handed_over_at: new Date().toISOString(), version: sql`${conversations.version} + 1` })
    .where(
      and(
        eq(conversations.company_id, tx.company_id),
        eq(conversations.id, talk.id),
        isNull(conversations.handed_over_at),
      ),
    )
    .returning({ id: conversations.id });
  if (marked.length === 0) return;
  await tx.insert(notes).values({
    company_id: tx.company_id,
    conversation_id: talk.id,
    customer_id: talk.customer_id,
    body: reason,
    created_by: tx.user_id,
  });
  await notifyEntitled(tx, {
    kind: "handed_over",
    event_key: `asked_for_staff:${talk.id}`,
    subject_table: "conversations",
    subject_id: talk.id,
    params: { customer_name: talk.customer_name, agent_name: talk.agent_name },
  });
}
