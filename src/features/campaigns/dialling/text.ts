import { conversations, messages } from "#drizzle/schema/conversations.ts";
import type { JobContext } from "#jobs/tasks.ts";
import { inTenant, type Tx } from "#server/tenant.ts";
import { settleAttempt } from "../attempts.ts";
import { settledBy } from "./faults.ts";
import type { Dial, Reserved } from "./reserve.ts";

/** Sends one text that was written down. Delivered is answered. */
export async function sendText({ pool, claims, agents }: JobContext, reserved: Reserved, dial: Dial): Promise<void> {
  const { line, campaign } = reserved;
  const text = fill(campaign.script ?? line.greeting, dial.name ?? "");
  const attempt = { vendor_call_id: null, attempt_id: dial.attempt_id, conversation_id: null };
  let message_id: string;
  try {
    ({ message_id } = await agents.messages.send({ to: dial.phone, text, reference: dial.attempt_id }));
  } catch (cause) {
    const settled = settledBy(cause, Date.now());
    if (settled === null) return;
    const ended_at = new Date().toISOString();
    await inTenant(pool, claims, "write", (tx) =>
      settleAttempt(tx, { ...attempt, result: "failed", ended_at }, settled),
    );
    return;
  }
  await inTenant(pool, claims, "write", async (tx) => {
    const ended_at = new Date().toISOString();
    const conversation_id = await keepText(tx, {
      line,
      dial,
      text,
      message_id,
      vendor: agents.messages.vendor,
      ended_at,
    });
    await settleAttempt(tx, { ...attempt, vendor_call_id: message_id, conversation_id, result: "answered", ended_at });
  });
}

/** Every {name} becomes the customer's name; without one the space before it goes too. */
export const fill = (script: string, name: string) =>
  script.replace(/ ?\{name\}/g, (slot) => (name === "" ? "" : slot.replace("{name}", () => name)));

async function keepText(
  tx: Tx,
  sent: { line: Reserved["line"]; dial: Dial; text: string; message_id: string; vendor: string; ended_at: string },
): Promise<string | null> {
  const { line, dial, text, message_id, vendor, ended_at } = sent;
  const [conversation] = await tx
    .insert(conversations)
    .values({
      company_id: tx.company_id,
      customer_id: dial.customer_id,
      type: "chat",
      status: "ended",
      channel: "phone",
      direction: "outbound",
      agent_name: line.agent_name,
      agent_version: line.agent_version,
      language: line.language,
      vendor,
      vendor_conversation_id: message_id,
      started_at: ended_at,
      ended_at,
      settled_at: ended_at,
    })
    .onConflictDoNothing({
      target: [conversations.company_id, conversations.vendor, conversations.vendor_conversation_id],
    })
    .returning({ id: conversations.id });
  if (!conversation) return null;
  await tx.insert(messages).values({
    company_id: tx.company_id,
    conversation_id: conversation.id,
    position: 1,
    speaker: "agent",
    text,
  });
  return conversation.id;
}
