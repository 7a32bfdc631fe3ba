import { and, eq, sql } from "drizzle-orm";
import { dialling_rules } from "#drizzle/schema/dialling-rules.ts";
import { askAgain } from "#features/campaigns/dialling/ask-again.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict } from "../../errors.ts";
import { getDiallingRule } from "./queries.ts";
import type { DiallingRule, ResetDiallingRule, SaveDiallingRule } from "./schema.ts";

type Limits = Omit<SaveDiallingRule, "version">;

/** Puts the company's own line in the place of a country's; it holds from the next dial on, and whom the
 *  former one put off is asked about again. Throws Invalid("country") for a
 *  country without a line, and Conflict("stale") with the rule as it is now. Source: dialling_rules. */
export async function saveDiallingRule(tx: Tx, { version, ...limits }: SaveDiallingRule): Promise<DiallingRule> {
  await getDiallingRule(tx, limits.country);
  const isWritten = (!version && (await add(tx, limits))) || (version !== 0 && (await change(tx, limits, version)));
  return answer(tx, limits.country, isWritten);
}

/** Takes the company's own line away, so that the country's holds; where there is none nothing happens. Throws as saving does. */
export async function resetDiallingRule(tx: Tx, { country, version }: ResetDiallingRule): Promise<DiallingRule> {
  const before = await getDiallingRule(tx, country);
  if (before.own === null) return before;
  const removed = await tx
    .delete(dialling_rules)
    .where(ofCountry(tx, country, version))
    .returning({ id: dialling_rules.id });
  return answer(tx, country, removed.length > 0);
}

async function answer(tx: Tx, country: string, isWritten: boolean): Promise<DiallingRule> {
  const now = await getDiallingRule(tx, country);
  if (!isWritten) throw new Conflict("stale", "The rules of this country were changed meanwhile.", now);
  await askAgain(tx);
  return now;
}

async function add(tx: Tx, limits: Limits): Promise<boolean> {
  const made = await tx
    .insert(dialling_rules)
    .values({ company_id: tx.company_id, ...limits })
    .onConflictDoNothing({ target: [dialling_rules.company_id, dialling_rules.country] })
    .returning({ id: dialling_rules.id });
  return made.length > 0;
}

async function change(tx: Tx, { country, ...limits }: Limits, version: number | undefined): Promise<boolean> {
  const changed = await tx
    .update(dialling_rules)
    .set({ ...limits, version: sql`${dialling_rules.version} + 1` })
    .where(ofCountry(tx, country, version))
    .returning({ id: dialling_rules.id });
  return changed.length > 0;
}

const ofCountry = (tx: Tx, country: string, version: number | undefined) =>
  and(
    eq(dialling_rules.company_id, tx.company_id),
    eq(dialling_rules.country, country),
    version === undefined ? undefined : eq(dialling_rules.version, version),
  );
