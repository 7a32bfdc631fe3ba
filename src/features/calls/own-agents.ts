import { and, desc, eq } from "drizzle-orm";
import type { AgentServices } from "#agents/ports.ts";
import { agents } from "#drizzle/schema/agents.ts";
import { currentAgent } from "#features/agents/queries.ts";
import { findIntegration } from "#features/integrations/ensure.ts";
import type { Tx } from "#server/tenant.ts";

/** Whether a vendor's agent speaks for the company entered: by its voice agent now or in an earlier version, or as the
 *  simulator's own for this company. All companies share one account at the vendor, so a call of any other agent is another
 *  company's, whatever address or id it came by. Source: agents, integrations. */
export async function isOwnAgent(
  tx: Tx,
  services: Pick<AgentServices, "defaultVoiceAgent">,
  vendor_agent_id: string | null,
): Promise<boolean> {
  if (!vendor_agent_id) return false;
  const [version] = await versionsSpokenBy(tx, vendor_agent_id);
  if (version) return true;
  const integration = await findIntegration(tx);
  return integration !== null && services.defaultVoiceAgent(integration.hook_id) === vendor_agent_id;
}

/** Who speaks in a call of this agent: the newest of our versions that names it, else the one in use. Source: agents. */
export async function speakerOf(tx: Tx, vendor_agent_id: string | null) {
  const [version] = vendor_agent_id ? await versionsSpokenBy(tx, vendor_agent_id) : [];
  return version ?? currentAgent(tx, "voice");
}

const versionsSpokenBy = (tx: Tx, vendor_agent_id: string) =>
  tx
    .select({ name: agents.name, version: agents.version, language: agents.language })
    .from(agents)
    .where(
      and(eq(agents.company_id, tx.company_id), eq(agents.kind, "voice"), eq(agents.vendor_agent_id, vendor_agent_id)),
    )
    .orderBy(desc(agents.version))
    .limit(1);
