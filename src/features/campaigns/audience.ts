import { and, eq, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import { bookings } from "#drizzle/schema/bookings.ts";
import { do_not_call } from "#drizzle/schema/campaigns.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { properties } from "#drizzle/schema/properties.ts";
import { property_inquiries } from "#drizzle/schema/property-inquiries.ts";
import { users } from "#drizzle/schema/users.ts";
import { foldArabic } from "#lib/arabic.ts";
import { addDays, startOfZonedDay } from "#lib/time.ts";
import { requireRows } from "#server/require-rows.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import type { Audience, AudienceReach } from "./schema.ts";

const sample_size = 5;

/** Whom an audience holds now and who of them can be reached. Throws NotFound for an owner or a listing of another company.
 *  Source: customers, do_not_call; conversations, bookings and property_inquiries for the conditions. */
export async function readAudience(tx: Tx, audience: Audience): Promise<AudienceReach> {
  await requireAudience(tx, audience);
  const [counted] = await tx
    .select({
      reachable: sql<number>`count(*) filter (where ${stands} and not ${isBarred})::integer`,
      do_not_call: sql<number>`count(*) filter (where ${stands} and ${isBarred})::integer`,
      duplicates: sql<number>`count(*) filter (where not ${stands})::integer`,
    })
    .from(customers)
    .where(inAudience(tx, audience));
  const sample = await tx
    .select({ id: customers.id, name: customers.name, phone: customers.phone, stage: customers.stage })
    .from(customers)
    .where(reachableIn(tx, audience))
    .orderBy(sql`${customers.created_at} desc`, sql`${customers.id} desc`)
    .limit(sample_size);
  return { ...(counted ?? { reachable: 0, do_not_call: 0, duplicates: 0 }), sample };
}

/** What an audience points to is the company's own. A colleague who left still has customers, so he may be named. */
export async function requireAudience(tx: Tx, { owner_id, property_id }: Audience): Promise<void> {
  await requireRows(tx, { property: property_id ?? null });
  if (owner_id === undefined || owner_id === "none") return;
  const found = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.company_id, tx.company_id), eq(users.id, owner_id)));
  if (found.length === 0) throw new NotFound("user");
}

const stands = sql`${customers.merged_into_id} is null`;
const isBarred = sql`exists (
  select from ${do_not_call}
   where ${do_not_call.company_id} = ${customers.company_id} and ${do_not_call.phone} = ${customers.phone})`;

/** The condition on `customers` for those an audience reaches: not merged into another, not on the do-not-call list. */
export const reachableIn = (tx: Tx, audience: Audience): SQL | undefined =>
  and(inAudience(tx, audience), isNull(customers.merged_into_id), sql`not ${isBarred}`);

function inAudience(tx: Tx, audience: Audience): SQL | undefined {
  const { stages, owner_id, created_from, created_to, last_contact_before } = audience;
  const begin = (day: string) => startOfZonedDay(day, tx.company.timezone).toISOString();
  return and(
    eq(customers.company_id, tx.company_id),
    stages && inArray(customers.stage, stages),
    owner_id === undefined ? undefined : ownedBy(owner_id),
    created_from ? gte(customers.created_at, begin(created_from)) : undefined,
    created_to ? lt(customers.created_at, begin(addDays(created_to, 1))) : undefined,
    last_contact_before ? sql`not ${spokenToSince(begin(last_contact_before))}` : undefined,
    audience.property_id || audience.district ? askedAbout(audience) : undefined,
  );
}

const ownedBy = (owner_id: string) =>
  owner_id === "none" ? isNull(customers.owner_id) : eq(customers.owner_id, owner_id);

const spokenToSince = (instant: string) => sql`exists (
  select from ${conversations}
   where ${conversations.company_id} = ${customers.company_id} and ${conversations.customer_id} = ${customers.id}
     and ${conversations.mode} = 'real' and ${conversations.started_at} >= ${instant})`;

/** Asked or has a viewing; of the listing itself, or of one in the district, however it is spelt. */
function askedAbout({ property_id, district }: Audience): SQL {
  const wanted = and(
    property_id ? eq(properties.id, property_id) : undefined,
    district ? sql`app.fold_arabic(${properties.district}) = ${foldArabic(district)}` : undefined,
  );
  const by = (table: typeof bookings | typeof property_inquiries) => sql`exists (
    select from ${table}
      join ${properties} on ${properties.company_id} = ${table.company_id} and ${properties.id} = ${table.property_id}
     where ${table.company_id} = ${customers.company_id} and ${table.customer_id} = ${customers.id} and ${wanted})`;
  return sql`(${by(bookings)} or ${by(property_inquiries)})`;
}
