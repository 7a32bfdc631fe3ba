import { and, eq, isNull, sql } from "drizzle-orm";
import { type CallReport, VendorError } from "#agents/ports.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import type { JobContext, Task } from "#jobs/tasks.ts";
import { log } from "#server/log.ts";
import { inTenant, type Tx } from "#server/tenant.ts";
import { isOwnAgent } from "./own-agents.ts";
import { pollLater } from "./poll-later.ts";
import { recordReport } from "./record-report.ts";

const give_up_ms = 24 * 3_600_000;
/** A session that nobody opened is unknown to the vendor for ever; a call that was placed, for a moment. */
const give_up_unknown_ms = 2 * 3_600_000;

/** Asks the vendor for a call until its final account is in, later each time; after a day it is put down as never reported,
 *  which a late webhook still mends. The vendor is asked outside any transaction. */
export const pollCall: Task<"poll_call"> = async ({ conversation_id, tries }, context) => {
  const { pool, claims } = context;
  const open = await inTenant(pool, claims, "read", (tx) => findOpen(tx, conversation_id));
  if (!open) return;
  const report = open.vendor_conversation_id === null ? null : await ask(context, open.vendor_conversation_id);
  await inTenant(pool, claims, "write", async (tx) => {
    if (report && report !== "failed" && (await isOwnAgent(tx, context.agents, report.vendor_agent_id))) {
      const { is_settled } = await recordReport(tx, report);
      if (is_settled) return;
    }
    const age_ms = Date.now() - Date.parse(open.created_at);
    if (age_ms > (report === null ? give_up_unknown_ms : give_up_ms)) return giveUp(tx, conversation_id);
    await pollLater(tx, conversation_id, tries + 1);
  });
};

async function findOpen(tx: Tx, id: string) {
  const [row] = await tx
    .select({ vendor_conversation_id: conversations.vendor_conversation_id, created_at: conversations.created_at })
    .from(conversations)
    .where(
      and(eq(conversations.company_id, tx.company_id), eq(conversations.id, id), isNull(conversations.settled_at)),
    );
  return row ?? null;
}

async function ask({ agents }: JobContext, id: string): Promise<CallReport | "failed" | null> {
  try {
    return await agents.voice.conversation(id);
  } catch (failure) {
    if (!(failure instanceof VendorError)) throw failure;
    log.warn({ fault: failure.fault, status: failure.status }, "a call could not be asked for");
    return "failed";
  }
}

async function giveUp(tx: Tx, id: string): Promise<void> {
  await tx
    .update(conversations)
    .set({
      status: "failed",
      ended_at: sql`coalesce(${conversations.ended_at}, now())`,
      end_reason: "never_reported",
      version: sql`${conversations.version} + 1`,
    })
    .where(
      and(eq(conversations.company_id, tx.company_id), eq(conversations.id, id), isNull(conversations.settled_at)),
    );
}
