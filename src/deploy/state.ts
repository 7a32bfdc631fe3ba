import type postgres from "postgres";
import type { MadeObject } from "./made.ts";

/** Fingerprint of the source this database was last brought to; undefined before the first time. */
export async function readFingerprint(sql: postgres.ReservedSql): Promise<string | undefined> {
  // Asked of the catalogue first: naming a table in a schema one may not enter is an error, not a "no".
  const [schema] = await sql`
    select from pg_namespace n join pg_class c on c.relnamespace = n.oid and c.relname = 'state'
     where n.nspname = 'deploy' and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')`;
  if (schema === undefined) return undefined;
  const [row] = await sql<{ fingerprint: string }[]>`select fingerprint from deploy.state`;
  return row?.fingerprint;
}

export async function writeState(
  sql: postgres.ReservedSql,
  fingerprint: string,
  made: readonly MadeObject[],
): Promise<void> {
  await sql.unsafe(`
    create schema if not exists deploy;
    create table if not exists deploy.state (
      is_only boolean primary key default true check (is_only),
      fingerprint text not null,
      applied_at timestamptz not null
    );
    alter table deploy.state add column if not exists made jsonb not null default '[]';
    comment on schema deploy is 'What the deployment remembers about itself.';
    comment on table deploy.state is 'One row: which version of migrations/ and sql/ this database has.';
    comment on column deploy.state.is_only is 'Always true: there is one row.';
    comment on column deploy.state.fingerprint is 'SHA-256 over all files of migrations/ and sql/.';
    comment on column deploy.state.applied_at is 'When it was applied, UTC.';
    comment on column deploy.state.made is 'Triggers, views and functions that sql/ made: dropped before it runs again.';
    grant usage on schema deploy to portal_app, portal_worker;
    grant select on deploy.state to portal_app, portal_worker;
  `);
  await sql`
    insert into deploy.state (fingerprint, applied_at, made) values (${fingerprint}, now(), ${JSON.stringify(made)}::text::jsonb)
    on conflict (is_only) do update
      set fingerprint = excluded.fingerprint, applied_at = excluded.applied_at, made = excluded.made`;
}
