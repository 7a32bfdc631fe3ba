import type postgres from "postgres";
import { Refusal } from "#lib/refusal.ts";
import { runSql } from "./run-sql.ts";
import type { Migration } from "./source.ts";

/** Runs what has not run yet, as the owner, in the session's open transaction; answers how many that were.
 *  Keeps drizzle-kit's own table of what ran. Throws Refusal when a file changed after it ran. */
export async function runMigrations(sql: postgres.ReservedSql, migrations: readonly Migration[]): Promise<number> {
  await sql`create schema if not exists drizzle`;
  await sql`create table if not exists drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint)`;
  const rows = await sql<
    { hash: string; created_at: string }[]
  >`select hash, created_at from drizzle.__drizzle_migrations`;
  const done = new Map(rows.map((row) => [Number(row.created_at), row.hash]));
  const edited = migrations.find(({ created_at, hash }) => (done.get(created_at) ?? hash) !== hash);
  if (edited !== undefined) {
    throw new Refusal(
      `${edited.name} was changed after this database ran it: restore the file and write a new migration, or move the database away (.local/postgres) if its data does not matter.`,
    );
  }
  const pending = migrations.filter(({ created_at }) => !done.has(created_at));
  for (const { name, statements, hash, created_at } of pending) {
    await sql`set local role portal_owner`;
    // A row that the fence hides from the owner must be an error, not a silent "0 rows changed".
    await sql`set local row_security = off`;
    for (const statement of statements) await runSql(sql, name, statement);
    await sql`reset role`;
    await sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${created_at})`;
  }
  await sql`set local row_security = on`;
  return pending.length;
}

/** Postgres refuses to change a column that a policy mentions. sql/ makes every policy again in the same transaction. */
export async function dropPolicies(sql: postgres.ReservedSql): Promise<void> {
  await sql.unsafe(`
    do $$
    declare
      stale record;
    begin
      for stale in select policyname, schemaname, tablename from pg_policies where schemaname = 'public' loop
        execute format('drop policy %I on %I.%I', stale.policyname, stale.schemaname, stale.tablename);
      end loop;
    end
    $$`);
}
