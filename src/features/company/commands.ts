import { and, eq, sql } from "drizzle-orm";
import { companies } from "#drizzle/schema/companies.ts";
import { isTimezone } from "#lib/time.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, invalid } from "../../errors.ts";
import { getCompany } from "./queries.ts";
import type { Company, UpdateCompany } from "./schema.ts";

/** Changes what is given of the company entered. Throws Invalid("timezone") for a zone that this server or the database does not
 *  know, and Conflict("stale") with the current row. Source: companies. */
export async function updateCompany(tx: Tx, { version, ...values }: UpdateCompany): Promise<Company> {
  if (values.timezone !== undefined) await requireTimezone(tx, values.timezone);
  const changed = await tx
    .update(companies)
    .set({ ...values, version: sql`${companies.version} + 1` })
    .where(
      and(eq(companies.company_id, tx.company_id), version === undefined ? undefined : eq(companies.version, version)),
    )
    .returning({ company_id: companies.company_id });
  const company = await getCompany(tx);
  if (changed.length === 0) throw new Conflict("stale", "The settings were changed meanwhile.", company);
  return company;
}

/** Both must know it: days are cut by this process on the pages and by the database in the reports. */
async function requireTimezone(tx: Tx, timezone: string): Promise<void> {
  const [row] = isTimezone(timezone)
    ? await tx.execute<{ is_known: boolean }>(
        sql`select exists (select from pg_timezone_names where name = ${timezone}) as is_known`,
      )
    : [];
  if (!row?.is_known) throw invalid("timezone", "unknown_timezone", "There is no such time zone.");
}
