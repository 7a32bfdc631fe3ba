import { and, asc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { messages } from "#drizzle/schema/conversations.ts";
import { foldArabic } from "#lib/arabic.ts";
import { id, instant } from "#lib/fields.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { highlight } from "./highlight.ts";
import { conversationHeads } from "./queries.ts";
import type { FoundConversations, Line, SearchConversations } from "./schema.ts";

const most_snippets = 3;

/** Conversations whose lines, summary or customer's name hold the words however they are spelt, newest first; real and trial
 *  ones. Throws Invalid("q") and Invalid("cursor"). Source: door app.search_conversations, then the rows under the fence. */
export async function searchConversations(tx: Tx, input: SearchConversations): Promise<FoundConversations> {
  const words = foldArabic(input.q);
  const [before, before_id] = after(input.cursor, z.tuple([instant(), id()])) ?? [null, null];
  const hits = await tx.execute<{ id: string; started_at: string }>(
    sql`select id, started_at from app.search_conversations(${words}, ${before}, ${before_id}, ${input.limit + 1})`,
  );
  const { page, next_cursor } = pageOf([...hits], input.limit, (hit) => [
    new Date(hit.started_at).toISOString(),
    hit.id,
  ]);
  const ids = page.map(({ id }) => id);
  const [heads, snippets] = await Promise.all([conversationHeads(tx, ids), matchingLines(tx, ids, words)]);
  return {
    conversations: heads.map((head) => ({
      ...head,
      snippets: (snippets.get(head.id) ?? []).map((line) => ({ ...line, ranges: highlight(line.text, words) })),
      summary_ranges: highlight(head.summary ?? "", words),
    })),
    next_cursor,
  };
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
    })
    .from(matches)
    .where(sql`${matches.nth} <= ${most_snippets}`)
    .orderBy(asc(matches.conversation_id), asc(matches.position));
  const lines = new Map<string, Line[]>(ids.map((id) => [id, []]));
  for (const { conversation_id, ...line } of found) lines.get(conversation_id)?.push(line);
  return lines;
}
