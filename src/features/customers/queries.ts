import { and, asc, desc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import * as z from "zod";
import { customers } from "#drizzle/schema/customers.ts";
import { users } from "#drizzle/schema/users.ts";
import { customer_stages } from "#drizzle/values.ts";
import { id, instant } from "#lib/fields.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import { matchingCustomers } from "./match.ts";
import type { CountCustomers, Customer, CustomerCounts, CustomerPage, ListCustomers } from "./schema.ts";

const owner = alias(users, "owner");

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
      version: customers.version,
      created_at: customers.created_at,
      updated_at: customers.updated_at,
    })
    .from(customers)
    .leftJoin(owner, and(eq(owner.company_id, customers.company_id), eq(owner.id, customers.owner_id)));

/** Customers of the current company by when they came; one page of at most 100. With `q`, out of the 500 best matches.
 *  Rows are limited by policy customers_select and by company_id. Throws Invalid("cursor"). Source: customers. */
export async function listCustomers(tx: Tx, input: ListCustomers): Promise<CustomerPage> {
  const from = after(input.cursor, z.tuple([instant(), id()]));
  const [order, beyond] = input.sort === "newest" ? [desc, sql`<`] : [asc, sql`>`];
  const found = await rows(tx)
    .where(
      and(
        await within(tx, input),
        input.stage ? eq(customers.stage, input.stage) : undefined,
        from ? sql`(${customers.created_at}, ${customers.id}) ${beyond} (${from[0]}, ${from[1]})` : undefined,
      ),
    )
    .orderBy(order(customers.created_at), order(customers.id))
    .limit(literalLimit(input.limit + 1));
  const { page, next_cursor } = pageOf(found, input.limit, (row) => [row.created_at, row.id]);
  return { customers: page, next_cursor };
}

/** How many customers are at each stage under the list's filters. Source: customers. */
export async function countCustomers(tx: Tx, input: CountCustomers): Promise<CustomerCounts> {
  const counted = await tx
    .select({ stage: customers.stage, count: sql<number>`count(*)::integer` })
    .from(customers)
    .where(await within(tx, input))
    .groupBy(customers.stage);
  const of = new Map(counted.map(({ stage, count }) => [stage, count]));
  const counts = Object.fromEntries(customer_stages.map((stage) => [stage, of.get(stage) ?? 0]));
  return { all: counted.reduce((sum, { count }) => sum + count, 0), ...counts } as CustomerCounts;
}

/** One customer. Throws NotFound. Source: customers. */
export async function getCustomer(tx: Tx, id: string): Promise<Customer> {
  const [row] = await rows(tx).where(and(eq(customers.company_id, tx.company_id), eq(customers.id, id)));
  if (!row) throw new NotFound("customer");
  return row;
}

/** The customer with this E.164 number, or null. Source: customers. */
export async function customerByPhone(tx: Tx, phone: string): Promise<Customer | null> {
  const [row] = await rows(tx).where(and(eq(customers.company_id, tx.company_id), eq(customers.phone, phone)));
  return row ?? null;
}

async function within(tx: Tx, input: CountCustomers): Promise<SQL | undefined> {
  return and(
    eq(customers.company_id, tx.company_id),
    input.owner_id ? eq(customers.owner_id, input.owner_id) : undefined,
    input.q ? sql`${customers.id} = any(${sql.param(await matchingCustomers(tx, input.q))}::uuid[])` : undefined,
  );
}
