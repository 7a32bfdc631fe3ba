import type postgres from "postgres";
import { migrateJobs } from "./jobs.ts";
import { dropMade, madeSince, readVersions } from "./made.ts";
import { dropPolicies, runMigrations } from "./migrations.ts";
import { setMissingPassword } from "./password.ts";
import { inTransaction, runSql } from "./run-sql.ts";
import { checkServer } from "./server-check.ts";
import { openSession } from "./session.ts";
import { readSource, type Source } from "./source.ts";
import { readFingerprint, writeState } from "./state.ts";

export interface ApplyOptions {
  /** Superuser, or a role that may create roles and owns the database. */
  readonly ownerUrl: string;
  /** Addresses of portal_app and other login roles: one that has no password yet gets the one written there. */
  readonly loginUrls?: readonly string[];
  readonly log: (line: string) => void;
  /** Default: the project's own migrations/ and sql/. */
  readonly source?: Source;
}

/** Any number will do, as long as every deployment of this project asks for the same. */
const LOCK = 7_225_431;

/** Postgres lets a deployer who is not superuser hand a function only to a role that may create it there. */
const DOOR_OWNERS = "portal_directory, portal_search, portal_audit, portal_jobs";

/** Brings a database to the version of this code: roles, pending migrations, then all of sql/ again. All but the roles and the
 *  job queue's own tables is one transaction, so a failed deployment changes nothing and readers never see a table without its policies.
 *  Does nothing when the database has this version. Answers warnings about the server. Throws Refusal for what a person must mend, else an error that
 *  names file and line. */
export async function applyDatabase(options: ApplyOptions): Promise<string[]> {
  const source = options.source ?? (await readSource());
  const { sql, close } = await openSession(options.ownerUrl, "DATABASE_OWNER_URL");
  try {
    const warning = await checkServer(sql);
    await sql`select pg_advisory_lock(${LOCK})`;
    const known = await loginRoles(sql);
    if ((await readFingerprint(sql)) !== source.fingerprint || !known.has("portal_app"))
      await bringUp(sql, source, options);
    for (const url of options.loginUrls ?? []) {
      await setMissingPassword(sql, url, !known.has(decodeURIComponent(new URL(url).username)));
    }
    return warning === undefined ? [] : [warning];
  } finally {
    await close();
  }
}

async function bringUp(sql: postgres.ReservedSql, source: Source, { ownerUrl, log }: ApplyOptions): Promise<void> {
  await sql.unsafe("set search_path = public; set statement_timeout = 0; set client_min_messages = warning;");
  await runSql(sql, source.roles.name, source.roles.text);
  await migrateJobs(ownerUrl);
  // Behind a long query, a waiting "alter table" would make every reader wait as well.
  await sql`set lock_timeout = '15s'`;
  const count = await inTransaction(sql, async () => {
    await dropPolicies(sql);
    await dropMade(sql);
    const migrated = await runMigrations(sql, source.migrations);
    await sql.unsafe(`grant create on schema app, reports to ${DOOR_OWNERS}`);
    const before = await readVersions(sql);
    for (const { name, text } of source.sql) {
      await runSql(sql, name, text);
      // A file may change role or settings for itself, not for the next one.
      await sql.unsafe(
        "reset role; set local search_path = public; set local row_security = on; set constraints all immediate",
      );
    }
    await sql.unsafe(`revoke create on schema app, reports from ${DOOR_OWNERS}`);
    await writeState(sql, source.fingerprint, madeSince(before, await readVersions(sql)));
    return migrated;
  });
  log(`Database: ${count} migrations and ${source.sql.length} files of sql/ applied.`);
}

async function loginRoles(sql: postgres.ReservedSql): Promise<Set<string>> {
  const rows = await sql<{ rolname: string }[]>`select rolname from pg_roles where rolcanlogin`;
  return new Set(rows.map((row) => row.rolname));
}
