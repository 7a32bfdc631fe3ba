import type postgres from "postgres";
import type { TestDatabase } from "#tests/support/database.ts";

/** Runs calls that truly meet: some rows are held until every call waits for a lock, then let go.
 *  `hold` locks them ("select … for update"). Throws when the calls do not come to wait within two seconds. */
export async function atOnce<T>(
  { superuser }: TestDatabase,
  hold: (sql: postgres.TransactionSql) => Promise<unknown>,
  calls: readonly (() => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> {
  let results: Promise<PromiseSettledResult<T>[]> | undefined;
  await superuser.begin(async (sql) => {
    await hold(sql);
    results = Promise.allSettled(calls.map((call) => call()));
    const deadline = Date.now() + 2_000;
    while ((await countWaiting(superuser)) < calls.length) {
      if (Date.now() > deadline) throw new Error("The calls never waited for the rows that were held.");
    }
  });
  return (await results) ?? [];
}

async function countWaiting(sql: postgres.Sql): Promise<number> {
  const [row] = await sql<{ waiting: number }[]>`
    select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  return row?.waiting ?? 0;
}
