import { parseJson } from "#agents/elevenlabs/json.ts";
import { AnyWebhookEvent, WebhookEvent } from "#agents/elevenlabs/wire.ts";
import type { Services } from "#server/context.ts";
import { type CompanyFacts, machineClaims } from "#server/system-claims.ts";
import { type Claims, inTenant } from "#server/tenant.ts";
import { callAudioKey } from "./keep-audio.ts";
import { isOwnAgent } from "./own-agents.ts";
import { callOfSound, type Delivered, takeEvent, wasTaken } from "./take-event.ts";
import { type DeliveryFault, recordFailure } from "./webhook-health.ts";

type Event = { event: AnyWebhookEvent; known: WebhookEvent | null };
type Using = Pick<Services, "pool" | "agents" | "recordings">;

/** Takes a signed webhook's body: "body" when it is none of the vendor's events. A sound is written to the store between two
 *  transactions, under a key that a repeat finds again. */
export async function takeDelivery(
  services: Using,
  company: CompanyFacts,
  raw: Uint8Array,
): Promise<Delivered | "body"> {
  const claims = machineClaims(company, "system");
  const read = readEvent(raw);
  if (read === null) return countFailure(services, claims, "body");
  if (read.known?.type === "post_call_audio") {
    const stored = await storeSound(services, claims, read, read.known);
    if (stored === "repeated") return stored;
    if (stored === "foreign_agent") return countFailure(services, claims, stored);
  }
  const taken = await inTenant(services.pool, claims, "write", (tx) => takeEvent(tx, services.agents, read));
  return taken === "foreign_agent" ? countFailure(services, claims, taken) : taken;
}

/** Counts a delivery that was refused before it was read. */
export async function countFailure<Fault extends DeliveryFault>(
  { pool }: Pick<Services, "pool">,
  claims: Claims,
  fault: Fault,
): Promise<Fault> {
  await inTenant(pool, claims, "write", (tx) => recordFailure(tx, fault));
  return fault;
}

async function storeSound(
  { pool, agents, recordings }: Using,
  claims: Claims,
  { event }: Event,
  { data }: Extract<WebhookEvent, { type: "post_call_audio" }>,
): Promise<"stored" | Delivered> {
  const call = await inTenant(pool, claims, "write", async (tx) => {
    if (!(await isOwnAgent(tx, agents, data.agent_id))) return "foreign_agent" as const;
    if (await wasTaken(tx, event)) return "repeated" as const;
    return callOfSound(tx, data);
  });
  if (typeof call === "string") return call;
  if (call.audio_key === null)
    await recordings.write(callAudioKey(claims, call.id), Buffer.from(data.full_audio, "base64"));
  return "stored";
}

/** Null when it is no event, or a known one of another shape. */
function readEvent(raw: Uint8Array): Event | null {
  let body: unknown;
  try {
    body = parseJson(new TextDecoder("utf-8", { fatal: true }).decode(raw));
  } catch {
    return null;
  }
  const event = AnyWebhookEvent.safeParse(body);
  if (!event.success) return null;
  if (!known_types.has(event.data.type)) return { event: event.data, known: null };
  const known = WebhookEvent.safeParse(body);
  return known.success ? { event: event.data, known: known.data } : null;
}

const known_types = new Set(["post_call_transcription", "post_call_audio", "call_initiation_failure"]);
