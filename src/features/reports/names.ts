import { and, eq, sql } from "drizzle-orm";
import { campaigns } from "#drizzle/schema/campaigns.ts";
import { properties } from "#drizzle/schema/properties.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Tx } from "#server/tenant.ts";

export interface Named {
  name: string | null;
  name_en: string | null;
}
type Names = Map<string, Named>;

/** Who or what the keys of some rows are, by grouping. Source: users, properties, campaigns. */
export async function namesOf(tx: Tx, by: string, parts: readonly { key: string | null }[]): Promise<Names> {
  const keys = parts.flatMap(({ key }) => key ?? []);
  if (by === "agent") return new Map(keys.map((key) => [key, { name: key, name_en: null }]));
  if (keys.length === 0) return new Map();
  if (by === "staff") return namesOfStaff(tx, keys);
  if (by === "property") return namesOfProperties(tx, keys);
  if (by === "campaign") return namesOfCampaigns(tx, keys);
  return new Map();
}

async function namesOfStaff(tx: Tx, ids: string[]): Promise<Names> {
  const found = await tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.company_id, tx.company_id), sql`${users.id} = any(${sql.param(ids)}::uuid[])`));
  return new Map(found.map(({ id, name }) => [id, { name, name_en: null }]));
}

async function namesOfProperties(tx: Tx, ids: string[]): Promise<Names> {
  const found = await tx
    .select({ id: properties.id, name: properties.title, name_en: properties.title_en })
    .from(properties)
    .where(and(eq(properties.company_id, tx.company_id), sql`${properties.id} = any(${sql.param(ids)}::uuid[])`));
  return new Map(found.map(({ id, ...names }) => [id, names]));
}

async function namesOfCampaigns(tx: Tx, ids: string[]): Promise<Names> {
  const found = await tx
    .select({ id: campaigns.id, name: campaigns.name })
    .from(campaigns)
    .where(and(eq(campaigns.company_id, tx.company_id), sql`${campaigns.id} = any(${sql.param(ids)}::uuid[])`));
  return new Map(found.map(({ id, name }) => [id, { name, name_en: null }]));
}
