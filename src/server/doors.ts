import { asRefusal } from "./database-errors.ts";
import type { Pool } from "./pool.ts";

/** Calls one of the definer doors (sql/doors) outside any company, in one round trip.
 *  `call` is a literal of this folder: `select … from app.<door>($1, …)`. Rows are what that door answers.
 *  Throws Unavailable when the database is away. */
export async function callDoor<Row>(
  pool: Pool,
  call: `select ${string}`,
  parameters: readonly unknown[],
): Promise<Row[]> {
  const connection = await pool.acquire();
  try {
    return asRows<Row>(await connection.send(call, parameters));
  } catch (cause) {
    throw asRefusal(cause);
  } finally {
    pool.release(connection);
  }
}

/** Guarantee: the door's own `returns table (…)` names and types the columns; sql/doors and the caller stand side by side. */
function asRows<Row>(rows: unknown): Row[] {
  return rows as Row[];
}
