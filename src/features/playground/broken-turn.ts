import { and, eq } from "drizzle-orm";
import { conversations } from "#drizzle/schema/conversations.ts";
import { isBeingWritten } from "#features/conversations/lines.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { customerLineId, lastAttempt, lastLines } from "./lines.ts";
import { type AskBrokenTurn, type BrokenTurn, TurnFailure } from "./schema.ts";

/** How the last answer of a talk broke off, so that a page that was opened anew can offer what `say` with `retry` takes: null
 *  when it is whole, still being written, or when the talk takes no more lines of the caller. Throws NotFound.
 *  Source: conversations, messages. */
export async function readBrokenTurn(tx: Tx, { conversation_id }: AskBrokenTurn): Promise<BrokenTurn> {
  const [talk] = await tx
    .select({
      type: conversations.type,
      channel: conversations.channel,
      status: conversations.status,
      created_by: conversations.created_by,
    })
    .from(conversations)
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, conversation_id)));
  if (!talk) throw new NotFound("conversation");
  const isOpen = talk.type === "chat" && talk.channel === "playground" && talk.status === "in_progress";
  if (!isOpen || talk.created_by !== tx.user_id) return { broken: null };
  const lines = await lastLines(tx, conversation_id);
  const asked = lines.findLast(({ speaker }) => speaker === "customer");
  const turn_id = asked?.took?.turn_id;
  if (!asked || typeof turn_id !== "string" || asked.id !== customerLineId(conversation_id, turn_id)) {
    return { broken: null };
  }
  const last = lastAttempt(lines, conversation_id, turn_id);
  if (!last?.line.is_cut || isBeingWritten(last.line.took)) return { broken: null };
  // Without a fault of its own its process did not live to say one. How long to wait was said at the time.
  const fault = TurnFailure.safeParse(last.line.took).data?.fault ?? "cut";
  return { broken: { turn_id, text: asked.text, fault, can_retry: last.attempt === 1 } };
}
