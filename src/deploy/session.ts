import postgres from "postgres";
import { Refusal } from "#lib/refusal.ts";

/** One server session, so that session state (a lock, a role, an open transaction) stays where it was set. */
export interface Session {
  readonly sql: postgres.ReservedSql;
  close(): Promise<void>;
}

/** Opens one session. `variable` names where the address came from; the address itself is never shown: it holds a
 *  password. Throws Refusal when the database is away or turns the role away. */
export async function openSession(url: string, variable: string): Promise<Session> {
  const pool = createPool(url, variable);
  try {
    const sql = await pool.reserve();
    // reserve() does not wait for the sign-in to be accepted.
    await sql`select 1`;
    return {
      sql,
      close: async () => {
        sql.release();
        await pool.end({ timeout: 5 });
      },
    };
  } catch (error) {
    await pool.end({ timeout: 0 });
    throw explain(error, variable);
  }
}

function createPool(url: string, variable: string): postgres.Sql {
  try {
    return postgres(url, {
      max: 1,
      connect_timeout: 10,
      max_lifetime: null,
      onnotice: () => undefined,
      prepare: false,
      connection: { application_name: "portal deploy" },
    });
  } catch {
    throw new Refusal(`${variable} is not a Postgres address: write postgres://user:password@host:5432/database.`);
  }
}

function explain(error: unknown, variable: string): unknown {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  const because: Record<string, string> = {
    ECONNREFUSED: "nothing listens there: start the database or correct the address",
    ENOTFOUND: "its host name is unknown: correct the address",
    EAI_AGAIN: "its host name cannot be looked up: correct the address or mend the network",
    CONNECT_TIMEOUT: "it does not answer: start the database or correct the address",
    ECONNRESET: "it breaks the connection: see the server's log",
    CONNECTION_CLOSED: "it closes the connection: see the server's log",
    "28P01": "its role or password is wrong",
    "28000": "the role may not sign in: correct the role or the server's pg_hba.conf",
    "3D000": "the database does not exist: create it",
    "53300": "it has no connection left: raise max_connections or stop other clients",
    "57P03": "it is starting or stopping: try again in a moment",
  };
  const reason = because[code];
  return reason === undefined ? error : new Refusal(`The database of ${variable} cannot be used, ${reason} (${code}).`);
}
