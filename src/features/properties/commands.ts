import { and, eq, sql } from "drizzle-orm";
import { properties } from "#drizzle/schema/properties.ts";
import { constraintName } from "#server/database-errors.ts";
import { toMinorOf } from "#server/price.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, invalid } from "../../errors.ts";
import { getProperty, propertyByReference } from "./queries.ts";
import type { CreateProperty, Property, UpdateProperty } from "./schema.ts";

/** A new listing; without a currency, in the company's. Throws Invalid("price") for too many decimals and
 *  Conflict("reference_taken") with the listing that has the reference. */
export async function createProperty(tx: Tx, input: CreateProperty): Promise<Property> {
  const { price, currency = tx.company.currency, ...fields } = input;
  const [row] = await tx
    .insert(properties)
    .values({ ...fields, company_id: tx.company_id, ...amountOf(price, currency) })
    .onConflictDoNothing({ target: [properties.company_id, properties.reference] })
    .returning({ id: properties.id });
  if (!row) throw referenceTaken(await propertyByReference(tx, input.reference));
  return getProperty(tx, row.id);
}

/** Changes what is given. A price without a currency is in the listing's own. Throws NotFound, Invalid("price"),
 *  Conflict("stale") with the row as it is now, and Conflict("reference_taken") with the listing that has the reference. */
export async function updateProperty(
  tx: Tx,
  { id, version, price, currency, ...fields }: UpdateProperty,
): Promise<Property> {
  const now = await getProperty(tx, id);
  const amount = price === undefined ? {} : amountOf(price, currency ?? now.currency);
  let changed: { id: string }[];
  try {
    // In a savepoint, so that after the constraint's refusal the other listing can still be read for the answer.
    changed = await tx.transaction((attempt) =>
      attempt
        .update(properties)
        .set({ ...fields, ...amount, version: sql`${properties.version} + 1` })
        .where(
          and(
            eq(properties.company_id, tx.company_id),
            eq(properties.id, id),
            version === undefined ? undefined : eq(properties.version, version),
          ),
        )
        .returning({ id: properties.id }),
    );
  } catch (cause) {
    if (fields.reference === undefined || constraintName(cause) !== "properties_reference_key") throw cause;
    throw referenceTaken(await propertyByReference(tx, fields.reference));
  }
  const property = await getProperty(tx, id);
  if (changed.length === 0) throw new Conflict("stale", "This listing was changed meanwhile.", property);
  return property;
}

/** Amount and currency are written together: one without the other would be another sum. */
function amountOf(price: string, currency: string): { price_minor: number; currency: string } {
  const price_minor = toMinorOf("price", price, currency);
  if (price_minor === null) throw invalid("price", "invalid_amount", "A price is needed.");
  return { price_minor, currency };
}

const referenceTaken = (property: Property | null) =>
  new Conflict("reference_taken", "Another listing has this reference.", property);
