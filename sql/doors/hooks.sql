-- Definer doors of what vendors call: a webhook and an agent's tool arrive before a company is known. Owned by
-- portal_directory; an id or a hash goes in, the company comes out, and nothing else.

create or replace function app.claim_hook(hook text) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, public, app, pg_temp
as $$
begin
  insert into hooks (hook_id, company_id) values (hook, app.company_id()) on conflict (hook_id) do nothing;
  return found;
end
$$;

-- Whose agent at the vendor an id names: the first company that says so. Without it one company could talk to another's agent, for
-- in one workspace of the vendor the ids are no secret. False when it is another's.
create or replace function app.claim_vendor_agent(agent text) returns boolean
language plpgsql volatile security definer
set search_path = pg_catalog, public, app, pg_temp
as $$
begin
  insert into vendor_agents (vendor_agent_id, company_id) values (agent, app.company_id()) on conflict (vendor_agent_id) do nothing;
  return exists (select from vendor_agents v where v.vendor_agent_id = agent and v.company_id = app.company_id());
end
$$;

create or replace function app.find_hook(hook text)
returns table (company_id uuid, country text, timezone text, currency text)
language sql stable security definer
set search_path = pg_catalog, public, pg_temp
as $$
  select c.company_id, c.country, c.timezone, c.currency
    from hooks h
    join companies c on c.company_id = h.company_id
   where h.hook_id = hook
$$;

create or replace function app.find_tool_secret(company uuid, secret text)
returns table (company_id uuid, country text, timezone text, currency text)
language sql stable security definer
set search_path = pg_catalog, public, pg_temp
as $$
  select c.company_id, c.country, c.timezone, c.currency
    from integrations i
    join companies c on c.company_id = i.company_id
   where i.company_id = company and i.tool_secret_hash = secret
$$;

-- What a background job has to know of its company before it enters it.
create or replace function app.company_facts(company uuid)
returns table (company_id uuid, country text, timezone text, currency text)
language sql stable security definer
set search_path = pg_catalog, public, pg_temp
as $$ select c.company_id, c.country, c.timezone, c.currency from companies c where c.company_id = company $$;

do $$
declare
  door text;
begin
  foreach door in array array[
    'app.claim_hook(text)', 'app.claim_vendor_agent(text)', 'app.find_hook(text)', 'app.find_tool_secret(uuid, text)', 'app.company_facts(uuid)'
  ] loop
    execute format('alter function %s owner to portal_directory', door);
    execute format('revoke all on function %s from public', door);
    execute format('grant execute on function %s to portal_app, portal_worker', door);
    execute format('comment on function %s is %L', door, 'Definer door: whose webhook, tool or job it is, before a company is entered; see sql/doors/hooks.sql.');
  end loop;
end
$$;
