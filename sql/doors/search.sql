-- Search doors. Under row security a LIKE is not leakproof and never reaches an index (1,150 ms against 0.5 ms over
-- 500,000 rows), so these run as portal_search, filter by the company entered themselves, and give out ids and sort keys
-- only; the rows are then loaded under the fence. `words` arrives folded by foldArabic; the wildcard signs in it are escaped.

create or replace function app.like_pattern(words text) returns text
language sql immutable parallel safe
as $$ select '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%' $$;
comment on function app.like_pattern(text) is 'A LIKE pattern for texts that hold the words; the wildcard signs in them are escaped.';

-- Conversations whose transcript, summary or customer's name holds the words. Neither a door nor bound to a search path, so
-- that the server writes it into the statement of the door that asks.
create or replace function app.conversation_hits(words text) returns setof uuid
language sql stable
as $$
  with entered as materialized (select app.company_id() as company_id, app.like_pattern(words) as pattern,
                                       app.like_pattern(replace(words, ' ', '')) as name_pattern)
  select m.conversation_id from entered e
    join public.messages m on m.company_id = e.company_id and m.text_folded like e.pattern
  union
  select c.id from entered e
    join public.conversations c on c.company_id = e.company_id and c.summary_folded like e.pattern
  union
  select c.id from entered e
    join public.customers k on k.company_id = e.company_id and k.name_key like e.name_pattern
    join public.conversations c on c.company_id = e.company_id and c.customer_id = k.id
$$;
comment on function app.conversation_hits(text) is 'Ids of the company''s conversations that hold the words; part of the doors below.';

-- Whether a conversation is among those asked for; keys as in the API, all optional.
create or replace function app.conversation_fits(c public.conversations, wanted jsonb) returns boolean
language sql stable
as $$
  select (wanted ->> 'mode' is null or c.mode = wanted ->> 'mode')
     and (wanted ->> 'type' is null or c.type = wanted ->> 'type')
     and (wanted ->> 'status' is null or c.status = wanted ->> 'status')
     and (wanted ->> 'outcome' is null or c.outcome = wanted ->> 'outcome')
     and (wanted ->> 'customer_id' is null or c.customer_id = (wanted ->> 'customer_id')::uuid)
     and (wanted ->> 'handed_over_to' is null or c.handed_over_to = (wanted ->> 'handed_over_to')::uuid)
     and (wanted ->> 'from' is null or c.started_at >= (wanted ->> 'from')::timestamptz)
     and (wanted ->> 'to' is null or c.started_at < (wanted ->> 'to')::timestamptz)
$$;
comment on function app.conversation_fits(public.conversations, jsonb) is 'Whether a conversation passes the list''s filters; part of the doors below.';
revoke all on function app.conversation_hits(text), app.conversation_fits(public.conversations, jsonb) from public;
grant execute on function app.conversation_hits(text), app.conversation_fits(public.conversations, jsonb) to portal_search;

-- Newest first, paged by (started_at, id).
drop function if exists app.search_conversations(text, timestamptz, uuid, integer);
create or replace function app.search_conversations(
  words text, before timestamptz, before_id uuid, most integer, wanted jsonb default '{}'
)
returns table (id uuid, started_at timestamptz)
language sql stable security definer
set search_path = pg_catalog, public, app, pg_temp
as $$
  select c.id, c.started_at
    from app.conversation_hits(words) h
    join conversations c on c.company_id = (select app.company_id()) and c.id = h
   where (before is null or (c.started_at, c.id) < (before, before_id))
     and app.conversation_fits(c, wanted)
   order by c.started_at desc, c.id desc
   limit least(most, 101)
$$;

-- How many of each status, and how many of them are with one member of staff.
create or replace function app.count_conversations(words text, staff uuid, wanted jsonb)
returns table (status text, count integer, handed integer)
language sql stable security definer
set search_path = pg_catalog, public, app, pg_temp
as $$
  select c.status, count(*)::integer, (count(*) filter (where c.handed_over_to = staff))::integer
    from app.conversation_hits(words) h
    join conversations c on c.company_id = (select app.company_id()) and c.id = h
   where app.conversation_fits(c, wanted)
   group by c.status
$$;

-- Customers whose name holds the words or whose phone holds the digits: exact name first, then prefix, then newest.
-- A merged record answers with the customer it was merged into: its number and its name still lead there.
create or replace function app.search_customers(name_words text, phone_digits text, most integer)
returns table (id uuid, rank integer)
language sql stable security definer
set search_path = pg_catalog, public, app, pg_temp
as $$
  select coalesce(k.merged_into_id, k.id),
         min(case when k.name_key = name_words then 0 when starts_with(k.name_key, name_words) then 1 else 2 end)
    from customers k
   where k.company_id = app.company_id()
     and (   (name_words <> '' and k.name_key like app.like_pattern(name_words))
          or (char_length(phone_digits) >= 3 and k.phone like app.like_pattern(phone_digits)))
   group by 1
   order by 2, max(k.created_at) desc, 1 desc
   limit least(most, 500)
$$;

create or replace function app.search_tickets(words text, most integer)
returns table (id uuid)
language sql stable security definer
set search_path = pg_catalog, public, app, pg_temp
as $$
  select t.id from tickets t
   where t.company_id = app.company_id() and t.subject_key like app.like_pattern(words)
   order by t.created_at desc, t.id desc
   limit least(most, 500)
$$;

create or replace function app.search_properties(words text, most integer)
returns table (id uuid)
language sql stable security definer
set search_path = pg_catalog, public, app, pg_temp
as $$
  select p.id from properties p
   where p.company_id = app.company_id() and p.title_key like app.like_pattern(words)
   order by p.created_at desc, p.id desc
   limit least(most, 500)
$$;

do $$
declare
  door text;
begin
  foreach door in array array[
    'app.search_conversations(text, timestamptz, uuid, integer, jsonb)', 'app.count_conversations(text, uuid, jsonb)',
    'app.search_customers(text, text, integer)', 'app.search_tickets(text, integer)', 'app.search_properties(text, integer)'
  ] loop
    execute format('alter function %s owner to portal_search', door);
    execute format('revoke all on function %s from public', door);
    execute format('grant execute on function %s to portal_app, portal_worker', door);
    execute format('comment on function %s is %L', door, 'Definer door: ids of the matching rows of the company entered; see sql/doors/search.sql.');
  end loop;
end
$$;
