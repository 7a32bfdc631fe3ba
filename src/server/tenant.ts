import { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsTransaction } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import type { Role } from "#features/auth/schema.ts";
import type { Connection } from "./connection.ts";
import { asRefusal } from "./database-errors.ts";
import type { Pool } from "./pool.ts";
import { RowSession } from "./row-session.ts";

/** In whose name a transaction runs. Made by `identity.ts` for people, by the worker and the agents' tools for machines. */
export interface Claims {
  company_id: string;
  /** Null when no person acts. */
  user_id: string | null;
  role: Role | "voice_agent" | "chat_agent" | "system";
  request_id: string;
  /** What reads of numbers, days and phones depend on; known since sign-in, so no statement asks for it again. */
  company: { country: string; timezone: string; currency: string };
  /** By what name the acting person's own session goes; none when no person acts. */
  session_handle?: string | null;
  /** The tool that acts instead of a person, in the same role. */
  api_key?: { id: string; prefix: string } | null;
}

declare const entered: unique symbol;

/** A transaction inside one company. Only `inTenant` makes one, so whoever holds it has passed the door. */
export type Tx = PostgresJsTransaction<Record<string, never>, Record<string, never>> &
  Readonly<Claims> & {
    readonly [entered]: true;
    /** A statement built once a connection and run with `.execute({ company_id: tx.company_id, … })`: building a wide list takes
     *  longer than running it. `key` names everything that changes its text; its values are placeholders. */
    statement<Prepared>(key: string, build: () => Prepared): Prepared;
  };

const dialect = new PgDialect();
const longest_ms = 20_000;

/** Runs `work` inside `claims.company_id`: begin, enter and the first statement travel together, one round trip.
 *  A read's commit is not waited for: it has nothing to lose. A write is answered only after its commit.
 *  Any throw rolls back. Throws Unavailable when the database is away or no connection was free in time. */
export async function inTenant<T>(
  pool: Pool,
  claims: Claims,
  mode: "read" | "write",
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const connection = await pool.acquire();
  // A server that no longer answers must not hold the request for ever; the server's own timeouts come first.
  const overdue = setTimeout(() => pool.discard(connection), longest_ms);
  try {
    const opened = Promise.all([
      connection.send(mode === "read" ? "begin read only" : "begin"),
      connection.send("select app.enter($1, $2, $3, $4)", [
        claims.company_id,
        claims.user_id,
        // The trail names the key, for no person acts; what a role may do was asked before.
        claims.api_key ? `api_key:${claims.api_key.prefix}:${claims.role}` : claims.role,
        claims.request_id,
      ]),
    ]);
    opened.catch(() => {});
    let answer: T;
    try {
      answer = await work(transaction(connection, claims));
      await opened;
    } catch (cause) {
      await rollBack(pool, connection);
      // When the door itself refused, what came after failed only because of that.
      await opened;
      throw cause;
    }
    if (mode === "read") void commitLater(pool, connection);
    else {
      await connection.send("commit");
      pool.release(connection);
      pool.wrote();
    }
    return answer;
  } catch (cause) {
    throw asRefusal(cause);
  } finally {
    clearTimeout(overdue);
  }
}

async function commitLater(pool: Pool, connection: Connection) {
  try {
    await connection.send("commit");
    pool.release(connection);
  } catch {
    pool.discard(connection); // The read was answered; only the connection is in doubt.
  }
}

async function rollBack(pool: Pool, connection: Connection) {
  try {
    await connection.send("rollback");
    pool.release(connection);
  } catch {
    pool.discard(connection); // The server rolls back by itself when the connection goes.
  }
}

type Session = ConstructorParameters<typeof PostgresJsTransaction<Record<string, never>, Record<string, never>>>[1];

interface Reusable {
  session: RowSession;
  statements: Map<string, unknown>;
}
const reusable = new WeakMap<Connection, Reusable>();

/** Guarantee of the casts: drizzle's session and transaction call `unsafe` and `savepoint` of their client and nothing else
 *  (read in drizzle-orm 0.45, postgres-js/session.js); Connection has both with the same meaning. */
function transaction(connection: Connection, claims: Claims): Tx {
  let known = reusable.get(connection);
  if (!known) {
    const session = new RowSession(connection as unknown as postgres.Sql, dialect, undefined, {});
    known = { session, statements: new Map() };
    reusable.set(connection, known);
  }
  const { session, statements } = known;
  return brand(new PostgresJsTransaction(dialect, session as unknown as Session, undefined), claims, statements);
}

/** Guarantee: called by `inTenant` alone, after `app.enter` was sent on this very connection; a key always builds one type. */
function brand(
  tx: PostgresJsTransaction<Record<string, never>, Record<string, never>>,
  claims: Claims,
  statements: Map<string, unknown>,
): Tx {
  const statement = (key: string, build: () => unknown) => {
    const known = statements.get(key) ?? build();
    statements.set(key, known);
    return known;
  };
  return Object.assign(tx, claims, { statement }) as Tx;
}
