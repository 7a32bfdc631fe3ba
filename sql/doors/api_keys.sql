-- Definer door of API keys, owned by portal_directory. Like a session, a key is looked for before a company is entered: it
-- carries its company, so the look-up is by key on whatever node holds that company. A hash goes in, no hash comes out.

-- One that was revoked or has run out is not found. Its use is noted at most once a minute: a busy tool must not turn every
-- read into a write of the same row.
drop function if exists app.find_api_key(uuid, text);
create function app.find_api_key(company uuid, secret text)
returns table (
  company_id uuid, id uuid, prefix text, name text, role text,
  company_name text, company_name_en text, country text, city text, timezone text, currency text,
  company_locale text, company_digits text, week_start smallint, weekend smallint[]
)
language sql volatile security definer
set search_path = pg_catalog, public, pg_temp
as $$
  update api_keys k set last_used_at = now()
   where k.company_id = company and k.secret_hash = secret
     and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
     and (k.last_used_at is null or k.last_used_at < now() - interval '1 minute');
  select k.company_id, k.id, k.prefix, k.name, k.role,
         c.name, c.name_en, c.country, c.city, c.timezone, c.currency, c.locale, c.digits, c.week_start, c.weekend
    from api_keys k
    join companies c on c.company_id = k.company_id
   where k.company_id = company and k.secret_hash = secret
     and k.revoked_at is null and (k.expires_at is null or k.expires_at > now())
$$;
alter function app.find_api_key(uuid, text) owner to portal_directory;
revoke all on function app.find_api_key(uuid, text) from public;
grant execute on function app.find_api_key(uuid, text) to portal_app;
comment on function app.find_api_key(uuid, text) is 'Definer door: the API key behind a hash, with its company, before a company is entered; notes its use.';
