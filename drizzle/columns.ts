import { type SQL, sql } from "drizzle-orm";
import { bigint, check, customType, integer, type PgColumn, text, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";

/** An instant in UTC: `timestamptz(3)` in the table, "2026-11-22T10:00:00.000Z" everywhere else.
 *  Three digits, because a JavaScript date and a paging cursor carry no more and a truncated cursor would skip rows. */
export const instant = customType<{ data: string; driverData: string }>({
  dataType: () => "timestamp(3) with time zone",
  fromDriver: isoOf,
});

/** Postgres prints "2026-11-22 10:00:00.5+00" where the session's time zone is UTC (server/connection.ts): cut, not parsed. */
function isoOf(value: string): string {
  if (value.length < 22 || value.length > 26 || !value.endsWith("+00")) return new Date(value).toISOString();
  return `${value.slice(0, 10)}T${value.slice(11, 19)}.${value.slice(20, -3).padEnd(3, "0")}Z`;
}

const now = () => new Date().toISOString();

/** Fresh column builders, one call a table: drizzle builders are not shared between tables. */
export const companyId = () => uuid("company_id").notNull();
export const id = () => uuid("id").notNull().$defaultFn(uuidv7);
export const createdAt = () => instant("created_at").notNull().default(sql`now()`);
/** Bound by the statement, not `now()` inside it: a distributed planner refuses volatile functions in SET. */
export const updatedAt = () => instant("updated_at").notNull().default(sql`now()`).$onUpdateFn(now);
/** Goes up by one with every change; a stale one is a conflict. */
export const version = () => integer("version").notNull().default(1);
export const minor = (name: string) => bigint(name, { mode: "number" });
export const currency = () => text("currency").notNull();

/** `text` + CHECK instead of an enum type: enum operators are not leakproof, so row security would keep them off every index. */
export const oneOf = (name: string, column: PgColumn, values: readonly string[]) =>
  check(name, sql`${column} in (${sql.raw(values.map((value) => `'${value}'`).join(", "))})`);

export const lengthWithin = (name: string, column: PgColumn, max: number) =>
  check(name, sql`char_length(${column}) between 1 and ${sql.raw(String(max))}`);

export const derived = (name: string, expression: SQL) => text(name).generatedAlwaysAs(expression);
