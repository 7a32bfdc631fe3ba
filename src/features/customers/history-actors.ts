import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias, type PgColumn } from "drizzle-orm/pg-core";
import { agents } from "#drizzle/schema/agents.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import { users } from "#drizzle/schema/users.ts";
import type { genders } from "#drizzle/values.ts";
import type { Tx } from "#server/tenant.ts";
import type { HistoryEntry } from "./history-schema.ts";

/** Reads the entries of one kind by their ids. */
export type Loader = (tx: Tx, ids: string[], customer_id: string) => Promise<HistoryEntry[]>;

type Gender = (typeof genders)[number];

export const actor = alias(users, "actor");
export const staff = alias(users, "staff");
export const actorColumns = { id: actor.id, name: actor.name, gender: actor.gender };

/** A person of the row's own company. */
export function joined(person: typeof actor | typeof staff, company_id: PgColumn, id: PgColumn): SQL | undefined {
  return and(eq(person.company_id, company_id), eq(person.id, id));
}

/** The machine that led the joined conversation, with the gender its name has in the company's settings. */
export const agentColumns = {
  agent_name: conversations.agent_name,
  agent_gender: sql<Gender | null>`(select ${agents.gender} from ${agents}
    where ${agents.company_id} = ${conversations.company_id} and ${agents.kind} = ${conversations.type}
    order by ${agents.name} = ${conversations.agent_name} desc, ${agents.version} desc limit 1)`,
};

export function agentOf({ agent_name, agent_gender }: { agent_name: string | null; agent_gender: Gender | null }) {
  return agent_name === null ? null : { name: agent_name, gender: agent_gender };
}
