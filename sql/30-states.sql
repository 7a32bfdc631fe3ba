-- The state machines, enforced by the row itself: whoever writes, an illegal step fails and changes nothing.
-- The same tables stand in src/lib/states.ts for the screens; a test holds them equal.
create or replace function app.next_states(machine text, state text) returns text[]
language sql immutable parallel safe
as $$
  select case machine
    when 'booking' then case state
      when 'pending'  then '{approved,rejected,cancelled}'::text[]
      when 'approved' then '{cancelled,completed}'
      else '{}' end
    when 'ticket' then case state
      when 'open'        then '{in_progress,resolved,closed}'::text[]
      when 'in_progress' then '{open,resolved,closed}'
      when 'resolved'    then '{in_progress,closed}'
      when 'closed'      then '{in_progress}'
      else '{}' end
    when 'campaign' then case state
      when 'draft'     then '{scheduled,running,cancelled}'::text[]
      when 'scheduled' then '{draft,running,cancelled}'
      when 'running'   then '{paused,completed,cancelled}'
      when 'paused'    then '{running,completed,cancelled}'
      else '{}' end
    when 'recipient' then case state
      when 'pending'   then '{dialling,skipped}'::text[]
      when 'dialling'  then '{answered,no_answer,busy,voicemail,failed,pending}'
      when 'no_answer' then '{pending}'
      when 'busy'      then '{pending}'
      when 'voicemail' then '{pending}'
      -- A dial in doubt is settled as failed; the vendor's report may still come and tell how it went.
      when 'failed'    then '{pending,answered,no_answer,busy,voicemail}'
      else '{}' end
  end
$$;
comment on function app.next_states(text, text) is 'The states a booking, ticket, campaign or recipient may step to from a state.';

create or replace function app.guard_step() returns trigger
language plpgsql
set search_path = pg_catalog, app, pg_temp
as $$
begin
  if old.status <> new.status and not (new.status = any (app.next_states(tg_argv[0], old.status))) then
    raise exception 'illegal step of a %: % -> %', tg_argv[0], old.status, new.status
      using errcode = 'P0001', hint = 'illegal_step';
  end if;
  return new;
end
$$;

create or replace procedure app.guard_states(target regclass, machine text)
language plpgsql
as $$
begin
  execute format('drop trigger if exists guard_step on %s', target);
  execute format('create trigger guard_step before update of status on %s for each row execute function app.guard_step(%L)', target, machine);
end
$$;
revoke all on procedure app.guard_states(regclass, text) from public;
