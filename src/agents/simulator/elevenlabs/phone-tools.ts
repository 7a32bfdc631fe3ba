import { parse } from "../exchange.ts";
import { hookOfAgent, simulatorToolToken } from "../key.ts";
import { toolResult } from "../openrouter/talk-of.ts";
import type { Simulation } from "../simulation.ts";
import type { SimulatedCall } from "./call.ts";

/** Calls a server tool of a phone call as the vendor does: a POST to the portal with a secret header and the vendor's own
 *  conversation id beside the arguments. Whatever is no JSON of a 2xx is a tool's error. */
export async function callServerTool(
  simulation: Simulation,
  call: SimulatedCall,
  tool: string,
  args: Record<string, unknown>,
): Promise<Record<string, unknown>> {
  const hook_id = hookOfAgent(call.agent_id) ?? "";
  try {
    const answer = await fetch(`${simulation.portalUrl()}/api/agent-tools/${tool}`, {
      method: "POST",
      headers: {
        "Content-Type": "application/json",
        Authorization: `Bearer ${simulatorToolToken(simulation.webhook_secret, hook_id)}`,
      },
      body: JSON.stringify({ ...args, conversation_id: call.id }),
      signal: AbortSignal.any([simulation.stopping, AbortSignal.timeout(20_000)]),
    });
    const result = parse(await answer.text());
    return answer.ok ? toolResult(result) : { error: `status_${answer.status}` };
  } catch {
    return { error: "unreachable" }; // As the vendor's model would see it; the talk goes on.
  }
}
