import { and, eq, gte, lt, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { PeriodRange } from "#lib/time.ts";
import type { Tx } from "#server/tenant.ts";

/** Whole numbers counted and measured by SQL, as columns of a select. */
export const count = sql<number>`count(*)::integer`;
export const countWhere = (condition: SQL | PgColumn) => sql<number>`(count(*) filter (where ${condition}))::integer`;
export const countIn = (column: PgColumn, value: string) => countWhere(sql`${column} = ${value}`);
/** `share` 0.5 is the median; null when nothing was measured. */
export const percentile = (share: number, seconds: PgColumn) =>
  sql<number | null>`round(percentile_cont(${share}::float8) within group (order by ${seconds}))::integer`;

/** What a row stands for, and whether it is the sum of all: rows and totals come from one statement over one snapshot. */
export const keyed = (key: PgColumn) => ({
  key: sql<string | null>`${key}::text`,
  is_total: sql<boolean>`grouping(${key}) = 1`,
});
export const withTotals = (key: PgColumn) => sql`grouping sets ((${key}), ())`;

/** The company's rows of a window: `from` inclusive, `to` exclusive. */
export const inWindow = (tx: Tx, company_id: PgColumn, at: PgColumn, { from, to }: Pick<PeriodRange, "from" | "to">) =>
  and(eq(company_id, tx.company_id), gte(at, from), lt(at, to));
