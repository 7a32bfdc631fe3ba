import { and, eq, isNull, sql } from "drizzle-orm";
import { campaign_recipients, dial_attempts } from "#drizzle/schema/campaigns.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import type { JobContext } from "#jobs/tasks.ts";
import { enqueue } from "#server/jobs.ts";
import { inTenant, type Tx } from "#server/tenant.ts";
import { settleAttempt } from "../attempts.ts";
import { settledBy } from "./faults.ts";
import type { Dial, Reserved } from "./reserve.ts";

const first_poll_ms = 2 * 60_000;

/** Makes one call that was written down: once, outside every transaction, and then keeps the vendor's name for it. A process that
 *  dies in here leaves a try in doubt, which is never dialled again. */
export async function placeCall({ pool, claims, agents }: JobContext, reserved: Reserved, dial: Dial): Promise<void> {
  const { line, campaign } = reserved;
  if (line.from === null) return;
  let vendor_call_id: string | null;
  try {
    const placed = await agents.voice.placeCall({
      ...line.from,
      to: dial.phone,
      variables: {
        attempt_id: dial.attempt_id,
        company_name: line.company_name,
        agent_name: line.agent_name,
        language: line.language,
        customer_name: dial.name ?? "",
        campaign_script: campaign.script ?? "",
      },
    });
    vendor_call_id = placed.vendor_conversation_id;
  } catch (cause) {
    const settled = settledBy(cause, Date.now());
    if (settled === null) return;
    await inTenant(pool, claims, "write", (tx) =>
      settleAttempt(
        tx,
        {
          vendor_call_id: null,
          attempt_id: dial.attempt_id,
          conversation_id: null,
          result: "failed",
          ended_at: new Date().toISOString(),
        },
        settled,
      ),
    );
    return;
  }
  if (vendor_call_id === null) return; // Placed, and to be known by the id of the try alone.
  const known = vendor_call_id;
  await inTenant(pool, claims, "write", (tx) => keepCall(tx, reserved, dial, agents.voice.vendor, known));
}

/** The call is a conversation from its first second. Its report may have come before this: what it wrote stays. */
async function keepCall(tx: Tx, { line }: Reserved, dial: Dial, vendor: string, vendor_call_id: string): Promise<void> {
  await tx
    .insert(conversations)
    .values({
      company_id: tx.company_id,
      customer_id: dial.customer_id,
      type: "voice",
      status: "in_progress",
      channel: "phone",
      direction: "outbound",
      agent_name: line.agent_name,
      agent_version: line.agent_version,
      language: line.language,
      vendor,
      vendor_conversation_id: vendor_call_id,
      started_at: new Date().toISOString(),
    })
    .onConflictDoNothing({
      target: [conversations.company_id, conversations.vendor, conversations.vendor_conversation_id],
    });
  const [conversation] = await tx
    .select({
      id: conversations.id,
      status: conversations.status,
      outcome: conversations.outcome,
      settled_at: conversations.settled_at,
      ended_at: conversations.ended_at,
    })
    .from(conversations)
    .where(
      and(
        eq(conversations.company_id, tx.company_id),
        eq(conversations.vendor, vendor),
        eq(conversations.vendor_conversation_id, vendor_call_id),
      ),
    );
  const conversation_id = conversation?.id ?? null;
  await tx
    .update(dial_attempts)
    .set({ vendor_call_id, conversation_id })
    .where(and(eq(dial_attempts.company_id, tx.company_id), eq(dial_attempts.id, dial.attempt_id)));
  await tx
    .update(campaign_recipients)
    .set({ conversation_id, version: sql`${campaign_recipients.version} + 1` })
    .where(
      and(
        eq(campaign_recipients.company_id, tx.company_id),
        eq(campaign_recipients.id, dial.recipient_id),
        eq(campaign_recipients.attempts, dial.attempt),
        isNull(campaign_recipients.conversation_id),
      ),
    );
  if (!conversation) return;
  if (conversation.settled_at === null) {
    const run_at = new Date(Date.now() + first_poll_ms).toISOString();
    await enqueue(
      tx,
      "poll_call",
      { conversation_id: conversation.id, tries: 0 },
      { run_key: conversation.id, run_at },
    );
    return;
  }
  // Its final report was faster than the answer to the dial, and found no try of that name.
  const { outcome, status, settled_at, ended_at } = conversation;
  const result = outcome === "no_answer" ? "no_answer" : status === "failed" ? "failed" : "answered";
  await settleAttempt(tx, { vendor_call_id, conversation_id, result, ended_at: ended_at ?? settled_at });
}
