import { and, eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { conversations } from "#drizzle/schema/conversations.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { notes } from "#drizzle/schema/notes.ts";
import { notify } from "#features/notifications/notify.ts";
import { requireRows } from "#server/require-rows.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, invalid, NotFound } from "../../errors.ts";
import { getConversation } from "./one.ts";
import type { AddNote, Conversation, HandOver, LinkCustomer, TakeOver } from "./one-schema.ts";

/** Hands a conversation to a colleague, who is told, with a note for him when there is one. One that is with him already
 *  stays as it is. Throws NotFound, Invalid("staff_id") for the caller himself, Conflict("stale") with the current row. */
export async function handOver(tx: Tx, { id, version, staff_id, note }: HandOver): Promise<Conversation> {
  await requireRows(tx, { user: staff_id });
  if (staff_id === tx.user_id) throw invalid("staff_id", "own_self", "Take it over instead.");
  const before = await lockConversation(tx, id);
  await refuseStale(tx, before, version);
  if (note) await writeNote(tx, before, note);
  if (before.handed_over_to === staff_id) return getConversation(tx, id);
  await change(tx, id, { handed_over_to: staff_id, handed_over_at: new Date().toISOString() });
  await notify(tx, {
    user_id: staff_id,
    kind: "handed_over",
    // A later hand-over of the same conversation is news again.
    event_key: `handed_over:${id}:${before.version + 1}`,
    subject_table: "conversations",
    subject_id: id,
    params: { customer_name: before.customer_name, agent_name: before.agent_name },
  });
  return getConversation(tx, id);
}

/** The caller takes a conversation over, also from a colleague. Throws NotFound and Conflict("stale") with the current row. */
export async function takeOver(tx: Tx, { id, version }: TakeOver): Promise<Conversation> {
  const before = await lockConversation(tx, id);
  if (before.handed_over_to === tx.user_id) return getConversation(tx, id);
  await refuseStale(tx, before, version);
  await change(tx, id, { handed_over_to: tx.user_id, handed_over_at: new Date().toISOString() });
  return getConversation(tx, id);
}

/** Writes something down about a conversation, and so about its customer. Throws NotFound. */
export async function addNote(tx: Tx, { id, body }: AddNote): Promise<Conversation> {
  await writeNote(tx, await lockConversation(tx, id), body);
  return getConversation(tx, id);
}

/** Says with whom a conversation was, or that nobody knows. Throws NotFound and Conflict("stale") with the current row. */
export async function linkCustomer(tx: Tx, { id, version, customer_id }: LinkCustomer): Promise<Conversation> {
  await requireRows(tx, { customer: customer_id });
  const before = await lockConversation(tx, id);
  await refuseStale(tx, before, version);
  if (before.customer_id !== customer_id) await change(tx, id, { customer_id });
  return getConversation(tx, id);
}

interface Before {
  id: string;
  version: number;
  customer_id: string | null;
  customer_name: string | null;
  agent_name: string | null;
  handed_over_to: string | null;
}

/** Two who hand it over at once: the second waits here and then sees what the first did. */
async function lockConversation(tx: Tx, id: string): Promise<Before> {
  const [row] = await tx
    .select({
      id: conversations.id,
      version: conversations.version,
      customer_id: conversations.customer_id,
      customer_name: customers.name,
      agent_name: conversations.agent_name,
      handed_over_to: conversations.handed_over_to,
    })
    .from(conversations)
    .leftJoin(
      customers,
      and(eq(customers.company_id, conversations.company_id), eq(customers.id, conversations.customer_id)),
    )
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, id)))
    .for("update", { of: conversations });
  if (!row) throw new NotFound("conversation");
  return row;
}

async function refuseStale(tx: Tx, before: Before, version: number | undefined): Promise<void> {
  if (version === undefined || version === before.version) return;
  throw new Conflict("stale", "This conversation was changed meanwhile.", await getConversation(tx, before.id));
}

async function change(tx: Tx, id: string, values: PgUpdateSetSource<typeof conversations>): Promise<void> {
  await tx
    .update(conversations)
    .set({ ...values, version: sql`${conversations.version} + 1` })
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, id)));
}

async function writeNote(tx: Tx, { id, customer_id }: Before, body: string): Promise<void> {
  await tx.insert(notes).values({
    company_id: tx.company_id,
    conversation_id: id,
    customer_id,
    body,
    created_by: tx.user_id,
  });
}
