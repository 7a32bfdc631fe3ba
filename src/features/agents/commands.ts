import { sql } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { agents } from "#drizzle/schema/agents.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, invalid } from "../../errors.ts";
import { currentAgent, getAgentVersion } from "./queries.ts";
import type { AgentKind, AgentVersion, RestoreAgent, SaveAgent } from "./schema.ts";

/** Saves how a machine speaks as its next version, in use at once. Throws Conflict("stale") with the version in use now, and
 *  Invalid("vendor_agent_id") for another company's agent. */
export async function saveAgent(tx: Tx, { version, ...values }: SaveAgent): Promise<AgentVersion> {
  return saveNext(tx, values.kind, version, {
    ...values,
    model: values.model ?? null,
    vendor_agent_id: values.vendor_agent_id ?? null,
  });
}

/** Takes an earlier version up again, as a new one: history is never rewritten. Throws NotFound and Conflict("stale"). */
export async function restoreAgent(tx: Tx, { id, version }: RestoreAgent): Promise<AgentVersion> {
  const { kind, name, name_en, gender, language, greeting, prompt, model, temperature, vendor_agent_id } =
    await getAgentVersion(tx, id);
  return saveNext(tx, kind, version, {
    kind,
    name,
    name_en,
    gender,
    language,
    greeting,
    prompt,
    model,
    temperature,
    vendor_agent_id,
  });
}

type Values = Omit<typeof agents.$inferInsert, "company_id" | "id" | "version" | "created_by">;

/** Of two who save at once the second finds the number taken. */
async function saveNext(tx: Tx, kind: AgentKind, seen: number | undefined, values: Values): Promise<AgentVersion> {
  const before = await currentAgent(tx, kind);
  if (values.vendor_agent_id) await claimVendorAgent(tx, values.vendor_agent_id);
  if (seen !== undefined && seen !== before.version) throw stale(before);
  const [saved] = await tx
    .insert(agents)
    .values({ ...values, company_id: tx.company_id, id: uuidv7(), version: before.version + 1, created_by: tx.user_id })
    .onConflictDoNothing({ target: [agents.company_id, agents.kind, agents.version] })
    .returning({ id: agents.id });
  if (!saved) throw stale(await currentAgent(tx, kind));
  return getAgentVersion(tx, saved.id);
}

const stale = (current: unknown) => new Conflict("stale", "This agent was changed meanwhile.", current);

/** An agent at the vendor is one company's: another's id is refused as if it did not exist. Door: app.claim_vendor_agent. */
async function claimVendorAgent(tx: Tx, vendor_agent_id: string): Promise<void> {
  const [claim] = await tx.execute<{ is_ours: boolean }>(
    sql`select app.claim_vendor_agent(${vendor_agent_id}) as is_ours`,
  );
  if (!claim?.is_ours) throw invalid("vendor_agent_id", "unknown_agent", "There is no such agent of this company.");
}
