import { and, eq } from "drizzle-orm";
import { callReportOf, callResult } from "#agents/elevenlabs/report.ts";
import type { AnyWebhookEvent, WebhookEvent } from "#agents/elevenlabs/wire.ts";
import type { AgentServices } from "#agents/ports.ts";
import { inbound_events } from "#drizzle/schema/deliveries.ts";
import { settleAttempt } from "#features/campaigns/attempts.ts";
import type { Tx } from "#server/tenant.ts";
import { callRow } from "./call-row.ts";
import { setAudio } from "./keep-audio.ts";
import { isOwnAgent } from "./own-agents.ts";
import { pollLater } from "./poll-later.ts";
import { recordReport } from "./record-report.ts";
import { recordDelivery } from "./webhook-health.ts";

export type Delivered = "taken" | "repeated" | "foreign_agent";

/** Stores an event once and does what it says, in one transaction: a repeat finds it stored, and a crash leaves neither.
 *  `known` is null for a kind of event that the portal has no use for. Source: inbound_events. */
export async function takeEvent(
  tx: Tx,
  services: Pick<AgentServices, "defaultVoiceAgent">,
  { event, known }: { event: AnyWebhookEvent; known: WebhookEvent | null },
): Promise<Delivered> {
  if (!(await isOwnAgent(tx, services, event.data.agent_id ?? null))) return "foreign_agent";
  const [stored] = await tx
    .insert(inbound_events)
    .values({
      company_id: tx.company_id,
      source: "elevenlabs",
      event_key: eventKey(event),
      kind: event.type,
      payload: withoutSound(event),
      processed_at: new Date().toISOString(),
    })
    .onConflictDoNothing({ target: [inbound_events.company_id, inbound_events.source, inbound_events.event_key] })
    .returning({ id: inbound_events.id });
  if (!stored) return "repeated";
  if (known) await apply(tx, known);
  await recordDelivery(tx);
  return "taken";
}

async function apply(tx: Tx, event: WebhookEvent): Promise<void> {
  switch (event.type) {
    case "post_call_transcription":
      await recordReport(tx, callReportOf(event.data));
      return;
    case "post_call_audio": {
      const { id, is_new } = await callOfSound(tx, event.data);
      await setAudio(tx, id);
      if (is_new) await pollLater(tx, id);
      return;
    }
    case "call_initiation_failure":
      await settleAttempt(tx, {
        vendor_call_id: event.data.conversation_id,
        conversation_id: null,
        result: failureResult(event.data.failure_reason),
        ended_at: new Date(event.event_timestamp * 1000).toISOString(),
      });
  }
}

/** The conversation that a sound belongs to; before its transcript came it is made, and goes on until that comes. */
export const callOfSound = (tx: Tx, { agent_id, conversation_id }: { agent_id: string; conversation_id: string }) =>
  callRow(tx, { vendor: "elevenlabs", vendor_conversation_id: conversation_id, vendor_agent_id: agent_id });

/** Whether an event was taken already. Source: inbound_events. */
export async function wasTaken(tx: Tx, event: AnyWebhookEvent): Promise<boolean> {
  const [row] = await tx
    .select({ id: inbound_events.id })
    .from(inbound_events)
    .where(
      and(
        eq(inbound_events.company_id, tx.company_id),
        eq(inbound_events.source, "elevenlabs"),
        eq(inbound_events.event_key, eventKey(event)),
      ),
    );
  return row !== undefined;
}

const eventKey = ({ type, event_timestamp, data }: AnyWebhookEvent) =>
  `${type}:${data.conversation_id ?? ""}:${event_timestamp}`;

function withoutSound({ data, ...event }: AnyWebhookEvent): Record<string, unknown> {
  const { full_audio: _sound, ...rest } = data;
  return { ...event, data: rest };
}

function failureResult(reason: string | null | undefined): "busy" | "no_answer" | "failed" {
  const result = callResult(reason);
  return result === "busy" || result === "no_answer" ? result : "failed";
}
