-- Every exception to the fence, one row each. Expected: no row. Reads the catalogue only; any role may run it:
--   psql "$AUDITOR_URL" -f sql/dba/fence.sql
with tables as (
  select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity, c.relowner::regrole::text as owner,
         a.attnum as company, a.attnotnull, a.atttypid = 'uuid'::regtype as is_uuid
    from pg_class c
    left join pg_attribute a on a.attrelid = c.oid and a.attname = 'company_id' and not a.attisdropped
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
), closed (relname) as (values ('directory'), ('sign_in_attempts'), ('hooks'), ('vendor_agents'))  -- global on purpose; no acting role can touch them
, door_owners (role) as (values ('portal_auditor'), ('portal_directory'), ('portal_search'), ('portal_audit'), ('portal_jobs'))
, acting (role) as (values ('portal_app'), ('portal_worker'))
, policies as (
  select p.polrelid, p.polname, p.polcmd, r.role::regrole::text as role,
         pg_get_expr(p.polqual, p.polrelid) as qual, pg_get_expr(p.polwithcheck, p.polrelid) as checked
    from pg_policy p join pg_class t on t.oid = p.polrelid and t.relnamespace = 'public'::regnamespace, unnest(p.polroles) r (role)
)
select 'F01 row security is not enabled and forced' as rule, relname as object, '' as detail from tables where not (relrowsecurity and relforcerowsecurity)
union all
select 'F02 company_id is missing, nullable or not uuid', relname, '' from tables
 where relname not in (select relname from closed) and (company is null or not attnotnull or not is_uuid)
union all
select 'F03 table not owned by portal_owner', relname, owner from tables where owner <> 'portal_owner'
union all
select 'F04 policy of an acting role without the canonical predicate', p.polrelid::regclass::text, p.polname from policies p join acting on acting.role = p.role
 where coalesce(p.qual, p.checked) is null
    or coalesce(p.qual, '(company_id = ( SELECT app.company_id() AS company_id))') <> '(company_id = ( SELECT app.company_id() AS company_id))'
    or coalesce(p.checked, '(company_id = ( SELECT app.company_id() AS company_id))') <> '(company_id = ( SELECT app.company_id() AS company_id))'
    or (p.polcmd in ('a', 'w') and p.checked is null) or (p.polcmd in ('r', 'w', 'd') and p.qual is null) or p.polcmd = '*'
union all
select 'F05 policy for a role nobody expects (or PUBLIC)', p.polrelid::regclass::text, p.polname || ' to ' || p.role from policies p
 where p.role not in (select role from acting union all select role from door_owners)
union all
select 'F06 the auditor may do more than read', p.polrelid::regclass::text, p.polname from policies p where p.role = 'portal_auditor' and p.polcmd <> 'r'
union all
select 'F07 table without a policy for the auditor', t.relname, '' from tables t
 where not exists (select from policies p where p.polrelid = t.oid and p.role = 'portal_auditor')
