import type postgres from "postgres";
import { Refusal } from "#lib/refusal.ts";

/** The fence holds only for a role that cannot step over it. Throws Refusal, one sentence, when the session's role is
 *  superuser, bypasses row security, owns a relation, or is member of another role. */
export async function checkAppRole(sql: postgres.ReservedSql, variable: string): Promise<void> {
  const [role] = await sql<{ name: string; fault: string | null }[]>`
    select r.rolname as name,
           case
             when r.rolsuper then 'is a superuser'
             when r.rolbypassrls then 'bypasses row security'
             when r.rolcreaterole then 'may create roles'
             when exists (select from pg_class c where c.relowner = r.oid) then 'owns tables'
             when exists (select from pg_proc p where p.proowner = r.oid) then 'owns functions'
             when exists (select from pg_auth_members m where m.member = r.oid) then 'is a member of another role'
           end as fault
      from pg_roles r
     where r.rolname = session_user`;
  if (role === undefined || role.fault === null) return;
  throw new Refusal(
    `${variable} signs in as ${role.name}, which ${role.fault} and so could read every company: give it the role portal_app.`,
  );
}
