import { randomBytes } from "node:crypto";
import { isSame, sign } from "../key.ts";
import type { Simulation } from "../simulation.ts";

const valid_ms = 15 * 60_000;

/** The path and query of a socket that may be opened for 15 minutes; once only when it names its conversation. */
export function signedPath(simulation: Simulation, agent_id: string, conversation_id: string | null): string {
  const ticket = `${simulation.now() + valid_ms}.${randomBytes(8).toString("hex")}`;
  const query = new URLSearchParams({ agent_id });
  if (conversation_id !== null) query.set("conversation_id", conversation_id);
  query.set("conversation_signature", `${ticket}.${seal(simulation, ticket, agent_id, conversation_id)}`);
  return `/simulator/elevenlabs/v1/convai/conversation?${query}`;
}

/** Whether a socket may be opened with this. A single-use signature is used up by asking. */
export function checkSignature(simulation: Simulation, query: URLSearchParams): "good" | "bad" | "expired" {
  const given = query.get("conversation_signature") ?? "";
  const [expires = "", nonce = "", mac = ""] = given.split(".");
  const conversation_id = query.get("conversation_id");
  const wanted = seal(simulation, `${expires}.${nonce}`, query.get("agent_id") ?? "", conversation_id);
  if (!isSame(mac, wanted)) return "bad";
  if (Number(expires) < simulation.now() || simulation.used_signatures.has(given)) return "expired";
  if (conversation_id !== null) simulation.used_signatures.add(given);
  return "good";
}

const seal = (simulation: Simulation, ticket: string, agent_id: string, conversation_id: string | null) =>
  sign(simulation.webhook_secret, `socket.${ticket}.${agent_id}.${conversation_id ?? ""}`);
