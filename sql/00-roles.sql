-- Roles and the ground they stand on. Runs first, as the deploying role, before any migration; safe to run again.
-- Passwords are never written here: a deployer sets them, or the embedded server makes random ones.

do $$
declare
  wanted record;
begin
  for wanted in
    select * from (values
      ('portal_owner',     'nologin'),  -- owns every object; nobody signs in as it
      ('portal_migrator',  'login'),    -- deploys only; member of the owner
      ('portal_app',       'login'),    -- all that the web process has; owns nothing, member of nothing
      ('portal_worker',    'login'),    -- background jobs; enters companies by the same door
      ('portal_auditor',   'login'),    -- DBAs: reads every company, writes nothing
      ('portal_directory', 'nologin'),  -- owns the sign-in and session doors
      ('portal_search',    'nologin'),  -- owns the search doors
      ('portal_audit',     'nologin'),  -- owns the audit trigger, the change feed and the sealer
      ('portal_jobs',      'nologin')   -- owns the job queue and the door that fills it
    ) as r (name, kind)
  loop
    if not exists (select from pg_roles where rolname = wanted.name) then
      execute format('create role %I %s nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit', wanted.name, wanted.kind);
    end if;
  end loop;
end
$$;

grant portal_owner to portal_migrator;

-- A deployer who is not superuser acts for the owners, and hands objects over to them, as their member. (Having made a
-- role is not enough since Postgres 16: it gives the right to grant the role, not to act as it.)
do $$
declare
  owner name;
begin
  for owner in select rolname from pg_roles where rolname like 'portal\_%' and not rolcanlogin loop
    if not pg_has_role(current_user, owner, 'usage') then
      execute format('grant %I to current_user', owner);
    end if;
  end loop;
end
$$;

-- A request that hangs must not hold a lock or a connection: the server itself ends it.
alter role portal_app set statement_timeout = '10s';
alter role portal_app set lock_timeout = '3s';
alter role portal_app set idle_in_transaction_session_timeout = '15s';
alter role portal_worker set statement_timeout = '60s';
alter role portal_worker set lock_timeout = '5s';
alter role portal_worker set idle_in_transaction_session_timeout = '60s';
alter role portal_auditor set statement_timeout = '5min';
alter role portal_auditor set default_transaction_read_only = on;

create schema if not exists app authorization portal_owner;
create schema if not exists reports authorization portal_owner;
revoke all on schema public from public;
grant usage, create on schema public to portal_owner;
grant usage on schema public, app to portal_app, portal_worker, portal_auditor, portal_directory, portal_search, portal_audit, portal_jobs;
grant usage on schema reports to portal_app, portal_worker, portal_auditor;

create extension if not exists btree_gin with schema public;
create extension if not exists btree_gist with schema public;
create extension if not exists pg_trgm with schema public;

-- The job queue is graphile-worker's own; its tables are made by its own migrations (src/deploy/jobs.ts) as portal_jobs, which
-- may not make schemas. They begin from this table.
create schema if not exists jobs authorization portal_jobs;
set role portal_jobs;
create table if not exists jobs.migrations (
  id int primary key,
  ts timestamptz not null default now(),
  breaking boolean not null default false
);
reset role;
