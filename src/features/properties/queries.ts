import { and, asc, desc, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { properties } from "#drizzle/schema/properties.ts";
import { property_statuses } from "#drizzle/values.ts";
import { foldArabic, nameKey } from "#lib/arabic.ts";
import { id, instant } from "#lib/fields.ts";
import { minorToDecimal } from "#lib/money.ts";
import { zonedDay } from "#lib/time.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import { toMinorOf } from "#server/price.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { permitOn, permitState } from "./permit.ts";
import {
  type CountProperties,
  type ListProperties,
  type Property,
  type PropertyCounts,
  type PropertyPage,
  permit_states,
} from "./schema.ts";

const rows = (tx: Tx) =>
  tx
    .select({
      id: properties.id,
      company_id: properties.company_id,
      reference: properties.reference,
      title: properties.title,
      title_en: properties.title_en,
      kind: properties.kind,
      purpose: properties.purpose,
      status: properties.status,
      price_minor: properties.price_minor,
      currency: properties.currency,
      bedrooms: properties.bedrooms,
      bathrooms: properties.bathrooms,
      area_sqm: properties.area_sqm,
      city: properties.city,
      district: properties.district,
      description: properties.description,
      permit_number: properties.permit_number,
      permit_expires_on: properties.permit_expires_on,
      version: properties.version,
      created_at: properties.created_at,
      updated_at: properties.updated_at,
    })
    .from(properties);

type Row = Awaited<ReturnType<typeof rows>>[number];

function asProperty({ price_minor, ...row }: Row, today: string): Property {
  const permit = permitOn(today, row);
  const holds = permit.permit_state === "valid" || permit.permit_state === "expiring";
  return {
    ...row,
    ...permit,
    price: minorToDecimal(price_minor, row.currency),
    is_offerable: row.status === "available" && holds,
  };
}

const today = (tx: Tx) => zonedDay(new Date(), tx.company.timezone);

/** Listings of the current company, newest first or by price; one page of at most 100. With `q`, out of the 500 newest matches.
 *  Rows are limited by policy properties_select and by company_id. Throws Invalid("cursor"). Source: properties. */
export async function listProperties(tx: Tx, input: ListProperties): Promise<PropertyPage> {
  const { beyond, order, keyOf } = sorting(input);
  const found = await rows(tx)
    .where(and(await within(tx, input), input.status && eq(properties.status, input.status), beyond))
    .orderBy(...order)
    .limit(literalLimit(input.limit + 1));
  const { page, next_cursor } = pageOf(found, input.limit, keyOf);
  return { properties: page.map((row) => asProperty(row, today(tx))), next_cursor };
}

/** How many listings are in each state under the list's filters, and how the permits of those still offered stand.
 *  Throws Invalid("price_from", "price_to"). Source: properties. */
export async function countProperties(tx: Tx, input: CountProperties): Promise<PropertyCounts> {
  const { permit_state, ...filters } = input;
  const [conditions, state] = [await within(tx, filters), permitState(today(tx))];
  const counted = await tx
    .select({ status: properties.status, permit: state, count: sql<number>`count(*)::integer` })
    .from(properties)
    .where(conditions)
    .groupBy(sql`1`, sql`2`);
  const sum = (rows: typeof counted) => rows.reduce((total, { count }) => total + count, 0);
  const shown = counted.filter(({ permit }) => permit_state === undefined || permit === permit_state);
  const offered = counted.filter(({ status }) => status === "available" || status === "reserved");
  const statuses = property_statuses.map((of) => [of, sum(shown.filter(({ status }) => status === of))]);
  const permits = permit_states.map((of) => [of, sum(offered.filter(({ permit }) => permit === of))]);
  return { all: sum(shown), ...Object.fromEntries(statuses), permits: Object.fromEntries(permits) };
}

/** One listing. Throws NotFound. Source: properties. */
export async function getProperty(tx: Tx, id: string): Promise<Property> {
  const [row] = await rows(tx).where(and(eq(properties.company_id, tx.company_id), eq(properties.id, id)));
  if (!row) throw new NotFound("property");
  return asProperty(row, today(tx));
}

/** The listing with this reference, or null. Source: properties. */
export async function propertyByReference(tx: Tx, reference: string): Promise<Property | null> {
  const [row] = await rows(tx).where(
    and(eq(properties.company_id, tx.company_id), eq(properties.reference, reference)),
  );
  return row ? asProperty(row, today(tx)) : null;
}

function sorting({ sort, cursor }: ListProperties) {
  if (sort === "newest") {
    const from = after(cursor, z.tuple([instant(), id()]));
    return {
      beyond: from ? sql`(${properties.created_at}, ${properties.id}) < (${from[0]}, ${from[1]})` : undefined,
      order: [desc(properties.created_at), desc(properties.id)],
      keyOf: (row: Row) => [row.created_at, row.id] as const,
    };
  }
  const from = after(cursor, z.tuple([z.int().min(0), id()]));
  const [direction, past] = sort === "price_low" ? [asc, sql`>`] : [desc, sql`<`];
  return {
    beyond: from ? sql`(${properties.price_minor}, ${properties.id}) ${past} (${from[0]}, ${from[1]})` : undefined,
    order: [direction(properties.price_minor), direction(properties.id)],
    keyOf: (row: Row) => [row.price_minor, row.id] as const,
  };
}

async function within(tx: Tx, input: CountProperties): Promise<SQL | undefined> {
  const { currency } = tx.company;
  const from = toMinorOf("price_from", input.price_from, currency);
  const to = toMinorOf("price_to", input.price_to, currency);
  return and(
    eq(properties.company_id, tx.company_id),
    input.kind && eq(properties.kind, input.kind),
    input.purpose && eq(properties.purpose, input.purpose),
    input.permit_state && eq(permitState(today(tx)), input.permit_state),
    input.district ? sql`app.fold_arabic(${properties.district}) = ${foldArabic(input.district)}` : undefined,
    from === null && to === null ? undefined : eq(properties.currency, currency),
    from === null ? undefined : gte(properties.price_minor, from),
    to === null ? undefined : lte(properties.price_minor, to),
    input.bedrooms_from === undefined ? undefined : gte(properties.bedrooms, input.bedrooms_from),
    input.q ? await matching(tx, input.q) : undefined,
  );
}

async function matching(tx: Tx, words: string): Promise<SQL> {
  const key = nameKey(words);
  const found =
    key === "" ? [] : await tx.execute<{ id: string }>(sql`select id from app.search_properties(${key}, 500)`);
  const ids = found.map(({ id }) => id);
  return sql`(${properties.id} = any(${sql.param(ids)}::uuid[]) or lower(${properties.reference}) = lower(${words}))`;
}
