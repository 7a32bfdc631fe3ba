import { and, desc, eq, lt } from "drizzle-orm";
import * as z from "zod";
import { agents } from "#drizzle/schema/agents.ts";
import { companies } from "#drizzle/schema/companies.ts";
import { users } from "#drizzle/schema/users.ts";
import { genders } from "#drizzle/values.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { firstWords } from "./first-words.ts";
import type {
  AgentKind,
  AgentVersion,
  AgentVersionPage,
  CurrentAgent,
  CurrentAgents,
  ListAgentVersions,
} from "./schema.ts";

const spoken = {
  kind: agents.kind,
  name: agents.name,
  name_en: agents.name_en,
  gender: agents.gender,
  language: agents.language,
  greeting: agents.greeting,
  prompt: agents.prompt,
  model: agents.model,
  temperature: agents.temperature,
  vendor_agent_id: agents.vendor_agent_id,
  version: agents.version,
  created_at: agents.created_at,
};

/** Both machines as they speak now. Source: agents, companies. */
export async function readAgents(tx: Tx): Promise<CurrentAgents> {
  const [voice, chat] = await Promise.all([currentAgent(tx, "voice"), currentAgent(tx, "chat")]);
  return { voice, chat };
}

/** The newest version of a kind. A company that saved none is spoken for in the name that its settings give the machine.
 *  Source: agents, companies. */
export async function currentAgent(tx: Tx, kind: AgentKind): Promise<CurrentAgent> {
  const [row] = await tx
    .select(spoken)
    .from(agents)
    .where(and(eq(agents.company_id, tx.company_id), eq(agents.kind, kind)))
    .orderBy(desc(agents.version))
    .limit(1);
  return row ?? unsavedAgent(tx, kind);
}

/** Versions of a kind, newest first; one page of at most 100. Throws Invalid("cursor"). Source: agents. */
export async function listAgentVersions(tx: Tx, input: ListAgentVersions): Promise<AgentVersionPage> {
  const from = after(input.cursor, z.tuple([z.int32()]));
  const found = await versions(tx)
    .where(
      and(
        eq(agents.company_id, tx.company_id),
        eq(agents.kind, input.kind),
        from ? lt(agents.version, from[0]) : undefined,
      ),
    )
    .orderBy(desc(agents.version))
    .limit(literalLimit(input.limit + 1));
  const { page, next_cursor } = pageOf(found, input.limit, (row) => [row.version]);
  return { versions: page, next_cursor };
}

/** One version of either kind. Throws NotFound. Source: agents. */
export async function getAgentVersion(tx: Tx, id: string): Promise<AgentVersion> {
  const [row] = await versions(tx).where(and(eq(agents.company_id, tx.company_id), eq(agents.id, id)));
  if (!row) throw new NotFound("agent");
  return row;
}

const versions = (tx: Tx) =>
  tx
    .select({ id: agents.id, ...spoken, created_by: { id: users.id, name: users.name } })
    .from(agents)
    .leftJoin(users, and(eq(users.company_id, agents.company_id), eq(users.id, agents.created_by)));

const Machine = z.object({ name: z.string(), name_en: z.string(), gender: z.enum(genders) });

async function unsavedAgent(tx: Tx, kind: AgentKind): Promise<CurrentAgent> {
  const [company] = await tx
    .select({
      name: companies.name,
      name_en: companies.name_en,
      locale: companies.locale,
      settings: companies.settings,
    })
    .from(companies)
    .where(eq(companies.company_id, tx.company_id));
  if (!company) throw new NotFound("company");
  const named = Machine.safeParse(company.settings[`${kind}_agent`]);
  const { name, name_en, gender } = named.success
    ? named.data
    : { name: "نورة", name_en: "Noura", gender: "female" as const };
  return {
    kind,
    name,
    name_en,
    gender,
    language: company.locale,
    ...firstWords(company.locale, kind, { ...company, agent: name, agent_en: name_en, gender }),
    model: null,
    temperature: 0.4,
    vendor_agent_id: null,
    version: 0,
    created_at: null,
  };
}
