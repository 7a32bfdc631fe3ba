-- The trail: a row trigger writes who, what, before and after in the change's own transaction. The same rows are the feed
-- of the live screens. No notify here: a notifying commit takes a server-wide lock (6,800 -> 3,300 changes a second).

-- Owned by portal_audit so that nobody who can change a row can also write, alter or forge its trail.
-- The time zone is pinned, or the JSON of one instant would differ between two sessions and break the seal.
-- A bulk load by the deployer may skip the trail; the acting roles cannot.
create or replace function app.record_change() returns trigger
language plpgsql security definer
set search_path = pg_catalog, app, pg_temp
set timezone = 'UTC'
as $$
declare
  unread constant text[] := array['password_hash', 'secret_hash', 'name_key', 'email_key', 'title_key', 'subject_key', 'summary_folded', 'text_folded', 'last_seen_at', 'last_used_at'];
  of_use constant text[] := array['last_seen_at', 'last_used_at'];
  old_row jsonb := case when tg_op = 'INSERT' then null else to_jsonb(old) - unread end;
  new_row jsonb := case when tg_op = 'DELETE' then null else to_jsonb(new) - unread end;
  subject jsonb := coalesce(new_row, old_row);
begin
  if current_setting('app.bulk_load', true) = 'on' and session_user not in ('portal_app', 'portal_worker') then
    return null;
  end if;
  -- Being seen or used is not a change; a new password is, though it is shown in neither picture.
  if tg_op = 'UPDATE' and to_jsonb(old) - of_use = to_jsonb(new) - of_use then
    return null;
  end if;
  insert into public.audit_log (company_id, xid, table_name, row_id, op, actor_id, actor_role, request_id, before, after, created_at)
  values (
    (subject ->> 'company_id')::uuid,
    pg_current_xact_id(),
    tg_argv[0],
    coalesce(subject ->> 'id', subject ->> 'company_id'),
    lower(tg_op),
    app.user_id(),
    app.actor_role(),
    app.request_id(),
    old_row,
    new_row,
    clock_timestamp()
  );
  return null;
end
$$;
alter function app.record_change() owner to portal_audit;
revoke all on function app.record_change() from public;
comment on function app.record_change() is 'Definer door: writes the audit row of a change. Owned by portal_audit, so that the acting roles cannot write the trail themselves.';

-- The table name is an argument: on a distributed server tg_table_name carries the shard.
create or replace procedure app.audit(target regclass)
language plpgsql
as $$
declare
  name text := (select relname from pg_class where oid = target);
begin
  execute format('drop trigger if exists audit on %s', target);
  execute format('create trigger audit after insert or update or delete on %s for each row execute function app.record_change(%L)', target, name);
end
$$;
revoke all on procedure app.audit(regclass) from public;

-- A stage move is recorded by the row itself, so that no path (page, tool, agent) can move a customer unseen.
create or replace function app.record_stage_change() returns trigger
language plpgsql
set search_path = pg_catalog, app, pg_temp
as $$
begin
  if current_setting('app.bulk_load', true) = 'on' and session_user not in ('portal_app', 'portal_worker') then
    return null;
  end if;
  insert into public.stage_changes (company_id, id, customer_id, from_stage, to_stage, actor_kind, actor_id)
  values (new.company_id, app.uuidv7(), new.id, case when tg_op = 'UPDATE' then old.stage end, new.stage, app.actor_kind(), app.user_id());
  return null;
end
$$;
