import type postgres from "postgres";
import type { DemoRows } from "./rows.ts";

/** In an order in which every foreign key finds what it points to. */
const tables = [
  "companies",
  "counters",
  "users",
  "directory",
  "agents",
  "customers",
  "stage_changes",
  "properties",
  "conversations",
  "messages",
  "property_inquiries",
  "notes",
  "bookings",
  "tickets",
  "ticket_events",
  "campaigns",
  "campaign_recipients",
  "dial_attempts",
  "do_not_call",
  "notifications",
] as const satisfies (keyof DemoRows)[];

const chunk = 4_000;

/** Inserts rows in the session's open transaction. The server reads them as JSON by each table's own row type, so one
 *  statement carries thousands. */
export async function insertRows(sql: postgres.ReservedSql, rows: DemoRows): Promise<void> {
  for (const table of tables) {
    const all = rows[table];
    const columns = Object.keys(all[0] ?? {});
    for (let from = 0; from < all.length; from += chunk) {
      const json = JSON.stringify(all.slice(from, from + chunk));
      await sql`
        insert into ${sql(table)} (${sql(columns)})
        select ${sql(columns)}
          from json_populate_recordset(null::${sql(table)}, ${json}::text::json)`;
    }
  }
}

/** Tells the planner what was loaded, so that the first pages need not wait for autovacuum to come by. */
export async function learn(sql: postgres.ReservedSql): Promise<void> {
  for (const table of tables) await sql`analyze ${sql(table)}`;
}

/** Forced row security binds the tables' owner too, unless it is superuser. Lifted from the demo's tables for the work
 *  and put back in the same transaction: nobody else ever sees them without it. */
export async function withoutFence(sql: postgres.ReservedSql, work: () => Promise<void>): Promise<void> {
  const [role] = await sql<{ is_free: boolean }[]>`
    select rolsuper or rolbypassrls as is_free from pg_roles where rolname = current_user`;
  if (role?.is_free) return work();
  await sql`set local role portal_owner`;
  for (const table of tables) await sql`alter table ${sql(table)} no force row level security`;
  await work();
  // A deferred check still waiting would refuse the change of its table.
  await sql`set constraints all immediate`;
  for (const table of tables) await sql`alter table ${sql(table)} force row level security`;
}
