import { and, eq, sql } from "drizzle-orm";
import { storableText } from "#agents/tools/recorded.ts";
import { conversations, messages } from "#drizzle/schema/conversations.ts";
import { customers } from "#drizzle/schema/customers.ts";
import type { Took } from "#features/conversations/schema.ts";
import type { Tx } from "#server/tenant.ts";
import type { OpenTurn } from "./open-turn.ts";
import type { TurnEvent } from "./schema.ts";

type Fault = Extract<TurnEvent, { kind: "failed" }>["fault"];

/** How a turn ended. With a `fault` the text is what came until then. */
export interface Ending {
  text: string;
  took: Took;
  fault: Fault | null;
  retry_after_seconds: number | null;
}

/** Words that came before a step, as a line of their own; the answer's place is behind them. Source: messages. */
export async function saveWords(tx: Tx, turn: OpenTurn, text: string): Promise<void> {
  await tx.insert(messages).values({ ...lineOf(tx, turn, text), took: { turn_id: turn.turn_id } });
  await keepSoFar(tx, turn, "");
}

/** The words that have come until now, where the answer's place is held: a process that dies leaves them as a cut answer.
 *  Source: messages. */
export function keepSoFar(tx: Tx, turn: OpenTurn, text: string): Promise<void> {
  return putAnswer(tx, turn, { text, is_cut: true, took: { running_until: turn.running_until } });
}

/** Puts the answer where its place was held, and what it took onto the conversation. Answers how the conversation stands now.
 *  Source: conversations, messages. */
export async function closeTurn(tx: Tx, turn: OpenTurn, { text, took, fault, retry_after_seconds }: Ending) {
  // The conversation first: whoever opens a turn holds it too.
  await tx
    .update(conversations)
    .set({
      prompt_tokens: sql`coalesce(${conversations.prompt_tokens}, 0) + ${took.prompt_tokens}`,
      completion_tokens: sql`coalesce(${conversations.completion_tokens}, 0) + ${took.completion_tokens}`,
      cost_usd_micros: sql`coalesce(${conversations.cost_usd_micros}, 0) + ${took.cost_usd_micros}`,
      model: took.model,
      agent_version: turn.agent.version,
      version: sql`${conversations.version} + 1`,
    })
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, turn.conversation_id)));
  await putAnswer(tx, turn, {
    text,
    is_cut: fault !== null,
    took: { ...took, ...(fault !== null && { fault, retry_after_seconds }) },
  });
  return standing(tx, turn.conversation_id);
}

/** What a conversation has cost, with whom it is and whether staff were asked for. Source: conversations, customers. */
export async function standing(tx: Tx, conversation_id: string) {
  const [row] = await tx
    .select({
      prompt_tokens: conversations.prompt_tokens,
      completion_tokens: conversations.completion_tokens,
      cost_usd_micros: conversations.cost_usd_micros,
      handed_over_at: conversations.handed_over_at,
      customer: { id: customers.id, name: customers.name },
    })
    .from(conversations)
    .leftJoin(
      customers,
      and(eq(customers.company_id, conversations.company_id), eq(customers.id, conversations.customer_id)),
    )
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, conversation_id)));
  return {
    totals: {
      prompt_tokens: row?.prompt_tokens ?? 0,
      completion_tokens: row?.completion_tokens ?? 0,
      cost_usd_micros: row?.cost_usd_micros ?? 0,
    },
    customer: row?.customer ?? null,
    is_handed_over: (row?.handed_over_at ?? null) !== null,
  };
}

/** A line is never changed, only replaced: the role may do no more. */
async function putAnswer(
  tx: Tx,
  turn: OpenTurn,
  { text, is_cut, took }: { text: string; is_cut: boolean; took: Record<string, unknown> },
): Promise<void> {
  const { turn_id, attempt, attempt_id } = turn;
  await tx.delete(messages).where(and(eq(messages.company_id, tx.company_id), eq(messages.id, attempt_id)));
  const line = { ...lineOf(tx, turn, text), id: attempt_id, is_cut, took: { turn_id, attempt, ...took } };
  await tx.insert(messages).values(line);
}

const longest_line = 20_000;

const lineOf = (tx: Tx, turn: OpenTurn, text: string) => ({
  company_id: tx.company_id,
  conversation_id: turn.conversation_id,
  position: sql`(select coalesce(max(position), -1) + 1 from messages
    where company_id = ${tx.company_id} and conversation_id = ${turn.conversation_id})`,
  speaker: "agent" as const,
  text: storableText(text).slice(0, longest_line),
  at_ms: Math.max(0, Date.now() - Date.parse(turn.started_at)),
});
