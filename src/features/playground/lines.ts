import { and, desc, eq } from "drizzle-orm";
import { v5 as uuidv5 } from "uuid";
import type { ChatMessage } from "#agents/ports.ts";
import { messages } from "#drizzle/schema/conversations.ts";
import { ToolStep } from "#features/conversations/schema.ts";
import { literalLimit } from "#server/literal-limit.ts";
import type { Tx } from "#server/tenant.ts";

export type SavedLine = Awaited<ReturnType<typeof lastLines>>[number];

/** More than a talk of the playground has; what came before is not told to the model. */
const most = 200;

const turns_of = "0a8de7c2-7f3e-4c53-8f0a-5d6c1f2b9e44";

/** The ids of what a turn writes follow from the turn, so that the same turn cannot be written twice, by whatever process. */
export const customerLineId = (conversation_id: string, turn_id: string) =>
  uuidv5(`${conversation_id} ${turn_id}`, turns_of);
export const attemptId = (conversation_id: string, turn_id: string, attempt: number) =>
  uuidv5(`${conversation_id} ${turn_id} ${attempt}`, turns_of);

/** The last lines of a conversation, oldest first. Source: messages. */
export async function lastLines(tx: Tx, conversation_id: string) {
  const found = await tx
    .select({
      id: messages.id,
      position: messages.position,
      speaker: messages.speaker,
      text: messages.text,
      tool: messages.tool,
      is_cut: messages.is_cut,
      took: messages.took,
    })
    .from(messages)
    .where(and(eq(messages.company_id, tx.company_id), eq(messages.conversation_id, conversation_id)))
    .orderBy(desc(messages.position))
    .limit(literalLimit(most));
  return found.reverse();
}

/** The newest answer to a turn among the lines, and the how manieth it is; null when none was begun. */
export function lastAttempt(lines: readonly SavedLine[], conversation_id: string, turn_id: string) {
  for (const attempt of [2, 1]) {
    const id = attemptId(conversation_id, turn_id, attempt);
    const line = lines.find((one) => one.id === id);
    if (line) return { line, attempt };
  }
  return null;
}

/** Lines as the model is told of them. A step is a call and its answer together, so that none stands alone. */
export function asMessages(lines: readonly SavedLine[]): ChatMessage[] {
  return lines.flatMap((line, index): ChatMessage[] => {
    if (line.speaker === "customer") return [{ role: "user", content: line.text }];
    if (line.speaker !== "tool") return line.text === "" ? [] : [{ role: "assistant", content: line.text }];
    const step = ToolStep.safeParse(line.tool).data;
    if (!step) return [];
    // The vendor's own id may have come twice in one talk.
    const id = `step_${index}`;
    const call = { id, name: step.name, arguments: JSON.stringify(step.arguments ?? {}) };
    return [
      { role: "assistant", content: null, tool_calls: [call] },
      { role: "tool", tool_call_id: id, content: JSON.stringify(step.result ?? {}) },
    ];
  });
}
