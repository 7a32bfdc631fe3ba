import { and, eq, sql } from "drizzle-orm";
import { v5 as uuidv5 } from "uuid";
import { conversations, messages } from "#drizzle/schema/conversations.ts";
import { ToolStep } from "#features/conversations/schema.ts";
import type { Tx } from "#server/tenant.ts";
import type { ToolAnswer, ToolCall } from "../tool-contract.ts";
import { runTool } from "./run-tool.ts";

const steps_of = "6f0b7f8e-5f0a-4c1e-9d55-1a3f6c2b7e10";

/** Runs a tool and writes the step into the transcript, in one transaction. The same call (its id, name and arguments) of the
 *  same conversation is done once: again it gets the first answer. Throws as runTool does. Source: messages. */
export async function runRecordedTool(tx: Tx, call: ToolCall & { call_id: string }): Promise<ToolAnswer> {
  const args = storable(call.arguments);
  const key = [call.conversation_id, call.call_id, call.name, JSON.stringify(args ?? null)].join("\n");
  const id = uuidv5(key, steps_of);
  // Two of one call at once: the second waits here, and then finds the first one's line.
  const [talk] = await tx
    .select({ started_at: conversations.started_at })
    .from(conversations)
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, call.conversation_id)))
    .for("update");
  if (!talk) return runTool(tx, call);
  const earlier = await answerOf(tx, id);
  if (earlier) return earlier;
  const answer = await runTool(tx, call);
  await tx.insert(messages).values({
    company_id: tx.company_id,
    id,
    conversation_id: call.conversation_id,
    position: sql`(select coalesce(max(position), -1) + 1 from messages
      where company_id = ${tx.company_id} and conversation_id = ${call.conversation_id})`,
    speaker: "tool",
    text: answer.text,
    at_ms: Math.max(0, Date.now() - Date.parse(talk.started_at)),
    tool: {
      call_id: call.call_id,
      name: call.name.slice(0, 100),
      ok: answer.ok,
      duration_ms: answer.duration_ms,
      arguments: args,
      result: answer.result,
    },
  });
  return answer;
}

async function answerOf(tx: Tx, id: string): Promise<ToolAnswer | null> {
  const [row] = await tx
    .select({ text: messages.text, tool: messages.tool })
    .from(messages)
    .where(and(eq(messages.company_id, tx.company_id), eq(messages.id, id)));
  const step = row && ToolStep.safeParse(row.tool).data;
  if (!step) return null;
  return { ok: step.ok, result: Object(step.result), text: row.text, duration_ms: step.duration_ms ?? 0 };
}

/** A model's arguments as the database can keep them: JSON text is parsed, and what Postgres has no place for (NUL, half a
 *  surrogate pair) is left out. */
function storable(args: unknown): unknown {
  if (typeof args !== "string") return clean(args);
  try {
    return clean(JSON.parse(args));
  } catch {
    return clean(args);
  }
}

function clean(value: unknown): unknown {
  if (typeof value === "string") return storableText(value);
  if (Array.isArray(value)) return value.map(clean);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [storableText(name), clean(inner)]));
}

/** Text without what Postgres cannot store. */
export function storableText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed();
}
