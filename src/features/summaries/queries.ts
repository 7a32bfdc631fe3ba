import { and, desc, eq } from "drizzle-orm";
import { conversation_summaries } from "#drizzle/schema/conversations.ts";
import { users } from "#drizzle/schema/users.ts";
import { requireRows } from "#server/require-rows.ts";
import type { Tx } from "#server/tenant.ts";
import type { Summaries } from "./schema.ts";

/** All that was written of a conversation, newest first, at most 50. Throws NotFound. Source: conversation_summaries. */
export async function listSummaries(tx: Tx, conversation_id: string): Promise<Summaries> {
  await requireRows(tx, { conversation: conversation_id });
  const summaries = await tx
    .select({
      id: conversation_summaries.id,
      version: conversation_summaries.version,
      language: conversation_summaries.language,
      summary: conversation_summaries.summary,
      outcome: conversation_summaries.outcome,
      next_step: conversation_summaries.next_step,
      sentiment: conversation_summaries.sentiment,
      model: conversation_summaries.model,
      prompt_version: conversation_summaries.prompt_version,
      created_by: { id: users.id, name: users.name, gender: users.gender },
      created_at: conversation_summaries.created_at,
    })
    .from(conversation_summaries)
    .leftJoin(
      users,
      and(eq(users.company_id, conversation_summaries.company_id), eq(users.id, conversation_summaries.created_by)),
    )
    .where(
      and(
        eq(conversation_summaries.company_id, tx.company_id),
        eq(conversation_summaries.conversation_id, conversation_id),
      ),
    )
    .orderBy(desc(conversation_summaries.version))
    .limit(50);
  return { summaries };
}
