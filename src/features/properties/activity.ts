import { and, asc, eq, gte, inArray, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { bookings } from "#drizzle/schema/bookings.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { property_inquiries } from "#drizzle/schema/property-inquiries.ts";
import { users } from "#drizzle/schema/users.ts";
import { isVisible } from "#features/customers/visible.ts";
import { id, instant } from "#lib/fields.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { getProperty } from "./queries.ts";
import type { Inquirer, InquirerPage, ListInquirers, PropertyActivity } from "./schema.ts";

const soonest = 10;

/** How many customers asked about a listing, and what viewings it has to come. Throws NotFound.
 *  Source: bookings, property_inquiries. */
export async function getActivity(tx: Tx, property_id: string): Promise<PropertyActivity> {
  await getProperty(tx, property_id);
  const [asked] = await tx.execute<{ count: number }>(
    sql`select count(distinct customer_id)::integer as count from (${asking(tx, property_id)}) as asked`,
  );
  const inquirers = asked?.count ?? 0;
  if (!isVisible(tx, "bookings.read")) return { inquirers };
  const ofListing = and(eq(bookings.company_id, tx.company_id), eq(bookings.property_id, property_id));
  const [viewings, upcoming] = await Promise.all([
    tx.$count(bookings, ofListing),
    tx
      .select({
        id: bookings.id,
        number: bookings.number,
        status: bookings.status,
        starts_at: bookings.starts_at,
        ends_at: bookings.ends_at,
        customer: { id: customers.id, name: customers.name },
        staff: { id: users.id, name: users.name },
      })
      .from(bookings)
      .innerJoin(customers, and(eq(customers.company_id, bookings.company_id), eq(customers.id, bookings.customer_id)))
      .leftJoin(users, and(eq(users.company_id, bookings.company_id), eq(users.id, bookings.staff_id)))
      .where(
        and(
          ofListing,
          inArray(bookings.status, ["pending", "approved"]),
          gte(bookings.starts_at, new Date().toISOString()),
        ),
      )
      .orderBy(asc(bookings.starts_at), asc(bookings.id))
      .limit(literalLimit(soonest)),
  ]);
  return {
    inquirers,
    viewings,
    upcoming: upcoming.map(({ number, ...row }) => ({ ...row, reference: `VB-${number}` })),
  };
}

/** Who asked about a listing, whoever asked last first, each customer once; one page of at most 100. Viewings count as asking
 *  for those who may read them. Throws NotFound, Invalid("cursor"). Source: property_inquiries, bookings, customers. */
export async function listInquirers(tx: Tx, input: ListInquirers): Promise<InquirerPage> {
  const place = after(input.cursor, z.tuple([instant(), id()]));
  const last = sql`select distinct on (customer_id) customer_id, asked_at, source, conversation_id, booking_id, number,
           count(*) over (partition by customer_id)::integer as times
      from (${asking(tx, input.id)}) as asked
     order by customer_id, asked_at desc, booking_id nulls last`;
  const found = await tx.execute<InquirerRow>(sql`
    select k.id, k.name, k.phone, k.stage, a.source, a.conversation_id, a.booking_id, a.number, a.times,
           to_char(a.asked_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as asked_at
      from (${last}) as a
      join ${customers} k on k.company_id = ${tx.company_id} and k.id = a.customer_id
     where ${place ? sql`(a.asked_at, k.id) < (${place[0]}::timestamptz, ${place[1]}::uuid)` : sql`true`}
     order by a.asked_at desc, k.id desc
     limit ${literalLimit(input.limit + 1)}`);
  if (found.length === 0) await getProperty(tx, input.id);
  const { page, next_cursor } = pageOf([...found], input.limit, (row) => [row.asked_at, row.id]);
  return { inquirers: page.map(asInquirer), next_cursor };
}

type InquirerRow = Inquirer["customer"] &
  Pick<Inquirer, "asked_at" | "times" | "source" | "conversation_id"> & { booking_id: string | null; number: string };

function asInquirer({ id, name, phone, stage, booking_id, number, ...asked }: InquirerRow): Inquirer {
  return {
    ...asked,
    customer: { id, name, phone, stage },
    booking: booking_id === null ? null : { id: booking_id, reference: `VB-${number}` },
  };
}

/** Each time somebody asked; a merged customer's asking is that of the one who stayed. */
function asking(tx: Tx, property_id: string): SQL {
  const from = (table: typeof bookings | typeof property_inquiries, booking: SQL) => sql`
    select coalesce(k.merged_into_id, k.id) as customer_id, t.created_at as asked_at, t.source, t.conversation_id, ${booking}
      from ${table} t join ${customers} k on k.company_id = t.company_id and k.id = t.customer_id
     where t.company_id = ${tx.company_id} and t.property_id = ${property_id}`;
  const inquiries = from(property_inquiries, sql`null::uuid as booking_id, null::bigint as number`);
  return isVisible(tx, "bookings.read")
    ? sql`${inquiries} union all ${from(bookings, sql`t.id as booking_id, t.number`)}`
    : inquiries;
}
