import { sql } from "drizzle-orm";
import type { JobName, Jobs } from "#jobs/names.ts";
import type { Tx } from "./tenant.ts";

/** Adds a background job in this transaction: it is there only if the transaction commits, and it is always of the company
 *  entered. `run_key` makes it one: a second with the same key before the first has run replaces it. Source: sql/40-jobs.sql. */
export async function enqueue<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  { run_at, run_key }: { run_at?: string; run_key?: string } = {},
): Promise<void> {
  await tx.execute(
    sql`select app.enqueue(${name}, ${JSON.stringify(payload)}::jsonb, ${run_at ?? null}::timestamptz, ${run_key ?? null})`,
  );
}
