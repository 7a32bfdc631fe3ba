import { and, asc, eq, sql } from "drizzle-orm";
import { messages } from "#drizzle/schema/conversations.ts";
import type { Tx } from "#server/tenant.ts";
import { type Line, Took, ToolStep } from "./schema.ts";

interface SpokenRow {
  speaker: Line["speaker"];
  text: string;
  at_ms: number | null;
  tool: Record<string, unknown> | null;
  is_cut?: boolean;
  took?: Record<string, unknown> | null;
}

/** A line as we answer it; a step that no writer of ours made keeps its words only. */
export function asLine({ speaker, text, at_ms, tool, is_cut, took }: SpokenRow): Line {
  const step = tool === null ? undefined : ToolStep.safeParse(tool).data;
  const cost = took ? Took.safeParse(took).data : undefined;
  return {
    speaker,
    text,
    at_ms,
    ...(step && { tool: step }),
    ...(is_cut && { is_cut }),
    ...(cost && { took: cost }),
  };
}

/** Until when an answer that is being written holds its place in the transcript, by `took`; such a line is not shown yet. One
 *  whose time is over was never finished: it is shown as cut. */
export function isBeingWritten(took: Readonly<Record<string, unknown>> | null, now = Date.now()): boolean {
  const until = took?.running_until;
  return typeof until === "string" && Date.parse(until) > now;
}

/** The lines of these conversations in order, by conversation. Source: messages. */
export async function linesOf(tx: Tx, ids: string[]): Promise<Map<string, Line[]>> {
  const found = await tx
    .select({
      conversation_id: messages.conversation_id,
      speaker: messages.speaker,
      text: messages.text,
      at_ms: messages.at_ms,
      tool: messages.tool,
      is_cut: messages.is_cut,
      took: messages.took,
    })
    .from(messages)
    .where(
      and(eq(messages.company_id, tx.company_id), sql`${messages.conversation_id} = any(${sql.param(ids)}::uuid[])`),
    )
    .orderBy(asc(messages.conversation_id), asc(messages.position));
  const lines = new Map<string, Line[]>(ids.map((id) => [id, []]));
  for (const row of found) if (!isBeingWritten(row.took)) lines.get(row.conversation_id)?.push(asLine(row));
  return lines;
}
