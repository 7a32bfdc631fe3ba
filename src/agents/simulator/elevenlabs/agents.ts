import { asObject, type Exchange, sendJson } from "../exchange.ts";
import { hookOfAgent } from "../key.ts";
import type { Simulation } from "../simulation.ts";
import { sendNotFound } from "./answers.ts";

/** Whether there is such an agent: every company's simulated one, and those that were created here. */
export const isAgent = (simulation: Simulation, id: string): boolean =>
  hookOfAgent(id) !== null || simulation.agents.has(id);

/** Agents: create, list, read, change. */
export function answerAgents(simulation: Simulation, exchange: Exchange, rest: string) {
  const { method, res, body } = exchange;
  if (method === "POST" && rest === "/create") {
    if (typeof body.conversation_config !== "object" || body.conversation_config === null) {
      return sendJson(res, 422, {
        detail: [{ loc: ["body", "conversation_config"], msg: "Field required", type: "missing" }],
      });
    }
    const agent_id = simulation.nextId("agent");
    simulation.agents.set(agent_id, { ...body });
    return sendJson(res, 200, { agent_id });
  }
  if (method === "GET" && rest === "") {
    const agents = [...simulation.agents].map(([agent_id, { name }]) => ({
      agent_id,
      name: name ?? "Agent",
      tags: [],
    }));
    return sendJson(res, 200, { agents, next_cursor: null, has_more: false });
  }
  const id = rest.slice(1);
  if (!isAgent(simulation, id)) return sendNotFound(exchange, "agent");
  if (method === "PATCH") simulation.agents.set(id, merged(simulation.agents.get(id) ?? {}, body));
  else if (method === "DELETE") {
    simulation.agents.delete(id);
    return sendJson(res, 200, {});
  } else if (method !== "GET") return sendNotFound(exchange, "route");
  sendJson(res, 200, { agent_id: id, ...merged(standard, simulation.agents.get(id) ?? {}) });
}

const standard = {
  name: "Simulated agent",
  conversation_config: {
    asr: { user_input_audio_format: "pcm_16000" },
    tts: { agent_output_audio_format: "pcm_16000" },
    conversation: {
      text_only: false,
      max_duration_seconds: 600,
      client_events: ["audio", "interruption", "user_transcript", "agent_response", "client_tool_call", "ping"],
    },
    agent: { first_message: "", language: "ar", prompt: { prompt: "", tool_ids: [] } },
  },
  platform_settings: { auth: { enable_auth: true, allowlist: [] } },
  metadata: { created_at_unix_secs: 0, updated_at_unix_secs: 0 },
  phone_numbers: [],
  tags: [],
};

function merged(base: Record<string, unknown>, changes: Record<string, unknown>): Record<string, unknown> {
  const made: Record<string, unknown> = { ...base };
  for (const [name, value] of Object.entries(changes)) {
    const isNested = typeof value === "object" && value !== null && !Array.isArray(value);
    made[name] = isNested ? merged(asObject(made[name]), asObject(value)) : value;
  }
  return made;
}
