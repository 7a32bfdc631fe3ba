import { hookOfAgent, sign } from "../key.ts";
import type { Simulation } from "../simulation.ts";
import { hasAudio, type SimulatedCall } from "./call.ts";
import { detailOf } from "./detail.ts";
import { silentMp3 } from "./sound.ts";

/** The header that a webhook is signed with: `t=<unix seconds>,v0=<hex hmac of "t.body">`. */
export function signatureHeader(secret: string, body: string, at_ms: number): string {
  const t = Math.floor(at_ms / 1000);
  return `t=${t},v0=${sign(secret, `${t}.${body}`)}`;
}

/** Sends what the vendor sends of a finished call to its company's hook: transcript, then sound, or that it never came about.
 *  Once each and in order, unless a fault says otherwise. Agents that belong to no company here are not reported. */
export async function sendWebhooks(simulation: Simulation, call: SimulatedCall): Promise<void> {
  const hook_id = hookOfAgent(call.agent_id);
  const fault = simulation.faults.take("webhook");
  if (hook_id === null || fault?.kind === "never_sent") return;
  const events = eventsOf(call, simulation.now());
  // Sound first and everything three times: the worst that "at least once, in no order" allows.
  const order =
    fault?.kind === "repeat_shuffled" ? [...events.toReversed(), ...events, ...events.toReversed()] : events;
  for (const event of order) {
    const status = await deliver(simulation, hook_id, event);
    simulation.deliveries.push({ type: event.type, conversation_id: call.id, status });
  }
}

interface WebhookEvent {
  type: "post_call_transcription" | "post_call_audio" | "call_initiation_failure";
  event_timestamp: number;
  data: Record<string, unknown>;
}

function eventsOf(call: SimulatedCall, now: number): WebhookEvent[] {
  const event_timestamp = Math.floor(now / 1000);
  const { agent_id, id: conversation_id, phone } = call;
  if (phone && (phone.result === "busy" || phone.result === "no_answer" || phone.result === "failed")) {
    const failure_reason = { busy: "busy", no_answer: "no-answer", failed: "unknown" }[phone.result];
    const data = { agent_id, conversation_id, failure_reason, metadata: failureMetadata(call) };
    return [{ type: "call_initiation_failure", event_timestamp, data }];
  }
  const events: WebhookEvent[] = [{ type: "post_call_transcription", event_timestamp, data: detailOf(call) }];
  if (hasAudio(call)) {
    const full_audio = silentMp3(call.elapsed_ms).toString("base64");
    events.push({ type: "post_call_audio", event_timestamp, data: { agent_id, conversation_id, full_audio } });
  }
  return events;
}

function failureMetadata({ phone, created_at }: SimulatedCall): Record<string, unknown> {
  const result = phone?.result ?? "failed";
  if (phone?.provider === "sip_trunk") {
    const sip_status_code = { busy: 486, no_answer: 480 }[result as string] ?? 500;
    const { agent_number, external_number, call_sid } = phone;
    return {
      type: "sip",
      body: { from_number: agent_number, to_number: external_number, sip_status_code, error_reason: result, call_sid },
    };
  }
  const body = {
    CallSid: phone?.call_sid ?? "",
    From: phone?.agent_number ?? "",
    To: phone?.external_number ?? "",
    CallStatus: result.replace("_", "-"),
    Direction: "outbound-api",
    Timestamp: new Date(created_at).toUTCString(),
    SequenceNumber: "0",
    CallDuration: "0",
  };
  return { type: "twilio", body };
}

async function deliver(simulation: Simulation, hook_id: string, event: WebhookEvent): Promise<number> {
  const body = JSON.stringify(event);
  const isChunked = event.type === "post_call_audio";
  const headers = {
    "Content-Type": "application/json",
    "ElevenLabs-Signature": signatureHeader(simulation.webhook_secret, body, simulation.now()),
  };
  try {
    const answer = await fetch(`${simulation.portalUrl()}/api/webhooks/elevenlabs/${hook_id}`, {
      method: "POST",
      headers,
      body: isChunked ? new Blob([body]).stream() : body,
      ...(isChunked && { duplex: "half" as const }),
      signal: AbortSignal.any([simulation.stopping, AbortSignal.timeout(30_000)]),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0; // A portal that does not answer is told nothing more: the vendor does not retry by default either.
  }
}
