import { createHmac, timingSafeEqual } from "node:crypto";

/** The key that the simulator's REST side asks for in both vendors' headers, made from its webhook secret. */
export function simulatorKey(webhook_secret: string): string {
  return `sim_${sign(webhook_secret, "key.rest").slice(0, 40)}`;
}

/** What the agent of a company's simulated phone calls shows to the portal's tool paths: `sim_<hook_id>_<hmac>`. */
export function simulatorToolToken(webhook_secret: string, hook_id: string): string {
  return `sim_${hook_id}_${sign(webhook_secret, `tools.${hook_id}`)}`;
}

/** The agent that stands for a company in the simulator. */
export const simulatorAgentId = (hook_id: string): string => `agent_sim_${hook_id}`;

/** The company's hook from such an agent id; null for any other id. */
export function hookOfAgent(agent_id: string): string | null {
  return /^agent_sim_([0-9a-f]{32})$/.exec(agent_id)?.[1] ?? null;
}

/** Hex HMAC-SHA256. */
export function sign(secret: string, text: string | Buffer): string {
  return createHmac("sha256", secret).update(text).digest("hex");
}

/** Equal in constant time. */
export function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
