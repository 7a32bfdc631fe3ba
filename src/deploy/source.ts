import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readMigrationFiles } from "drizzle-orm/migrator";

export interface SqlFile {
  /** Path from the project's root, with forward slashes: what an error names. */
  readonly name: string;
  readonly text: string;
}

export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
  /** When it was generated, in epoch milliseconds: drizzle-kit's key for it. */
  readonly created_at: number;
  readonly hash: string;
}

/** All that makes a database of this version of the code. */
export interface Source {
  readonly roles: SqlFile;
  readonly migrations: readonly Migration[];
  /** In name order, each safe to run again. */
  readonly sql: readonly SqlFile[];
  /** Changes with any of them. */
  readonly fingerprint: string;
}

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ROLES = "sql/00-roles.sql";
/** Checks a DBA runs by hand; no part of a deployment. */
const BY_HAND = "sql/dba/";

export async function readSource(root: string = ROOT): Promise<Source> {
  const files = await readSqlFiles(root);
  const roles = files.find((file) => file.name === ROLES);
  if (roles === undefined) throw new Error(`${ROLES} is missing`);
  const migrations = await readMigrations(root);
  const sql = files.filter((file) => file !== roles && !file.name.startsWith(BY_HAND));
  const hash = createHash("sha256");
  for (const { name, text } of [roles, ...sql]) hash.update(`${name}\0${text}\0`);
  for (const migration of migrations) hash.update(`${migration.name}\0${migration.hash}\0`);
  return { roles, migrations, sql, fingerprint: hash.digest("hex") };
}

async function readSqlFiles(root: string): Promise<SqlFile[]> {
  const names = (await readdir(path.join(root, "sql"), { recursive: true }))
    .filter((name) => name.endsWith(".sql"))
    .map((name) => `sql/${name.replaceAll(path.sep, "/")}`)
    // By code unit: the order must not depend on anybody's locale.
    .sort((a, b) => (a < b ? -1 : 1));
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(path.join(root, name), "utf8") })));
}

async function readMigrations(root: string): Promise<Migration[]> {
  const folder = path.join(root, "migrations");
  const journal = JSON.parse(await readFile(path.join(folder, "meta/_journal.json"), "utf8")) as {
    entries: { tag: string }[];
  };
  return readMigrationFiles({ migrationsFolder: folder }).map((file, index) => ({
    name: `migrations/${journal.entries[index]?.tag ?? index}.sql`,
    statements: file.sql,
    created_at: file.folderMillis,
    hash: file.hash,
  }));
}
