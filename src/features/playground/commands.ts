import { and, eq, type SQL, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { conversations, messages } from "#drizzle/schema/conversations.ts";
import { currentAgent } from "#features/agents/queries.ts";
import { enqueue } from "#server/jobs.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { limitBegins } from "./limits.ts";
import type { BeginChat, BegunChat, EndChat } from "./schema.ts";

/** A talk in which nobody said anything for so long is over. */
const idle_minutes = 30;

/** A new talk with the company's chat agent, with its greeting as the first line. Talks of the company that were left open are
 *  ended on the way. Throws Limited. Source: agents, conversations, messages. */
export async function beginChat(tx: Tx, { mode }: BeginChat): Promise<BegunChat> {
  await limitBegins(tx);
  await endIdleChats(tx);
  const agent = await currentAgent(tx, "chat");
  const conversation_id = uuidv7();
  await tx.insert(conversations).values({
    company_id: tx.company_id,
    id: conversation_id,
    type: "chat",
    channel: "playground",
    status: "in_progress",
    mode,
    agent_name: agent.language === "en" ? agent.name_en : agent.name,
    agent_version: agent.version,
    language: agent.language,
    created_by: tx.user_id,
    started_at: new Date().toISOString(),
  });
  await tx.insert(messages).values({
    company_id: tx.company_id,
    conversation_id,
    position: 0,
    speaker: "agent",
    text: agent.greeting,
    at_ms: 0,
  });
  return { conversation_id, mode, greeting: agent.greeting };
}

/** Ends a talk and has it summed up; one that is over stays as it is. Throws NotFound, also for a colleague's talk that is still
 *  going on. Source: conversations. */
export async function endChat(tx: Tx, { conversation_id }: EndChat): Promise<{ conversation_id: string }> {
  const [row] = await tx
    .select({ status: conversations.status, type: conversations.type, created_by: conversations.created_by })
    .from(conversations)
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, conversation_id)))
    .for("update");
  if (!row) throw new NotFound("conversation");
  if (row.status !== "in_progress") return { conversation_id };
  if (row.type !== "chat" || row.created_by !== tx.user_id) throw new NotFound("conversation");
  await endWhere(tx, sql`${conversations.id} = ${conversation_id}`, "ended_by_staff");
  return { conversation_id };
}

function endIdleChats(tx: Tx): Promise<void> {
  const since = new Date(Date.now() - idle_minutes * 60_000).toISOString();
  // Skipped where somebody else is at it: two that begin at once would wait for each other's.
  const areIdle = sql`${conversations.id} in (
    select idle.id from conversations idle
     where idle.company_id = ${tx.company_id} and idle.type = 'chat' and idle.channel = 'playground'
       and idle.status = 'in_progress' and idle.started_at < ${since}
       and not exists (select from messages said where said.company_id = idle.company_id
         and said.conversation_id = idle.id and said.created_at >= ${since})
     limit 50 for update skip locked)`;
  return endWhere(tx, areIdle, "idle");
}

async function endWhere(tx: Tx, condition: SQL, end_reason: string): Promise<void> {
  const now = new Date().toISOString();
  const ended = await tx
    .update(conversations)
    .set({
      status: "ended",
      ended_at: now,
      duration_seconds: sql`greatest(0, extract(epoch from ${now}::timestamptz - ${conversations.started_at}))::integer`,
      end_reason,
      version: sql`${conversations.version} + 1`,
    })
    .where(
      and(
        eq(conversations.company_id, tx.company_id),
        eq(conversations.type, "chat"),
        eq(conversations.status, "in_progress"),
        condition,
      ),
    )
    .returning({ id: conversations.id });
  for (const { id } of ended) {
    await enqueue(tx, "summarise_conversation", { conversation_id: id }, { run_key: id });
  }
}
