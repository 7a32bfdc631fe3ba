import { and, asc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { conversations, messages } from "#drizzle/schema/conversations.ts";
import { foldArabic } from "#lib/arabic.ts";
import { id, instant } from "#lib/fields.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { headsWhere } from "./heads.ts";
import { highlight } from "./highlight.ts";
import { asLine } from "./lines.ts";
import type { ConversationFilters, ConversationHead, FoundConversations, Line, SearchConversations } from "./schema.ts";

const most_snippets = 3;

/** How many of one status, and how many of these are with the caller. */
export interface StatusCount {
  status: ConversationHead["status"];
  count: number;
  handed: number;
}

type Wanted = Partial<ConversationFilters> & Pick<SearchConversations, "mode">;

/** Conversations whose lines, summary or customer's name hold the words however they are spelt, newest first, under the list's
 *  filters. Throws Invalid("q") and Invalid("cursor").
 *  Source: door app.search_conversations, then the rows under the fence. */
export async function searchConversations(tx: Tx, input: SearchConversations): Promise<FoundConversations> {
  const words = foldArabic(input.q);
  const [before, before_id] = after(input.cursor, z.tuple([instant(), id()])) ?? [null, null];
  const hits = await tx.execute<{ id: string; started_at: string }>(
    sql`select id, started_at
      from app.search_conversations(${words}, ${before}, ${before_id}, ${input.limit + 1}, ${wantedOf(tx, input)}::jsonb)`,
  );
  const { page, next_cursor } = pageOf([...hits], input.limit, (hit) => [
    new Date(hit.started_at).toISOString(),
    hit.id,
  ]);
  const ids = page.map(({ id }) => id);
  const [heads, snippets] = await Promise.all([
    headsWhere(tx, sql`${conversations.id} = any(${sql.param(ids)}::uuid[])`, input.limit),
    matchingLines(tx, ids, words),
  ]);
  return {
    conversations: heads.map((head) => ({
      ...head,
      snippets: (snippets.get(head.id) ?? []).map((line) => ({ ...line, ranges: highlight(line.text, words) })),
      summary_ranges: highlight(head.summary ?? "", words),
      name_ranges: highlight(head.customer_name ?? "", words),
    })),
    next_cursor,
  };
}

/** How many conversations hold the words, by status, under the list's filters. Source: door app.count_conversations. */
export async function countFound(tx: Tx, input: Wanted & { q: string }): Promise<StatusCount[]> {
  const counted = await tx.execute<{ status: StatusCount["status"]; count: number; handed: number }>(
    sql`select status, count, handed
      from app.count_conversations(${foldArabic(input.q)}, ${tx.user_id}::uuid, ${wantedOf(tx, input)}::jsonb)`,
  );
  return [...counted];
}

/** The filters as the doors take them. */
function wantedOf(tx: Tx, { mode, type, status, outcome, customer_id, handed_over_to, from, to }: Wanted): string {
  return JSON.stringify({
    mode,
    type: type === "all" ? undefined : type,
    status,
    outcome,
    customer_id,
    handed_over_to: handed_over_to === "me" ? tx.user_id : handed_over_to,
    from,
    to,
  });
}

/** The first lines of each conversation that hold the words. `strpos` is enough: only the page's own lines are looked at. */
async function matchingLines(tx: Tx, ids: string[], words: string): Promise<Map<string, Line[]>> {
  const matches = tx
    .select({
      conversation_id: messages.conversation_id,
      position: messages.position,
      speaker: messages.speaker,
      text: messages.text,
      at_ms: messages.at_ms,
      tool: messages.tool,
      nth: sql<number>`row_number() over (partition by ${messages.conversation_id} order by ${messages.position})`.as(
        "nth",
      ),
    })
    .from(messages)
    .where(
      and(
        eq(messages.company_id, tx.company_id),
        sql`${messages.conversation_id} = any(${sql.param(ids)}::uuid[])`,
        sql`strpos(${messages.text_folded}, ${words}) > 0`,
      ),
    )
    .as("matches");
  const found = await tx
    .select({
      conversation_id: matches.conversation_id,
      speaker: matches.speaker,
      text: matches.text,
      at_ms: matches.at_ms,
      tool: matches.tool,
    })
    .from(matches)
    .where(sql`${matches.nth} <= ${most_snippets}`)
    .orderBy(asc(matches.conversation_id), asc(matches.position));
  const lines = new Map<string, Line[]>(ids.map((id) => [id, []]));
  for (const row of found) lines.get(row.conversation_id)?.push(asLine(row));
  return lines;
}
