import { and, desc, eq, inArray, sql } from "drizzle-orm";
import { properties } from "#drizzle/schema/properties.ts";
import { property_inquiries } from "#drizzle/schema/property-inquiries.ts";
import { minorToDecimal } from "#lib/money.ts";
import { literalLimit } from "#server/literal-limit.ts";
import type { Tx } from "#server/tenant.ts";
import type { Customer, Listing } from "./schema.ts";
import { isVisible } from "./visible.ts";

/** What is shown of a listing beside a customer. */
export const listingColumns = {
  id: properties.id,
  title: properties.title,
  title_en: properties.title_en,
  kind: properties.kind,
  price_minor: properties.price_minor,
  currency: properties.currency,
};

export function asListing<Row extends { price_minor: number; currency: string }>({ price_minor, ...row }: Row) {
  return { ...row, price: minorToDecimal(price_minor, row.currency) };
}

const sameProperty = and(
  eq(properties.company_id, property_inquiries.company_id),
  eq(properties.id, property_inquiries.property_id),
);

/** Listings a customer asked about, each once, by when that was last; at most five, none for whoever may not read them.
 *  Source: property_inquiries, properties. */
export async function listAskedAbout(tx: Tx, customer_id: string): Promise<Listing[]> {
  if (!isVisible(tx, "properties.read")) return [];
  const last = sql`max(${property_inquiries.created_at})`;
  const found = await tx
    .select(listingColumns)
    .from(property_inquiries)
    .innerJoin(properties, sameProperty)
    .where(and(eq(property_inquiries.company_id, tx.company_id), eq(property_inquiries.customer_id, customer_id)))
    .groupBy(properties.company_id, properties.id)
    .orderBy(desc(last), desc(properties.id))
    .limit(literalLimit(5));
  return found.map(asListing);
}

/** The same customers, each with the listing they asked about last. One statement for all.
 *  Source: property_inquiries, properties. */
export async function withLastAsked(tx: Tx, page: Customer[]): Promise<(Customer & { asked_about: Listing | null })[]> {
  const ids = page.map(({ id }) => id);
  const found =
    ids.length === 0 || !isVisible(tx, "properties.read")
      ? []
      : await tx
          .selectDistinctOn([property_inquiries.customer_id], {
            customer_id: property_inquiries.customer_id,
            ...listingColumns,
          })
          .from(property_inquiries)
          .innerJoin(properties, sameProperty)
          .where(and(eq(property_inquiries.company_id, tx.company_id), inArray(property_inquiries.customer_id, ids)))
          .orderBy(property_inquiries.customer_id, desc(property_inquiries.created_at), desc(property_inquiries.id));
  const asked = new Map(found.map(({ customer_id, ...listing }) => [customer_id, asListing(listing)]));
  return page.map((customer) => ({ ...customer, asked_about: asked.get(customer.id) ?? null }));
}
