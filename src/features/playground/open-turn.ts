import { and, eq } from "drizzle-orm";
import type { ChatMessage } from "#agents/ports.ts";
import { conversations, messages } from "#drizzle/schema/conversations.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { isBeingWritten } from "#features/conversations/lines.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, Forbidden, NotFound } from "../../errors.ts";
import { limitTurns } from "./limits.ts";
import { asMessages, attemptId, customerLineId, lastAttempt, lastLines, type SavedLine } from "./lines.ts";
import { type Briefed, briefAgent } from "./prompt.ts";
import type { Say } from "./schema.ts";

/** No answer takes longer, whatever the vendor does. */
export const longest_turn_ms = 120_000;
/** A turn that its process did not live to finish holds the talk no longer than this. */
const longest_hold_ms = longest_turn_ms + 30_000;

export interface OpenTurn {
  conversation_id: string;
  turn_id: string;
  /** 1, or 2 when it was asked for again. */
  attempt: number;
  /** The line that holds the answer's place until it is there. */
  attempt_id: string;
  /** Until when it may hold it. */
  running_until: string;
  mode: "real" | "trial";
  started_at: string;
  agent: Briefed["agent"];
  messages: ChatMessage[];
}

/** What the turn came to when it was asked for before. */
export interface AnsweredTurn {
  answered: { text: string; line: SavedLine; attempt: number };
}

/** Saves what the customer said before anything is asked of the vendor, and holds the answer's place. The same turn again writes
 *  nothing and gets what came of it. Throws NotFound; Conflict ("ended", "busy" while another answer is being written,
 *  "nothing_to_retry", "already_retried"); Forbidden for a colleague's talk; Limited. Source: conversations, messages. */
export async function openTurn(
  tx: Tx,
  { conversation_id, turn_id, text, retry }: Say,
): Promise<OpenTurn | AnsweredTurn> {
  const talk = await lockOwnTalk(tx, conversation_id);
  const lines = await lastLines(tx, conversation_id);
  if (lines.some(({ took }) => isBeingWritten(took))) throw new Conflict("busy", "The agent is still answering.");
  const line_id = customerLineId(conversation_id, turn_id);
  const at = lines.findIndex(({ id }) => id === line_id);
  const earlier = at < 0 ? null : lastAttempt(lines, conversation_id, turn_id);
  if (earlier && !retry) return { answered: { ...earlier, text: answerText(lines.slice(at + 1), turn_id) } };
  if (retry) refuseRetry(earlier, lines.slice(at + 1));
  else await limitTurns(tx);

  const attempt = (earlier?.attempt ?? 0) + 1;
  const position = (lines.at(-1)?.position ?? -1) + 1;
  const said = {
    company_id: tx.company_id,
    conversation_id,
    at_ms: Math.max(0, Date.now() - Date.parse(talk.started_at)),
  };
  if (at < 0) {
    await tx.insert(messages).values({ ...said, id: line_id, position, speaker: "customer", text, took: { turn_id } });
  }
  const attempt_id = attemptId(conversation_id, turn_id, attempt);
  const running_until = new Date(Date.now() + longest_hold_ms).toISOString();
  await tx.insert(messages).values({
    ...said,
    id: attempt_id,
    position: position + 1,
    speaker: "agent",
    text: "",
    is_cut: true,
    took: { turn_id, attempt, running_until },
  });
  const { agent, system } = await briefAgent(tx, talk.customer_name);
  const told = lines.filter((line) => !(line.is_cut && line.took?.turn_id === turn_id));
  return {
    conversation_id,
    turn_id,
    attempt,
    attempt_id,
    running_until,
    mode: talk.mode,
    started_at: talk.started_at,
    agent,
    messages: [
      { role: "system", content: system },
      ...asMessages(told),
      ...(at < 0 ? [{ role: "user" as const, content: text }] : []),
    ],
  };
}

async function lockOwnTalk(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      type: conversations.type,
      channel: conversations.channel,
      status: conversations.status,
      mode: conversations.mode,
      started_at: conversations.started_at,
      created_by: conversations.created_by,
      customer_name: customers.name,
    })
    .from(conversations)
    .leftJoin(
      customers,
      and(eq(customers.company_id, conversations.company_id), eq(customers.id, conversations.customer_id)),
    )
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, id)))
    .for("update", { of: conversations });
  if (!row) throw new NotFound("conversation");
  if (row.status !== "in_progress" || row.type !== "chat" || row.channel !== "playground") {
    throw new Conflict("ended", "This conversation takes no more lines.");
  }
  if (row.created_by !== tx.user_id) throw new Forbidden("Only who began a conversation speaks in it.");
  return row;
}

function refuseRetry(earlier: ReturnType<typeof lastAttempt>, after: readonly SavedLine[]): void {
  if (earlier && earlier.attempt > 1) throw new Conflict("already_retried", "An answer is asked for again once.");
  if (!earlier?.line.is_cut || after.some(({ speaker }) => speaker === "customer")) {
    throw new Conflict("nothing_to_retry", "There is no broken answer to ask for again.");
  }
}

const answerText = (after: readonly SavedLine[], turn_id: string) =>
  after
    .filter(({ speaker, took }) => speaker === "agent" && took?.turn_id === turn_id)
    .map(({ text }) => text)
    .join("");
