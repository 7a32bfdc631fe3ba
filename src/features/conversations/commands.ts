import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { conversations, messages } from "#drizzle/schema/conversations.ts";
import { requireRows } from "#server/require-rows.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { getConversation } from "./one.ts";
import type { Conversation, CreateConversation } from "./one-schema.ts";

/** Saves a talk that is over, with its lines. Without a beginning it ended just now; without a duration it ended with its last
 *  line. Throws NotFound for a customer that is not the company's. */
export async function createConversation(tx: Tx, input: CreateConversation): Promise<Conversation> {
  await requireRows(tx, { customer: input.customer_id ?? null });
  const [row] = await tx
    .insert(conversations)
    .values({
      company_id: tx.company_id,
      customer_id: input.customer_id ?? null,
      type: input.type,
      status: "ended",
      channel: "playground",
      summary: input.summary ?? null,
      audio_url: input.audio_url ?? null,
      duration_seconds: input.duration_seconds ?? null,
      created_by: tx.user_id,
      ...span(input),
    })
    .returning({ id: conversations.id });
  if (!row) throw new NotFound("conversation");
  await insertLines(tx, row.id, input.transcript);
  return getConversation(tx, row.id);
}

function span(input: CreateConversation): { started_at: string; ended_at: string } {
  const last_line_ms = input.transcript.reduce((latest, { at_ms }) => Math.max(latest, at_ms ?? 0), 0);
  const length_ms = typeof input.duration_seconds === "number" ? input.duration_seconds * 1000 : last_line_ms;
  const started = input.started_at ? Date.parse(input.started_at) : Date.now() - length_ms;
  return { started_at: new Date(started).toISOString(), ended_at: new Date(started + length_ms).toISOString() };
}

/** All lines in one statement of one shape: a statement per number of lines would fill the server's plan cache. */
async function insertLines(tx: Tx, conversation_id: string, lines: CreateConversation["transcript"]): Promise<void> {
  if (lines.length === 0) return;
  const column = <T>(of: (line: CreateConversation["transcript"][number], index: number) => T) =>
    sql.param(lines.map(of));
  await tx.execute(sql`
    insert into ${messages} (company_id, id, conversation_id, position, speaker, text, at_ms)
    select ${tx.company_id}::uuid, line.id, ${conversation_id}::uuid, line.position, line.speaker, line.text, line.at_ms
      from unnest(
        ${column(() => uuidv7())}::uuid[],
        ${column((_line, index) => index)}::integer[],
        ${column(({ speaker }) => speaker)}::text[],
        ${column(({ text }) => text)}::text[],
        ${column(({ at_ms }) => at_ms ?? null)}::integer[]
      ) as line (id, position, speaker, text, at_ms)`);
}
