-- Search doors. Under row security a LIKE is not leakproof and never reaches an index (1,150 ms against 0.5 ms over
-- 500,000 rows), so these run as portal_search, filter by the company entered themselves, and give out ids and sort keys
-- only; the rows are then loaded under the fence. `words` arrives folded by foldArabic; the wildcard signs in it are escaped.

create or replace function app.like_pattern(words text) returns text
language sql immutable parallel safe
as $$ select '%' || replace(replace(replace(words, '\', '\\'), '%', '\%'), '_', '\_') || '%' $$;
comment on function app.like_pattern(text) is 'A LIKE pattern for texts that hold the words; the wildcard signs in them are escaped.';

-- Conversations whose transcript, summary or customer's name holds the words; newest first, paged by (started_at, id).
create or replace function app.search_conversations(words text, before timestamptz, before_id uuid, most integer)
returns table (id uuid, started_at timestamptz)
language sql stable security definer
set search_path = pg_catalog, public, app, pg_temp
as $$
  with entered as materialized (select app.company_id() as company_id, app.like_pattern(words) as pattern,
                                       app.like_pattern(replace(words, ' ', '')) as name_pattern),
  hits as (
    select m.conversation_id as id from entered e join messages m on m.company_id = e.company_id and m.text_folded like e.pattern
    union
    select c.id from entered e join conversations c on c.company_id = e.company_id and c.summary_folded like e.pattern
    union
    select c.id from entered e
      join customers k on k.company_id = e.company_id and k.name_key like e.name_pattern
      join conversations c on c.company_id = e.company_id and c.customer_id = k.id
  )
  select c.id, c.started_at
    from entered e
    join hits h on true
    join conversations c on c.company_id = e.company_id and c.id = h.id
   where before is null or (c.started_at, c.id) < (before, before_id)
   order by c.started_at desc, c.id desc
   limit least(most, 101)
$$;

-- Customers whose name holds the words or whose phone holds the digits: exact name first, then prefix, then newest.
create or replace function app.search_customers(name_words text, phone_digits text, most integer)
returns table (id uuid, rank integer)
language sql stable security definer
set search_path = pg_catalog, public, app, pg_temp
as $$
  select k.id, case when k.name_key = name_words then 0 when starts_with(k.name_key, name_words) then 1 else 2 end
    from customers k
   where k.company_id = app.company_id()
     and (   (name_words <> '' and k.name_key like app.like_pattern(name_words))
          or (char_length(phone_digits) >= 3 and k.phone like app.like_pattern(phone_digits)))
   order by 2, k.created_at desc, k.id desc
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
    'app.search_conversations(text, timestamptz, uuid, integer)', 'app.search_customers(text, text, integer)',
    'app.search_tickets(text, integer)', 'app.search_properties(text, integer)'
  ] loop
    execute format('alter function %s owner to portal_search', door);
    execute format('revoke all on function %s from public', door);
    execute format('grant execute on function %s to portal_app, portal_worker', door);
    execute format('comment on function %s is %L', door, 'Definer door: ids of the matching rows of the company entered; see sql/doors/search.sql.');
  end loop;
end
$$;
