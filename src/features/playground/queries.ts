import { modelOf } from "#agents/openrouter/model.ts";
import type { AgentServices } from "#agents/ports.ts";
import { readAgents } from "#features/agents/queries.ts";
import type { CurrentAgent } from "#features/agents/schema.ts";
import type { Tx } from "#server/tenant.ts";
import type { Playground, PlaygroundAgent } from "./schema.ts";

/** Both machines as the playground presents them; `model` is the one that would answer now. Source: agents, companies. */
export async function readPlayground(tx: Tx, services: AgentServices): Promise<Playground> {
  const { voice, chat } = await readAgents(tx);
  return {
    voice: presented(voice, voice.model, services.voice.is_simulated),
    chat: presented(chat, modelOf(chat.model), services.chat.is_simulated),
  };
}

function presented(agent: CurrentAgent, model: string | null, is_simulated: boolean): PlaygroundAgent {
  const { name, name_en, gender, language, greeting, version } = agent;
  return { name, name_en, gender, language, greeting, version, model, is_simulated };
}
