-- The job queue, and the one door into it. Its tables (graphile-worker's) are owned by portal_jobs; the library enables row
-- security on them without a policy, so whoever is not the owner sees nothing until it is let in here.

do $$
declare
  found record;
begin
  for found in select tablename from pg_tables where schemaname = 'jobs' loop
    execute format('drop policy if exists jobs_worker on jobs.%I', found.tablename);
    if found.tablename <> 'migrations' then
      execute format('create policy jobs_worker on jobs.%I for all to portal_worker using (true) with check (true)', found.tablename);
      execute format('comment on policy jobs_worker on jobs.%I is %L', found.tablename, 'Background processes take jobs of every company, and enter that company to do them.');
    end if;
    execute format('grant select, insert, update, delete on jobs.%I to portal_worker', found.tablename);
  end loop;
end
$$;
set local role portal_jobs;
grant usage on schema jobs to portal_worker;
grant usage, select on all sequences in schema jobs to portal_worker;
revoke all on all functions in schema jobs from public;
grant execute on all functions in schema jobs to portal_worker;
reset role;

-- A job is of the company entered, whatever the caller says, and is there only when the caller's transaction commits.
-- `run_key` makes it one: a second with the same key before the first has run replaces it.
create or replace function app.enqueue(task text, payload jsonb, run_at timestamptz default null, run_key text default null) returns void
language plpgsql volatile security definer
set search_path = pg_catalog, pg_temp
as $$
begin
  perform jobs.add_job(
    task,
    (coalesce(payload, '{}'::jsonb) || jsonb_build_object('company_id', app.company_id()))::json,
    run_at => coalesce(run_at, now()),
    max_attempts => 12,
    job_key => case when run_key is null then null else app.company_id() || ':' || task || ':' || run_key end
  );
end
$$;
alter function app.enqueue(text, jsonb, timestamptz, text) owner to portal_jobs;
revoke all on function app.enqueue(text, jsonb, timestamptz, text) from public;
grant execute on function app.enqueue(text, jsonb, timestamptz, text) to portal_app, portal_worker;
comment on function app.enqueue(text, jsonb, timestamptz, text) is 'Definer door: adds a background job of the company entered, in the caller''s transaction.';

-- A worker that was killed leaves its jobs locked, and the library frees them after four hours. Here each process holds a session
-- lock of its own id for as long as it lives; the server drops it with the connection, so whoever can take it knows that the
-- process is gone. No heartbeat to miss, no table. A job that was just taken is left alone: its worker may not hold its lock yet.
-- A process cut off from the database may still be at a job that is given to another: jobs must bear being done twice.
create or replace function app.hold_worker(worker text) returns void
language sql volatile
as $$ select pg_advisory_lock(7225432, hashtext(worker)) $$;

create or replace function app.free_dead_workers(me text) returns integer
language plpgsql volatile
set search_path = pg_catalog, pg_temp
as $$
declare
  dead text[];
begin
  select coalesce(array_agg(held.worker), '{}') into dead
    from (
      select distinct j.locked_by as worker from jobs._private_jobs j
       where j.locked_by <> me and j.locked_at < now() - interval '3 seconds'
    ) held
   where pg_try_advisory_xact_lock(7225432, hashtext(held.worker));
  perform jobs.force_unlock_workers(dead);
  return cardinality(dead);
end
$$;

do $$
declare
  door text;
begin
  foreach door in array array['app.hold_worker(text)', 'app.free_dead_workers(text)'] loop
    execute format('revoke all on function %s from public', door);
    execute format('grant execute on function %s to portal_worker', door);
  end loop;
end
$$;
comment on function app.hold_worker(text) is 'Says for the rest of this session that a background process lives.';
comment on function app.free_dead_workers(text) is 'Gives back the jobs of background processes that live no more; answers of how many. Called by each of them every few seconds.';
