import { and, asc, eq, sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import type { ReportedLine } from "#agents/ports.ts";
import { messages } from "#drizzle/schema/conversations.ts";
import type { Tx } from "#server/tenant.ts";

type StoredLine = Pick<typeof messages.$inferSelect, "speaker" | "text" | "at_ms" | "tool">;

/** Lines that a browser heard lie this far apart, so that steps of tools find room between them. */
export const heard_spacing = 100;
/** How our own ids of calls begin that came over HTTP, without the vendor's. */
export const http_call = "http:";
const most_lines = 5000;

/** Puts the vendor's final transcript in the place of what was heard, in one transaction. Our own record of a tool's step says
 *  more than the vendor's and is kept; so is what staff wrote. Positions run from 0. Source: messages. */
export async function replaceTranscript(
  tx: Tx,
  conversation_id: string,
  lines: readonly ReportedLine[],
): Promise<void> {
  const ofCall = and(eq(messages.company_id, tx.company_id), eq(messages.conversation_id, conversation_id));
  const heard = await tx
    .select({ speaker: messages.speaker, text: messages.text, at_ms: messages.at_ms, tool: messages.tool })
    .from(messages)
    .where(ofCall)
    .orderBy(asc(messages.position));
  const kept = heard.filter(({ speaker }) => speaker === "tool" || speaker === "staff");
  await tx.delete(messages).where(ofCall);
  await insertLines(tx, conversation_id, withKept(lines.slice(0, most_lines), kept));
}

/** The vendor's lines with our own steps among them: in the place of the vendor's record of the same step, else by time. */
export function withKept(lines: readonly ReportedLine[], kept: readonly StoredLine[]): StoredLine[] {
  const left = [...kept];
  const merged = lines.map((line): StoredLine => {
    const same = left.findIndex((step) => isSameStep(step, line));
    const [own] = same < 0 ? [] : left.splice(same, 1);
    if (own) return { ...own, at_ms: own.at_ms ?? line.at_ms };
    return { speaker: line.speaker, text: line.text, at_ms: line.at_ms, tool: line.tool ? { ...line.tool } : null };
  });
  for (const step of left) {
    const after = merged.findIndex((line) => step.at_ms !== null && line.at_ms !== null && line.at_ms > step.at_ms);
    merged.splice(after < 0 ? merged.length : after, 0, step);
  }
  return merged;
}

function isSameStep(step: StoredLine, { tool }: ReportedLine): boolean {
  if (!tool || step.tool === null || step.tool.name !== tool.name) return false;
  const { call_id } = step.tool;
  // Tools called over HTTP do not learn the vendor's id of the call: they follow in order.
  const isOurs = typeof call_id !== "string" || call_id.startsWith(http_call);
  return isOurs || tool.call_id === undefined || call_id === tool.call_id;
}

/** All lines in one statement of one shape. */
async function insertLines(tx: Tx, conversation_id: string, lines: readonly StoredLine[]): Promise<void> {
  if (lines.length === 0) return;
  const column = <T>(of: (line: StoredLine, index: number) => T) => sql.param(lines.map(of));
  await tx.execute(sql`
    insert into ${messages} (company_id, id, conversation_id, position, speaker, text, at_ms, tool)
    select ${tx.company_id}::uuid, line.id, ${conversation_id}::uuid, line.position, line.speaker, line.text, line.at_ms, line.tool::jsonb
      from unnest(
        ${column(() => uuidv7())}::uuid[],
        ${column((_line, index) => index)}::integer[],
        ${column(({ speaker }) => speaker)}::text[],
        ${column(({ text }) => text)}::text[],
        ${column(({ at_ms }) => at_ms)}::integer[],
        ${column(({ tool }) => (tool === null ? null : JSON.stringify(tool)))}::text[]
      ) as line (id, position, speaker, text, at_ms, tool)`);
}