union all
select 'F08 privilege beyond the fence', t.relname, g.grantee::regrole::text || ' ' || g.privilege_type
  from tables t join pg_class c on c.oid = t.oid, aclexplode(c.relacl) g
 where g.grantee <> c.relowner
   and (   g.grantee = 0
        or (g.grantee::regrole::text in ('portal_app', 'portal_worker') and g.privilege_type <> 'DELETE')
        or (g.grantee::regrole::text = 'portal_auditor' and g.privilege_type <> 'SELECT')
        or g.privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER'))
union all
select 'F09 an acting role may change company_id', t.relname, g.grantee::regrole::text
  from tables t join pg_attribute a on a.attrelid = t.oid and a.attname in ('company_id', 'id'), aclexplode(a.attacl) g
 where g.privilege_type = 'UPDATE'
union all
select 'F10 an acting role may touch a closed table', t.relname, g.grantee::regrole::text
  from tables t join closed using (relname) join pg_attribute a on a.attrelid = t.oid, aclexplode(a.attacl) g
 where g.grantee::regrole::text in ('portal_app', 'portal_worker')
union all
select 'F11 primary key does not begin with company_id', t.relname, '' from tables t
 where t.relname not in (select relname from closed)
   and not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p' and k.conkey[1] = t.company)
union all
select 'F12 unique or exclusion without company_id', t.relname, i.indexrelid::regclass::text from tables t join pg_index i on i.indrelid = t.oid
 where (i.indisunique or i.indisexclusion) and t.relname not in (select relname from closed) and not (t.company = any (i.indkey::int2[]))
union all
select 'F13 foreign key that does not pair company_id', t.relname, k.conname::text from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' join tables r on r.oid = k.confrelid
 where not exists (select from generate_subscripts(k.conkey, 1) i where k.conkey[i] = t.company and k.confkey[i] = r.company)
union all
select 'F14 foreign key that sets null or a default', t.relname, k.conname::text from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
 where k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd', 'c')
union all
select 'F15 foreign key without an index on the child', t.relname, k.conname::text from tables t join pg_constraint k on k.conrelid = t.oid and k.contype = 'f'
 where not exists (select from pg_index i where i.indrelid = t.oid and i.indpred is null
                     and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)
union all
select 'F16 index that does not begin with company_id', t.relname, x.relname::text from tables t join pg_index i on i.indrelid = t.oid join pg_class x on x.oid = i.indexrelid
 where i.indkey[0] <> coalesce(t.company, 0) and t.relname not in (select relname from closed) and x.relname <> 'audit_log_feed_idx'  -- the publisher tails all companies in commit order
union all
select 'F17 view that is not security_invoker', c.oid::regclass::text, '' from pg_class c
 where c.relnamespace in ('public'::regnamespace, 'reports'::regnamespace, 'app'::regnamespace) and c.relkind = 'v'
   and not coalesce(c.reloptions::text ~ 'security_invoker=(true|on|1)', false)
   and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
union all
select 'F18 materialized view', c.oid::regclass::text, '' from pg_class c where c.relkind = 'm' and c.relnamespace::regnamespace::text in ('public', 'reports', 'app')
union all
select 'F19 definer function of an unexpected owner', p.oid::regprocedure::text, p.proowner::regrole::text from pg_proc p
 where p.prosecdef and p.pronamespace::regnamespace::text in ('public', 'reports', 'app')
   and p.proowner::regrole::text not in ('portal_directory', 'portal_search', 'portal_audit', 'portal_jobs')
union all
select 'F20 definer function whose search_path is not pinned to end in pg_temp', p.oid::regprocedure::text, '' from pg_proc p
 where p.prosecdef and p.pronamespace::regnamespace::text in ('public', 'reports', 'app')
   and not exists (select from unnest(p.proconfig) c where c ~ '^search_path=.*pg_temp$')
union all
select 'F21 definer function that everybody may call', p.oid::regprocedure::text, '' from pg_proc p
 where p.prosecdef and p.pronamespace::regnamespace::text in ('public', 'reports', 'app')
   and (p.proacl is null or exists (select from aclexplode(p.proacl) g where g.grantee = 0))
union all
select 'F22 acting role with power beyond its own', r.rolname::text, '' from pg_roles r
 where r.rolname in ('portal_app', 'portal_worker', 'portal_auditor', 'portal_directory', 'portal_search', 'portal_audit', 'portal_jobs')
   and (r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
        or exists (select from pg_auth_members m where m.member = r.oid)
        or exists (select from pg_class c where c.relowner = r.oid and not (r.rolname = 'portal_jobs' and c.relnamespace::regnamespace::text in ('jobs', 'pg_toast'))))
union all
select 'F23 trigger function that notifies', p.oid::regprocedure::text, '' from pg_proc p join pg_trigger g on g.tgfoid = p.oid
 where not g.tgisinternal and p.prosrc ~* '\m(pg_)?notify\M'
union all
select 'F24 column type that row security keeps off its index', x.relname::text, y.typname::text
  from tables t join pg_index i on i.indrelid = t.oid join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam and m.amname = 'btree'
  join pg_attribute a on a.attrelid = t.oid and a.attnum = any (i.indkey::int2[]) join pg_type y on y.oid = a.atttypid
 where (y.typtype = 'e' or y.typname in ('numeric', 'jsonb', 'tsvector') or y.typelem <> 0 and y.typlen = -1) and t.relname not in (select relname from closed)
union all
select 'F25 acting role that can create objects', n.nspname::text, g.grantee::regrole::text from pg_namespace n, aclexplode(n.nspacl) g
 where n.nspname in ('public', 'app', 'reports') and g.privilege_type = 'CREATE' and (g.grantee = 0 or g.grantee::regrole::text not in ('portal_owner') and g.grantee <> n.nspowner)
order by 1, 2, 3;
