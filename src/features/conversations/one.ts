import { and, asc, eq, ne, sql } from "drizzle-orm";
import { bookings } from "#drizzle/schema/bookings.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import { notes } from "#drizzle/schema/notes.ts";
import { properties } from "#drizzle/schema/properties.ts";
import { tickets } from "#drizzle/schema/tickets.ts";
import { users } from "#drizzle/schema/users.ts";
import { isVisible } from "#features/customers/visible.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { headsWhere } from "./heads.ts";
import { linesOf } from "./lines.ts";
import type { Conversation, ConversationNote, Receivers, StoredRecording } from "./one-schema.ts";

/** One conversation with its lines, its notes and what came of it. Throws NotFound.
 *  Source: conversations, messages, notes, bookings, tickets. */
export async function getConversation(tx: Tx, id: string): Promise<Conversation> {
  const [[head], lines, written, viewings, opened] = await Promise.all([
    headsWhere(tx, eq(conversations.id, id), 1),
    linesOf(tx, [id]),
    notesOn(tx, id),
    isVisible(tx, "bookings.read") ? bookingsFrom(tx, id) : undefined,
    isVisible(tx, "tickets.read") ? ticketsFrom(tx, id) : undefined,
  ]);
  if (!head) throw new NotFound("conversation");
  return {
    ...head,
    transcript: lines.get(id) ?? [],
    notes: written,
    ...(viewings && { bookings: viewings }),
    ...(opened && { tickets: opened }),
  };
}

/** Under which key the recording of a conversation is stored. Throws NotFound. Source: conversations. */
export async function getStoredRecording(tx: Tx, id: string): Promise<StoredRecording> {
  const [row] = await tx
    .select({ id: conversations.id, audio_key: conversations.audio_key })
    .from(conversations)
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, id)));
  if (!row) throw new NotFound("conversation");
  return row;
}

/** Active colleagues of the caller by name, at most 500. Source: users. */
export async function listReceivers(tx: Tx): Promise<Receivers> {
  const staff = await tx
    .select({ id: users.id, name: users.name, role: users.role, gender: users.gender })
    .from(users)
    .where(
      and(
        eq(users.company_id, tx.company_id),
        eq(users.is_active, true),
        tx.user_id === null ? undefined : ne(users.id, tx.user_id),
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
    .limit(500);
  return { staff };
}

function notesOn(tx: Tx, conversation_id: string): Promise<ConversationNote[]> {
  return tx
    .select({
      id: notes.id,
      body: notes.body,
      author: { id: users.id, name: users.name, gender: users.gender },
      created_at: notes.created_at,
    })
    .from(notes)
    .leftJoin(users, and(eq(users.company_id, notes.company_id), eq(users.id, notes.created_by)))
    .where(and(eq(notes.company_id, tx.company_id), eq(notes.conversation_id, conversation_id)))
    .orderBy(asc(notes.created_at), asc(notes.id))
    .limit(500);
}

function bookingsFrom(tx: Tx, conversation_id: string) {
  return tx
    .select({
      id: bookings.id,
      reference: sql<string>`'VB-' || ${bookings.number}`,
      status: bookings.status,
      starts_at: bookings.starts_at,
      property_title: properties.title,
    })
    .from(bookings)
    .innerJoin(properties, and(eq(properties.company_id, bookings.company_id), eq(properties.id, bookings.property_id)))
    .where(and(eq(bookings.company_id, tx.company_id), eq(bookings.conversation_id, conversation_id)))
    .orderBy(asc(bookings.number))
    .limit(100);
}

function ticketsFrom(tx: Tx, conversation_id: string) {
  return tx
    .select({
      id: tickets.id,
      reference: sql<string>`'TK-' || ${tickets.number}`,
      status: tickets.status,
      subject: tickets.subject,
      priority: tickets.priority,
    })
    .from(tickets)
    .where(and(eq(tickets.company_id, tx.company_id), eq(tickets.conversation_id, conversation_id)))
    .orderBy(asc(tickets.number))
    .limit(100);
}
