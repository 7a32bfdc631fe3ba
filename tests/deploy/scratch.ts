import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { inject } from "vitest";

export interface Scratch {
  /** The address of this database for a role of the test server. */
  readonly url: string;
  as(role: string, password: string): string;
  query(text: string): Promise<Record<string, unknown>[]>;
  drop(): Promise<void>;
}

/** A new database that nothing has been applied to. `options` go behind `create database name`. */
export async function emptyDatabase(options = ""): Promise<Scratch> {
  const name = `empty_${randomBytes(6).toString("hex")}`;
  const server = withPath(inject("template").superuser, "postgres");
  await run(server, `create database ${name} ${options}`);
  const url = withPath(server, name);
  return {
    url,
    as: (username, password) => Object.assign(new URL(url), { username, password }).href,
    query: (text) => run(url, text),
    drop: async () => {
      await run(server, `drop database if exists ${name} with (force)`);
    },
  };
}

/** One statement as the superuser of the test server. */
export function onServer(text: string): Promise<Record<string, unknown>[]> {
  return run(withPath(inject("template").superuser, "postgres"), text);
}

async function run(url: string, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end();
  }
}

function withPath(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}
