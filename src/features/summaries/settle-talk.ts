import { and, eq, sql } from "drizzle-orm";
import { conversation_summaries, conversations } from "#drizzle/schema/conversations.ts";
import { textDirection } from "#i18n/text-direction.ts";
import type { Tx } from "#server/tenant.ts";
import type { Answered } from "./ask-model.ts";
import { outcomeOf } from "./outcome-facts.ts";
import { type Outcome, PROMPT_VERSION } from "./prompt.ts";
import type { HeldTalk } from "./read-talk.ts";
import { applyTalkRules } from "./talk-rules.ts";

/** What needs no model: the summary that came with the call becomes version 1, and the outcome that facts decide is stored,
 *  with what follows from it. The talk is held by `holdTalk`. */
export async function settleFacts(tx: Tx, talk: HeldTalk): Promise<void> {
  if (talk.summary !== null && talk.summaries.length === 0) await keepSentSummary(tx, talk);
  const outcome = outcomeOf(talk);
  if (outcome === null) return;
  if (outcome !== talk.outcome) await change(tx, talk.id, { outcome });
  if (isNews(talk, outcome)) await applyTalkRules(tx, talk, outcome, null);
}

/** Stores a model's summary as the next version and on the conversation; facts win over the model's outcome. A rerun that comes
 *  to the same outcome has no consequences again. */
export async function settleSummary(tx: Tx, talk: HeldTalk, answer: Answered, asked_by: string | null): Promise<void> {
  const outcome = outcomeOf(talk) ?? answer.outcome;
  const { summary, next_step, sentiment } = answer;
  await tx.insert(conversation_summaries).values({
    company_id: tx.company_id,
    conversation_id: talk.id,
    version: (talk.summaries[0]?.version ?? 0) + 1,
    language: talk.language,
    summary,
    outcome,
    next_step,
    sentiment,
    model: answer.model,
    prompt_version: PROMPT_VERSION,
    created_by: asked_by,
  });
  await change(tx, talk.id, { outcome, summary, next_step, sentiment });
  if (isNews(talk, outcome)) await applyTalkRules(tx, talk, outcome, answer.refusal_quote);
}

/** A tool or the call's ledger may have written the outcome before anybody asked what follows from it. */
function isNews({ outcome: stored, summaries }: HeldTalk, outcome: Outcome): boolean {
  return outcome !== stored || summaries.every(({ prompt_version }) => prompt_version === 0);
}

async function keepSentSummary(tx: Tx, talk: HeldTalk): Promise<void> {
  if (!talk.summary) return;
  await tx.insert(conversation_summaries).values({
    company_id: tx.company_id,
    conversation_id: talk.id,
    version: 1,
    // Vendors write in a language of their own choice.
    language: textDirection(talk.summary) === "ltr" ? "en" : "ar",
    summary: talk.summary.slice(0, 5000),
    outcome: talk.outcome,
    next_step: talk.next_step,
    sentiment: talk.sentiment,
    model: talk.vendor ?? talk.model ?? "unknown",
    prompt_version: 0,
  });
}

async function change(
  tx: Tx,
  id: string,
  values: Partial<Pick<typeof conversations.$inferInsert, "outcome" | "summary" | "next_step" | "sentiment">>,
): Promise<void> {
  await tx
    .update(conversations)
    .set({ ...values, version: sql`${conversations.version} + 1` })
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, id)));
}
