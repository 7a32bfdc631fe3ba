import { and, asc, desc, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import { properties } from "#drizzle/schema/properties.ts";
import { foldArabic, nameKey } from "#lib/arabic.ts";
import { currencyExponent, minorToDecimal } from "#lib/money.ts";
import { zonedDay } from "#lib/time.ts";
import { literalLimit } from "#server/literal-limit.ts";
import type { Tx } from "#server/tenant.ts";
import type { Property } from "./schema.ts";

/** What a customer wants, in his own words where they are words. `max_price` is in whole units of the company's currency. */
export interface Wanted {
  purpose?: Property["purpose"] | undefined;
  kind?: Property["kind"] | undefined;
  district?: string | undefined;
  city?: string | undefined;
  max_price?: number | undefined;
  bedrooms?: number | undefined;
}

/** Listings that an agent may offer today: available, with an advertising permit that holds in the company's zone; the dearest
 *  within the budget first, else the newest. District and city match however they are spelt, the district also within a title.
 *  `price` is a decimal string. Source: properties. */
export async function searchOfferable(tx: Tx, wanted: Wanted, most: number) {
  const { currency, timezone } = tx.company;
  const most_minor =
    wanted.max_price === undefined ? undefined : Math.round(wanted.max_price * 10 ** currencyExponent(currency));
  const found = await tx
    .select({
      id: properties.id,
      reference: properties.reference,
      title: properties.title,
      title_en: properties.title_en,
      district: properties.district,
      city: properties.city,
      price_minor: properties.price_minor,
      currency: properties.currency,
      bedrooms: properties.bedrooms,
      area_m2: properties.area_sqm,
      purpose: properties.purpose,
      kind: properties.kind,
    })
    .from(properties)
    .where(
      and(
        eq(properties.company_id, tx.company_id),
        isOfferable(zonedDay(new Date(), timezone)),
        wanted.purpose && eq(properties.purpose, wanted.purpose),
        wanted.kind && eq(properties.kind, wanted.kind),
        wanted.bedrooms === undefined ? undefined : gte(properties.bedrooms, wanted.bedrooms),
        most_minor === undefined ? undefined : eq(properties.currency, currency),
        most_minor === undefined ? undefined : lte(properties.price_minor, most_minor),
        wanted.district ? inDistrict(wanted.district) : undefined,
        wanted.city ? inCity(wanted.city) : undefined,
      ),
    )
    .orderBy(
      ...(most_minor === undefined ? [desc(properties.created_at)] : [desc(properties.price_minor)]),
      asc(properties.id),
    )
    .limit(literalLimit(most));
  return found.map(({ price_minor, ...row }) => ({ ...row, price: minorToDecimal(price_minor, row.currency) }));
}

/** The same rule as `is_offerable` of a listing. */
const isOfferable = (today: string): SQL =>
  sql`${properties.status} = 'available' and ${properties.permit_number} is not null and ${properties.permit_expires_on} >= ${today}::date`;

// People say "حي النرجس" and "Al Narjis district"; the column has the name alone.
const generic = /^(حي|منطقه|district|area)\s+|\s+(district|area)$/g;

function inDistrict(words: string): SQL | undefined {
  const key = nameKey(foldArabic(words).replace(generic, ""));
  if (key === "") return undefined;
  return sql`(strpos(${properties.title_key}, ${key}) > 0 or strpos(${key}, app.name_key(${properties.district})) > 0)`;
}

function inCity(words: string): SQL | undefined {
  const key = nameKey(words);
  if (key === "") return undefined;
  return sql`(strpos(app.name_key(${properties.city}), ${key}) > 0 or strpos(${key}, app.name_key(${properties.city})) > 0)`;
}
