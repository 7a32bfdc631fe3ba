import { and, eq, sql } from "drizzle-orm";
import type { CallReport } from "#agents/ports.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import { settleAttempt } from "#features/campaigns/attempts.ts";
import { enqueue } from "#server/jobs.ts";
import type { Tx } from "#server/tenant.ts";
import { type CallRow, callRow } from "./call-row.ts";
import { customerOfCall } from "./customer-of-call.ts";
import { isFinal, mergeReport } from "./merge-report.ts";
import { pollLater } from "./poll-later.ts";
import { replaceTranscript } from "./transcript.ts";

/** Takes one account of a call into the ledger. Accounts may come in any order, any number of times, from any side, and at
 *  once: one conversation comes of them, in its final state, with one transcript. The caller has made sure that the report is
 *  of this company (own-agents.ts). Runs as `system`. Source: conversations, messages, dial_attempts. */
export async function recordReport(
  tx: Tx,
  report: CallReport,
): Promise<{ conversation_id: string; is_settled: boolean }> {
  const { is_new, ...row } = await callRow(tx, report);
  const settles = isFinal(report) && row.settled_at === null;
  const now = new Date().toISOString();
  const customer_id = row.customer_id ?? (await customerOfCall(tx, report));
  await change(tx, row, { ...mergeReport(row, report, now), ...(customer_id !== row.customer_id && { customer_id }) });
  if (settles) {
    if (report.lines && report.lines.length > 0) await replaceTranscript(tx, row.id, report.lines);
    await enqueue(tx, "summarise_conversation", { conversation_id: row.id }, { run_key: row.id });
    await settleAttempt(tx, {
      vendor_call_id: report.vendor_conversation_id,
      attempt_id: report.attempt_id ?? null,
      conversation_id: row.id,
      result: report.call_result ?? (report.status === "failed" ? "failed" : "answered"),
      ended_at: now,
    });
  }
  if (isFinal(report) && report.has_audio && row.audio_key === null) {
    await enqueue(tx, "fetch_recording", { conversation_id: row.id, tries: 0 }, { run_key: row.id });
  }
  const is_settled = isFinal(report) || row.settled_at !== null;
  if (is_new && !is_settled) await pollLater(tx, row.id);
  return { conversation_id: row.id, is_settled };
}

async function change(tx: Tx, { id }: CallRow, values: Partial<CallRow>): Promise<void> {
  if (Object.keys(values).length === 0) return;
  await tx
    .update(conversations)
    .set({ ...values, version: sql`${conversations.version} + 1` })
    .where(and(eq(conversations.company_id, tx.company_id), eq(conversations.id, id)));
}
