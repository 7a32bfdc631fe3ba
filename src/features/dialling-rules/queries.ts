import { eq, sql } from "drizzle-orm";
import { companies } from "#drizzle/schema/companies.ts";
import { dialling_rules } from "#drizzle/schema/dialling-rules.ts";
import type { Tx } from "#server/tenant.ts";
import { invalid, NotFound } from "../../errors.ts";
import type { DiallingRule, DiallingRules } from "./schema.ts";

/** Every country of app.country_rules with the company's own line in its place, the company's own country first, and last the
 *  line for all others, in the company's zone and weekend. Source: app.country_rules, dialling_rules, companies. */
export async function listDiallingRules(tx: Tx): Promise<DiallingRules> {
  const [usual, [company], owned] = await Promise.all([
    countryRules(tx),
    tx
      .select({ timezone: companies.timezone, weekend: companies.weekend })
      .from(companies)
      .where(eq(companies.company_id, tx.company_id)),
    tx
      .select({
        country: dialling_rules.country,
        version: dialling_rules.version,
        own: {
          from_time: dialling_rules.from_time,
          to_time: dialling_rules.to_time,
          on_weekend: dialling_rules.on_weekend,
          unanswered_per_day: dialling_rules.unanswered_per_day,
          unanswered_per_week: dialling_rules.unanswered_per_week,
          holidays: dialling_rules.holidays,
          updated_at: dialling_rules.updated_at,
        },
      })
      .from(dialling_rules)
      .where(eq(dialling_rules.company_id, tx.company_id)),
  ]);
  if (!company) throw new NotFound("company");
  const rules = usual.map(({ country, calling_code, timezone, weekend, ...limits }): DiallingRule => {
    const line = owned.find((one) => one.country === country);
    return {
      country,
      calling_code,
      timezone: timezone ?? company.timezone,
      weekend: weekend ?? company.weekend,
      usual: limits,
      own: line?.own ?? null,
      version: line?.version ?? 0,
    };
  });
  const rank = ({ country }: DiallingRule) => (country === null ? 2 : country === tx.company.country ? 0 : 1);
  return { rules: rules.sort((one, other) => rank(one) - rank(other)) };
}

/** One country's. Throws Invalid("country") for one that has no line of its own in app.country_rules. */
export async function getDiallingRule(tx: Tx, country: string): Promise<DiallingRule> {
  const { rules } = await listDiallingRules(tx);
  const rule = rules.find((one) => one.country === country);
  if (!rule) throw invalid("country", "unknown_country", "There are no rules for this country.");
  return rule;
}

type CountryRule = DiallingRule["usual"] & {
  country: string | null;
  calling_code: string | null;
  timezone: string | null;
  weekend: number[] | null;
};

const countryRules = (tx: Tx) =>
  tx.execute<CountryRule>(sql`
    select country, calling_code, timezone, to_jsonb(weekend) as weekend,
           from_time, to_time, on_weekend, unanswered_per_day, unanswered_per_week
      from app.country_rules()
     order by country`);
