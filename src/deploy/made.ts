import type postgres from "postgres";

/** What sql/ made last time and makes again: triggers, views, functions. */
export interface MadeObject {
  readonly kind: "trigger" | "view" | "routine";
  /** As it stands behind `drop <kind>`. */
  readonly name: string;
}

/** Row versions of all such objects. One that sql/ makes, even with the same text, gets a new version. */
type Versions = ReadonlyMap<string, MadeObject>;

/** Drops what sql/ made last time, in the session's open transaction: so that a function may change its parameters, a
 *  migration may change a column that a view shows, and a door that left sql/ leaves the database too. A function that
 *  a stored column needs stays. */
export async function dropMade(sql: postgres.ReservedSql): Promise<void> {
  const [state] = await sql<{ found: boolean }[]>`
    select exists (select from pg_tables where schemaname = 'deploy' and tablename = 'state') as found`;
  if (state?.found !== true) return;
  const rows = await sql<MadeObject[]>`
    select entry.value ->> 'kind' as kind, entry.value ->> 'name' as name
      from deploy.state s, jsonb_array_elements(to_jsonb(s) -> 'made') as entry`;
  for (const wanted of ["trigger", "view", "routine"]) {
    for (const { kind, name } of rows.filter((row) => row.kind === wanted)) {
      // Views may stand on views, and all of them are made again.
      const dependents = kind === "view" ? "cascade" : "restrict";
      await sql.unsafe("savepoint dropping");
      try {
        await sql.unsafe(`drop ${kind} if exists ${name} ${dependents}`);
        await sql.unsafe("release savepoint dropping");
      } catch {
        await sql.unsafe("rollback to savepoint dropping");
      }
    }
  }
}

export async function readVersions(sql: postgres.ReservedSql): Promise<Versions> {
  const rows = await sql<(MadeObject & { version: string })[]>`
    with space as (select oid from pg_namespace where nspname in ('app', 'reports', 'public'))
    select 'routine' as kind, p.oid::regprocedure::text as name, p.oid || '/' || p.xmin as version
      from pg_proc p
     where p.pronamespace in (select oid from space)
       and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    union all
    select 'view', c.oid::regclass::text, c.oid || '/' || c.xmin
      from pg_class c
     where c.relkind = 'v' and c.relnamespace in (select oid from space)
    union all
    select 'trigger', format('%I on %s', t.tgname, t.tgrelid::regclass), t.oid || '/' || t.xmin
      from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where not t.tgisinternal and c.relnamespace in (select oid from space)`;
  return new Map(rows.map(({ kind, name, version }) => [`${kind} ${version}`, { kind, name }]));
}

/** What was made between two looks. */
export function madeSince(before: Versions, after: Versions): MadeObject[] {
  return [...after].filter(([version]) => !before.has(version)).map(([, made]) => made);
}
