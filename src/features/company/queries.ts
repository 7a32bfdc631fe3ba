import { eq } from "drizzle-orm";
import { companies } from "#drizzle/schema/companies.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import type { Company } from "./schema.ts";

/** The company entered. Source: companies. */
export async function getCompany(tx: Tx): Promise<Company> {
  const [row] = await tx
    .select({
      company_id: companies.company_id,
      name: companies.name,
      name_en: companies.name_en,
      country: companies.country,
      city: companies.city,
      timezone: companies.timezone,
      currency: companies.currency,
      locale: companies.locale,
      digits: companies.digits,
      week_start: companies.week_start,
      weekend: companies.weekend,
      working_hours: companies.working_hours,
      ticket_hours: companies.ticket_hours,
      version: companies.version,
      updated_at: companies.updated_at,
    })
    .from(companies)
    .where(eq(companies.company_id, tx.company_id));
  if (!row) throw new NotFound("company");
  return row;
}
