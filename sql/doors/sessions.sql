-- Definer doors of sessions, owned by portal_directory. A session is found before a company is entered; the token carries
-- the company, so the look-up is by key on whatever node holds that company. Hashes go in, hashes never come out.

create or replace function app.open_session(company uuid, session text, owner_id uuid, ends_at timestamptz, agent text) returns void
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
  insert into sessions (company_id, id, user_id, expires_at, user_agent) values (company, session, owner_id, ends_at, left(agent, 300))
$$;

-- The user as he is now: role change and deactivation bite at the next request because this is asked on every one.
-- (dropped first: a changed result type cannot be replaced)
drop function if exists app.find_session(uuid, text);
create function app.find_session(company uuid, session text)
returns table (
  company_id uuid, user_id uuid, handle uuid, expires_at timestamptz, username text, name text, email text, role text, gender text,
  locale text, theme text, digits text, hijri boolean, shortcuts boolean,
  company_name text, company_name_en text, country text, city text, timezone text, currency text,
  company_locale text, company_digits text, week_start smallint, weekend smallint[]
)
language sql stable security definer
set search_path = pg_catalog, public, pg_temp
as $$
  select s.company_id, s.user_id, s.handle, s.expires_at, u.username, u.name, u.email, u.role, u.gender,
         u.locale, u.theme, u.digits, u.hijri, u.shortcuts,
         c.name, c.name_en, c.country, c.city, c.timezone, c.currency, c.locale, c.digits, c.week_start, c.weekend
    from sessions s
    join users u on u.company_id = s.company_id and u.id = s.user_id
    join companies c on c.company_id = s.company_id
   where s.company_id = company and s.id = session and u.is_active
$$;

create or replace function app.renew_session(company uuid, session text, ends_at timestamptz) returns void
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$ update sessions set expires_at = ends_at where company_id = company and id = session $$;

create or replace function app.close_session(company uuid, session text) returns void
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$ delete from sessions where company_id = company and id = session $$;

create or replace function app.close_expired_sessions() returns void
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$ delete from sessions where expires_at < now() $$;

do $$
declare
  door text;
begin
  foreach door in array array[
    'app.open_session(uuid, text, uuid, timestamptz, text)', 'app.find_session(uuid, text)',
    'app.renew_session(uuid, text, timestamptz)', 'app.close_session(uuid, text)', 'app.close_expired_sessions()'
  ] loop
    execute format('alter function %s owner to portal_directory', door);
    execute format('revoke all on function %s from public', door);
    execute format('grant execute on function %s to portal_app', door);
    execute format('comment on function %s is %L', door, 'Definer door: sessions are found before a company is entered; see sql/doors/sessions.sql.');
  end loop;
end
$$;
