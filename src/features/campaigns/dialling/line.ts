import { eq } from "drizzle-orm";
import type { AgentServices, OutboundCall } from "#agents/ports.ts";
import { companies } from "#drizzle/schema/companies.ts";
import { currentAgent } from "#features/agents/queries.ts";
import { ensureIntegration } from "#features/integrations/ensure.ts";
import type { Tx } from "#server/tenant.ts";

const texts_at_once = 20;

/** From where a company calls or writes, and how much at the same time. `lack` is why it cannot. */
export interface Line {
  at_once: number;
  agent_name: string;
  company_name: string;
  agent_version: number;
  language: string;
  greeting: string;
  from: Pick<OutboundCall, "vendor_agent_id" | "phone_number_id" | "phone_provider"> | null;
  lack: "no_agent" | "no_phone_number" | null;
}

/** The company's line for a type of campaign. The simulator needs no number. Source: integrations, agents,
 *  companies. */
export async function readLine(tx: Tx, type: "voice" | "chat", agents: AgentServices): Promise<Line> {
  const [agent, joined, [company]] = await Promise.all([
    currentAgent(tx, type),
    ensureIntegration(tx),
    tx
      .select({ name: companies.name, name_en: companies.name_en })
      .from(companies)
      .where(eq(companies.company_id, tx.company_id)),
  ]);
  const spoken = {
    agent_name: agent.language === "en" ? agent.name_en : agent.name,
    company_name: (agent.language === "en" ? company?.name_en : company?.name) ?? "",
    agent_version: agent.version,
    language: agent.language,
    greeting: agent.greeting,
  };
  if (type === "chat") return { ...spoken, at_once: texts_at_once, from: null, lack: null };

  const at_once = joined.dial_concurrency;
  const vendor_agent_id = agent.vendor_agent_id ?? agents.defaultVoiceAgent(joined.hook_id);
  if (vendor_agent_id === null) return { ...spoken, at_once, from: null, lack: "no_agent" };
  const phone_number_id = joined.phone_number_id ?? (agents.voice.is_simulated ? "simulated" : null);
  if (phone_number_id === null) return { ...spoken, at_once, from: null, lack: "no_phone_number" };
  const { phone_provider } = joined;
  return { ...spoken, at_once, from: { vendor_agent_id, phone_number_id, phone_provider }, lack: null };
}
