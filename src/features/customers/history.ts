import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import * as z from "zod";
import { bookings } from "#drizzle/schema/bookings.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import { stage_changes } from "#drizzle/schema/customers.ts";
import { properties } from "#drizzle/schema/properties.ts";
import { tickets } from "#drizzle/schema/tickets.ts";
import { users } from "#drizzle/schema/users.ts";
import { id, instant } from "#lib/fields.ts";
import { minorToDecimal } from "#lib/money.ts";
import { formatDuration } from "#lib/time.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { getCustomer } from "./queries.ts";
import type {
  BookingEntry,
  ConversationEntry,
  CustomerHistory,
  HistoryEntry,
  ReadHistory,
  StageEntry,
  TicketEntry,
} from "./schema.ts";
import { isVisible } from "./visible.ts";

type Kind = HistoryEntry["kind"];
type Place = readonly [at: string, kind: Kind, id: string];

/** What of which customer one page may still hold. */
interface Wanted {
  customer_id: string;
  /** The last entry of the page before. */
  from: Place | null;
  most: number;
}

/** One page of a customer's timeline: conversations, bookings, tickets and stage moves in one order, newest first, steady under
 *  paging. Bookings and tickets only for roles that may read them. Throws NotFound and Invalid("cursor").
 *  Source: conversations, bookings, tickets, stage_changes. */
export async function readHistory(tx: Tx, input: ReadHistory): Promise<CustomerHistory> {
  const from = after(
    input.cursor,
    z.tuple([instant(), z.enum(["conversation", "booking", "ticket", "stage_change"]), id()]),
  );
  const wanted: Wanted = { customer_id: input.id, from, most: input.limit + 1 };
  const [seesBookings, seesTickets] = [isVisible(tx, "bookings.read"), isVisible(tx, "tickets.read")];
  // Sent together: the statements of one transaction travel without waiting for each other.
  const [customer, ...parts] = await Promise.all([
    getCustomer(tx, input.id),
    conversationEntries(tx, wanted),
    seesBookings ? bookingEntries(tx, wanted) : [],
    seesTickets ? ticketEntries(tx, wanted) : [],
    stageEntries(tx, wanted),
  ]);
  const sorted = parts.flat<HistoryEntry[][]>().sort((one, other) => compare(placeOf(other), placeOf(one)));
  const { page, next_cursor } = pageOf(sorted, input.limit, placeOf);
  return {
    customer,
    history: page,
    conversations: page.filter((entry) => entry.kind === "conversation"),
    ...(seesBookings && { bookings: page.filter((entry) => entry.kind === "booking") }),
    ...(seesTickets && { tickets: page.filter((entry) => entry.kind === "ticket") }),
    next_cursor,
  };
}

async function conversationEntries(tx: Tx, wanted: Wanted): Promise<ConversationEntry[]> {
  const found = await tx
    .select({
      id: conversations.id,
      at: conversations.started_at,
      title: conversations.summary,
      type: conversations.type,
      status: conversations.status,
      outcome: conversations.outcome,
      duration_seconds: conversations.duration_seconds,
    })
    .from(conversations)
    .where(
      and(
        eq(conversations.company_id, tx.company_id),
        eq(conversations.customer_id, wanted.customer_id),
        older("conversation", conversations.started_at, conversations.id, wanted.from),
      ),
    )
    .orderBy(desc(conversations.started_at), desc(conversations.id))
    .limit(wanted.most);
  return found.map((row) => ({
    kind: "conversation",
    ...row,
    duration: row.duration_seconds === null ? null : formatDuration(row.duration_seconds),
  }));
}

async function bookingEntries(tx: Tx, wanted: Wanted): Promise<BookingEntry[]> {
  const found = await tx
    .select({
      id: bookings.id,
      at: bookings.created_at,
      title: properties.title,
      number: bookings.number,
      status: bookings.status,
      property_id: bookings.property_id,
      starts_at: bookings.starts_at,
      ends_at: bookings.ends_at,
      price_minor: bookings.price_minor,
      currency: bookings.currency,
    })
    .from(bookings)
    .innerJoin(properties, and(eq(properties.company_id, bookings.company_id), eq(properties.id, bookings.property_id)))
    .where(
      and(
        eq(bookings.company_id, tx.company_id),
        eq(bookings.customer_id, wanted.customer_id),
        older("booking", bookings.created_at, bookings.id, wanted.from),
      ),
    )
    .orderBy(desc(bookings.created_at), desc(bookings.id))
    .limit(wanted.most);
  return found.map(({ number, price_minor, ...row }) => ({
    kind: "booking",
    ...row,
    reference: `VB-${number}`,
    price: price_minor === null ? null : minorToDecimal(price_minor, row.currency),
  }));
}

async function ticketEntries(tx: Tx, wanted: Wanted): Promise<TicketEntry[]> {
  const found = await tx
    .select({
      id: tickets.id,
      at: tickets.created_at,
      title: tickets.subject,
      number: tickets.number,
      status: tickets.status,
      category: tickets.category,
      priority: tickets.priority,
    })
    .from(tickets)
    .where(
      and(
        eq(tickets.company_id, tx.company_id),
        eq(tickets.customer_id, wanted.customer_id),
        older("ticket", tickets.created_at, tickets.id, wanted.from),
      ),
    )
    .orderBy(desc(tickets.created_at), desc(tickets.id))
    .limit(wanted.most);
  return found.map(({ number, ...row }) => ({ kind: "ticket", ...row, reference: `TK-${number}` }));
}

async function stageEntries(tx: Tx, wanted: Wanted): Promise<StageEntry[]> {
  const found = await tx
    .select({
      id: stage_changes.id,
      at: stage_changes.created_at,
      from_stage: stage_changes.from_stage,
      to_stage: stage_changes.to_stage,
      actor_kind: stage_changes.actor_kind,
      actor: { id: users.id, name: users.name },
    })
    .from(stage_changes)
    .leftJoin(users, and(eq(users.company_id, stage_changes.company_id), eq(users.id, stage_changes.actor_id)))
    .where(
      and(
        eq(stage_changes.company_id, tx.company_id),
        eq(stage_changes.customer_id, wanted.customer_id),
        older("stage_change", stage_changes.created_at, stage_changes.id, wanted.from),
      ),
    )
    .orderBy(desc(stage_changes.created_at), desc(stage_changes.id))
    .limit(wanted.most);
  return found.map((row) => ({ kind: "stage_change", title: null, ...row }));
}

const placeOf = (entry: HistoryEntry): Place => [entry.at, entry.kind, entry.id];

function compare(one: Place, other: Place): number {
  const differing = one.findIndex((value, index) => value !== other[index]);
  if (differing < 0) return 0;
  return (one[differing] ?? "") < (other[differing] ?? "") ? -1 : 1;
}

/** The rows of one kind that come after a place in the timeline's order (at, kind, id), all descending. Within a kind the kind
 *  is constant, so each of the three cases is a range of the (customer, at) index. */
function older(kind: Kind, at: PgColumn, id: PgColumn, from: Place | null): SQL | undefined {
  if (from === null) return undefined;
  const [until, last, lastId] = from;
  if (kind < last) return sql`${at} <= ${until}`;
  return kind === last ? sql`(${at}, ${id}) < (${until}, ${lastId})` : sql`${at} < ${until}`;
}
