import { and, asc, desc, eq, gte, inArray, isNull, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import * as z from "zod";
import { conversions } from "#drizzle/reports.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import { customers, stage_changes } from "#drizzle/schema/customers.ts";
import { users } from "#drizzle/schema/users.ts";
import { customer_stages } from "#drizzle/values.ts";
import { id, instant } from "#lib/fields.ts";
import { parsePhone } from "#lib/phone.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { withLastAsked } from "./asked-about.ts";
import { matchingCustomers } from "./match.ts";
import type {
  Board,
  CountCustomers,
  Customer,
  CustomerCounts,
  CustomerPage,
  CustomerStage,
  FindByPhone,
  KnownPhone,
  ListCustomers,
  ReadBoard,
} from "./schema.ts";

const owner = alias(users, "owner");
const kept = alias(customers, "kept");

// Asked for the rows of the page alone: each is one step down an index.
const in_stage_since =
  sql<string>`coalesce((select max(${stage_changes.created_at}) from ${stage_changes} where ${stage_changes.company_id} = ${customers.company_id}
    and ${stage_changes.customer_id} = ${customers.id}), ${customers.created_at})`.mapWith(customers.created_at);
const last_contact_at = sql<
  string | null
>`(select max(${conversations.started_at}) from ${conversations} where ${conversations.company_id} = ${customers.company_id}
    and ${conversations.customer_id} = ${customers.id} and ${conversations.mode} = 'real')`.mapWith(
  conversations.started_at,
);

const rows = (tx: Tx) =>
  tx
    .select({
      id: customers.id,
      company_id: customers.company_id,
      name: customers.name,
      phone: customers.phone,
      email: customers.email,
      stage: customers.stage,
      notes: customers.notes,
      owner_id: customers.owner_id,
      owner: { id: owner.id, name: owner.name },
      merged_into: { id: kept.id, name: kept.name },
      in_stage_since,
      last_contact_at,
      version: customers.version,
      created_at: customers.created_at,
      updated_at: customers.updated_at,
    })
    .from(customers)
    .leftJoin(owner, and(eq(owner.company_id, customers.company_id), eq(owner.id, customers.owner_id)))
    .leftJoin(kept, and(eq(kept.company_id, customers.company_id), eq(kept.id, customers.merged_into_id)));

/** Customers of the current company by when they came, merged ones left out; one page of at most 100. With `q`, out of the
 *  500 best matches. Rows are limited by policy customers_select and by company_id. Throws Invalid("cursor").
 *  Source: customers. */
export async function listCustomers(tx: Tx, input: ListCustomers): Promise<CustomerPage> {
  return readPage(tx, await within(tx, input), input);
}

/** How many customers are at each stage under the list's filters. Source: customers. */
export async function countCustomers(tx: Tx, input: CountCustomers): Promise<CustomerCounts> {
  return countStages(tx, await within(tx, input));
}

/** The pipeline under the list's filters: of each stage the count and the newest cards. Source: customers. */
export async function readBoard(tx: Tx, { limit, ...filters }: ReadBoard): Promise<Board> {
  const condition = await within(tx, filters);
  const [counts, ...pages] = await Promise.all([
    countStages(tx, condition),
    ...customer_stages.map((stage) => readPage(tx, condition, { stage, sort: "newest", limit })),
  ]);
  return {
    columns: customer_stages.map((stage, at) => ({
      stage,
      count: counts[stage],
      customers: pages[at]?.customers ?? [],
      next_cursor: pages[at]?.next_cursor ?? null,
    })),
  };
}

/** One customer, also one merged into another, which `merged_into` then names. Throws NotFound. Source: customers. */
export async function getCustomer(tx: Tx, id: string): Promise<Customer> {
  const [row] = await rows(tx).where(and(eq(customers.company_id, tx.company_id), eq(customers.id, id)));
  if (!row) throw new NotFound("customer");
  return row;
}

/** The customer behind an id: whom it was merged into, where it was. Throws NotFound. Source: customers. */
export async function getKeptCustomer(tx: Tx, id: string): Promise<Customer> {
  const customer = await getCustomer(tx, id);
  return customer.merged_into ? getCustomer(tx, customer.merged_into.id) : customer;
}

/** The customer with this E.164 number, or whom that one was merged into; null when nobody has it. Source: customers. */
export async function customerByPhone(tx: Tx, phone: string): Promise<Customer | null> {
  const [row] = await rows(tx).where(and(eq(customers.company_id, tx.company_id), eq(customers.phone, phone)));
  return row?.merged_into ? getCustomer(tx, row.merged_into.id) : (row ?? null);
}

/** Who has a number as people type it, read by the company's country. Source: customers. */
export async function findByPhone(tx: Tx, input: FindByPhone): Promise<KnownPhone> {
  const phone = parsePhone(input.phone, tx.company.country);
  return { phone, customer: phone === null ? null : await customerByPhone(tx, phone) };
}

type Page = Pick<ListCustomers, "stage" | "sort" | "limit"> & { cursor?: ListCustomers["cursor"] };

async function readPage(tx: Tx, condition: SQL | undefined, { stage, sort, cursor, limit }: Page) {
  const from = after(cursor, z.tuple([instant(), id()]));
  const [order, beyond] = sort === "newest" ? [desc, sql`<`] : [asc, sql`>`];
  const found = await rows(tx)
    .where(
      and(
        condition,
        stage ? eq(customers.stage, stage) : undefined,
        from ? sql`(${customers.created_at}, ${customers.id}) ${beyond} (${from[0]}, ${from[1]})` : undefined,
      ),
    )
    .orderBy(order(customers.created_at), order(customers.id))
    .limit(literalLimit(limit + 1));
  const { page, next_cursor } = pageOf(found, limit, (row) => [row.created_at, row.id]);
  return { customers: await withLastAsked(tx, page), next_cursor };
}

async function countStages(tx: Tx, condition: SQL | undefined): Promise<CustomerCounts> {
  const counted = await tx
    .select({ stage: customers.stage, count: sql<number>`count(*)::integer` })
    .from(customers)
    .where(condition)
    .groupBy(customers.stage);
  const of = new Map(counted.map(({ stage, count }) => [stage, count]));
  const counts = Object.fromEntries(customer_stages.map((stage) => [stage, of.get(stage) ?? 0]));
  return { all: counted.reduce((sum, { count }) => sum + count, 0), ...counts } as CustomerCounts;
}

async function within(tx: Tx, { q, owner_id, from, to, reached }: CountCustomers): Promise<SQL | undefined> {
  return and(
    eq(customers.company_id, tx.company_id),
    isNull(customers.merged_into_id),
    owner_id ? ownedBy(tx, owner_id) : undefined,
    reached ? haveReached(tx, reached, { from, to }) : undefined,
    from && !reached ? gte(customers.created_at, from) : undefined,
    to && !reached ? lt(customers.created_at, to) : undefined,
    q ? sql`${customers.id} = any(${sql.param(await matchingCustomers(tx, q))}::uuid[])` : undefined,
  );
}

/** Those whom reports.conversions counts at a stage. */
function haveReached(tx: Tx, stage: CustomerStage, { from, to }: Pick<CountCustomers, "from" | "to">): SQL {
  const moved = tx
    .select({ customer_id: conversions.customer_id })
    .from(conversions)
    .where(
      and(
        eq(conversions.company_id, tx.company_id),
        eq(conversions.to_stage, stage),
        from ? gte(conversions.moved_at, from) : undefined,
        to ? lt(conversions.moved_at, to) : undefined,
      ),
    );
  return inArray(customers.id, moved);
}

function ownedBy(tx: Tx, who: "me" | "none" | (string & {})): SQL {
  if (who === "none") return isNull(customers.owner_id);
  return sql`${customers.owner_id} = ${who === "me" ? tx.user_id : who}::uuid`;
}
