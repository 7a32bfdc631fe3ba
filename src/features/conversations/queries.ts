import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { conversations } from "#drizzle/schema/conversations.ts";
import { id, instant } from "#lib/fields.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { headsWhere } from "./heads.ts";
import { linesOf } from "./lines.ts";
import type {
  ConversationCounts,
  ConversationFilters,
  ConversationHead,
  ConversationPage,
  CountConversations,
  ListConversations,
} from "./schema.ts";
import { countFound, type StatusCount, searchConversations } from "./search.ts";

/** Calls and chats of the current company, newest first; one page of at most 100, with their lines unless not asked for.
 *  With `q` only those that hold the words. Rows are limited by policy conversations_select and by company_id.
 *  Throws Invalid("cursor"). Source: conversations, messages. */
export async function listConversations(tx: Tx, input: ListConversations): Promise<ConversationPage> {
  const { with_transcript, q, ...asked } = input;
  const { conversations: heads, next_cursor } =
    q === undefined ? await pageOfHeads(tx, asked) : await searchConversations(tx, { ...asked, q });
  if (!with_transcript) return { conversations: heads, next_cursor };
  const lines = await linesOf(
    tx,
    heads.map(({ id }) => id),
  );
  return { conversations: heads.map((head) => ({ ...head, transcript: lines.get(head.id) ?? [] })), next_cursor };
}

async function pageOfHeads(
  tx: Tx,
  input: Omit<ListConversations, "with_transcript" | "q">,
): Promise<{ conversations: ConversationHead[]; next_cursor: string | null }> {
  const from = after(input.cursor, z.tuple([instant(), id()]));
  const found = await headsWhere(
    tx,
    and(
      within(tx, input),
      from ? sql`(${conversations.started_at}, ${conversations.id}) < (${from[0]}, ${from[1]})` : undefined,
    ),
    input.limit + 1,
  );
  const { page, next_cursor } = pageOf(found, input.limit, (row) => [row.started_at, row.id]);
  return { conversations: page, next_cursor };
}

/** How many conversations the list's filters let through, by status, and how many of them are with the caller.
 *  Source: conversations, or door app.count_conversations when words are given. */
export async function countConversations(tx: Tx, input: CountConversations): Promise<ConversationCounts> {
  const counted = input.q === undefined ? await countWithin(tx, input) : await countFound(tx, { ...input, q: input.q });
  const sum = (of: (row: StatusCount) => number) => counted.reduce((total, row) => total + of(row), 0);
  const inStatus = (status: StatusCount["status"]) => sum((row) => (row.status === status ? row.count : 0));
  return {
    all: sum(({ count }) => count),
    in_progress: inStatus("in_progress"),
    ended: inStatus("ended"),
    failed: inStatus("failed"),
    handed_to_me: sum(({ handed }) => handed),
  };
}

function countWithin(tx: Tx, input: CountConversations): Promise<StatusCount[]> {
  return tx
    .select({
      status: conversations.status,
      count: sql<number>`count(*)::integer`,
      handed: sql<number>`(count(*) filter (where ${conversations.handed_over_to} = ${tx.user_id}::uuid))::integer`,
    })
    .from(conversations)
    .where(and(eq(conversations.company_id, tx.company_id), within(tx, input)))
    .groupBy(conversations.status);
}

function within(tx: Tx, input: Partial<ConversationFilters> & { mode: ListConversations["mode"] }): SQL | undefined {
  const receiver = input.handed_over_to === "me" ? tx.user_id : input.handed_over_to;
  return and(
    eq(conversations.mode, input.mode),
    input.type === undefined || input.type === "all" ? undefined : eq(conversations.type, input.type),
    input.status ? eq(conversations.status, input.status) : undefined,
    input.outcome ? eq(conversations.outcome, input.outcome) : undefined,
    input.customer_id ? eq(conversations.customer_id, input.customer_id) : undefined,
    receiver === undefined ? undefined : sql`${conversations.handed_over_to} = ${receiver}::uuid`,
    input.from ? gte(conversations.started_at, input.from) : undefined,
    input.to ? lt(conversations.started_at, input.to) : undefined,
  );
}
