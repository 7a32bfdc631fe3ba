import postgres from "postgres";
import type { TestDatabase } from "#tests/support/database.ts";

/** Raw SQL as the app role inside a company, with no condition of our own: what the fence alone lets through.
 *  Call `end` when the suite is done. */
export function enteredOn(database: TestDatabase) {
  const app = postgres(database.appUrl, { max: 1, onnotice: () => undefined });
  return {
    /** Runs `work` in a transaction of the company and answers its rows. */
    inside: <T>(company_id: string, work: (sql: postgres.TransactionSql) => Promise<T>) =>
      app.begin(async (sql) => {
        await sql`select app.enter(${company_id}, null, 'system', 'policies')`;
        return work(sql);
      }),
    end: () => app.end(),
  };
}

/** What a write that the column grants or a policy's check refuse is answered with. */
export const forbidden = { code: "42501" };
/** A row that points into another company. */
export const noSuchRow = { code: "23503" };
