-- Definer doors of sign-in. They exist because a name and a password are checked before the company is known.
-- Owned by portal_directory: it may read these few tables across companies and nothing else. The app role may call the
-- doors, not read the tables; each answers one row for an exact name or hash.

create or replace function app.sign_in_lookup(typed_name text)
returns table (company_id uuid, user_id uuid, password_hash text, is_active boolean)
language sql stable security definer
set search_path = pg_catalog, public, pg_temp
as $$
  select u.company_id, u.id, u.password_hash, u.is_active
    from directory d
    join users u on u.company_id = d.company_id and u.id = d.user_id
   where d.username = lower(typed_name)
$$;
alter function app.sign_in_lookup(text) owner to portal_directory;
revoke all on function app.sign_in_lookup(text) from public;
grant execute on function app.sign_in_lookup(text) to portal_app;
comment on function app.sign_in_lookup(text) is 'Definer door: the password hash behind a sign-in name, before a company is entered.';

-- Counted before the password is checked, or parallel guesses would all pass the same count. Answers the seconds to wait,
-- 0 when the try may go on. `keys` are hashed by the caller: no name and no address is stored.
create or replace function app.count_sign_in(keys text[], limits integer[], window_seconds integer)
returns integer
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
declare
  wait integer := 0;
  counted record;
begin
  delete from sign_in_attempts where window_ends_at < clock_timestamp() - interval '1 hour';
  for counted in
    insert into sign_in_attempts as a (key, failures, window_ends_at)
    select k, 1, clock_timestamp() + make_interval(secs => window_seconds) from unnest(keys) k order by k
    on conflict (key) do update
       set failures = case when a.window_ends_at < excluded.window_ends_at - make_interval(secs => window_seconds) then 1 else a.failures + 1 end,
           window_ends_at = case when a.window_ends_at < excluded.window_ends_at - make_interval(secs => window_seconds) then excluded.window_ends_at else a.window_ends_at end
    returning a.key, a.failures, a.window_ends_at
  loop
    if counted.failures > limits[array_position(keys, counted.key)] then
      wait := greatest(wait, ceil(extract(epoch from counted.window_ends_at - clock_timestamp()))::integer, 1);
    end if;
  end loop;
  return wait;
end
$$;
alter function app.count_sign_in(text[], integer[], integer) owner to portal_directory;
revoke all on function app.count_sign_in(text[], integer[], integer) from public;
grant execute on function app.count_sign_in(text[], integer[], integer) to portal_app;
comment on function app.count_sign_in(text[], integer[], integer) is 'Definer door: counts a sign-in try per hashed key; answers the seconds to wait.';

create or replace function app.forget_sign_in(keys text[]) returns void
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$ delete from sign_in_attempts where key = any (keys) $$;
alter function app.forget_sign_in(text[]) owner to portal_directory;
revoke all on function app.forget_sign_in(text[]) from public;
grant execute on function app.forget_sign_in(text[]) to portal_app;
comment on function app.forget_sign_in(text[]) is 'Definer door: a successful sign-in clears its counters.';

-- A new user's name, claimed in the company entered. False when it is taken anywhere.
create or replace function app.claim_username(typed_name text, owner_id uuid) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, public, app, pg_temp
as $$
begin
  insert into directory (username, company_id, user_id) values (lower(typed_name), app.company_id(), owner_id)
  on conflict (username) do nothing;
  return found;
end
$$;
alter function app.claim_username(text, uuid) owner to portal_directory;
revoke all on function app.claim_username(text, uuid) from public;
grant execute on function app.claim_username(text, uuid) to portal_app;
comment on function app.claim_username(text, uuid) is 'Definer door: claims a sign-in name for a user of the company entered.';
