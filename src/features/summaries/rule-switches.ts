import { eq, sql } from "drizzle-orm";
import { companies } from "#drizzle/schema/companies.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { type SwitchTalkRule, type TalkRules, talk_rule_names } from "./schema.ts";
import { isRuleOn } from "./talk-rules.ts";

/** What follows from a talk in the company entered, rule by rule. Source: companies.settings. */
export async function listTalkRules(tx: Tx): Promise<TalkRules> {
  const [company] = await tx
    .select({ settings: companies.settings })
    .from(companies)
    .where(eq(companies.company_id, tx.company_id));
  if (!company) throw new NotFound("company");
  return { rules: talk_rule_names.map((rule) => ({ rule, is_on: isRuleOn(company.settings, rule) })) };
}

/** Switches one rule on or off and leaves every other setting. The version stays as it is: it guards the company's form, which
 *  shows nothing of this, and two switches at once do not undo each other. Source: companies.settings. */
export async function switchTalkRule(tx: Tx, { rule, is_on }: SwitchTalkRule): Promise<TalkRules> {
  const held = sql`${companies.settings} -> 'talk_rules'`;
  await tx
    .update(companies)
    .set({
      settings: sql`${companies.settings} || jsonb_build_object('talk_rules',
        case when jsonb_typeof(${held}) = 'object' then ${held} else '{}' end || jsonb_build_object(${rule}::text, ${is_on}::boolean))`,
    })
    .where(eq(companies.company_id, tx.company_id));
  return listTalkRules(tx);
}
