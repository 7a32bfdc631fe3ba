-- Whom a campaign may call, when, and how often: asked by the dialler before each dial, in its own transaction, so that no
-- version of the code can dial past it. Limits are data: one line a country here, and a company's own lines in dialling_rules.

-- What is known of a country. Clock times are of its own zone; a weekend is ISO weekdays; `refusal_days` is for how long a refusal
-- holds, null for good. The line without a country is for every other number, in the zone and weekend of the company.
--   AE  calls from 9 to 18 only, one unanswered call a day and two a week, no call after a refusal: Cabinet Resolutions 56 and 57
--       of 2024, as reported by khaleejtimes.com, tag911.ae and filipinotimes.net. Reports differ on whether a refusal holds for good
--       or for that day, and on weekends: the stricter reading stands here.
--   all others  not looked up: they get the same careful limits until counsel of the country says otherwise.
create or replace function app.country_rules()
returns table (
  country text, calling_code text, timezone text, from_time text, to_time text, weekend smallint[], on_weekend boolean,
  unanswered_per_day integer, unanswered_per_week integer, refusal_days integer
)
language sql immutable parallel safe
as $$
  select r.country, r.calling_code, r.timezone, r.from_time, r.to_time, r.weekend::smallint[], r.on_weekend,
         r.unanswered_per_day, r.unanswered_per_week, r.refusal_days
    from (values
      ('AE', '+971', 'Asia/Dubai',   '09:00', '18:00', '{6,7}', false, 1, 2, null::integer),
      ('SA', '+966', 'Asia/Riyadh',  '09:00', '18:00', '{5,6}', false, 1, 2, null),
      ('QA', '+974', 'Asia/Qatar',   '09:00', '18:00', '{5,6}', false, 1, 2, null),
      ('KW', '+965', 'Asia/Kuwait',  '09:00', '18:00', '{5,6}', false, 1, 2, null),
      ('BH', '+973', 'Asia/Bahrain', '09:00', '18:00', '{5,6}', false, 1, 2, null),
      ('OM', '+968', 'Asia/Muscat',  '09:00', '18:00', '{5,6}', false, 1, 2, null),
      ('EG', '+20',  'Africa/Cairo', '09:00', '18:00', '{5,6}', false, 1, 2, null),
      ('JO', '+962', 'Asia/Amman',   '09:00', '18:00', '{5,6}', false, 1, 2, null),
      (null, null,   null,           '09:00', '18:00', null,    false, 1, 2, null)
    ) as r (country, calling_code, timezone, from_time, to_time, weekend, on_weekend, unanswered_per_day, unanswered_per_week, refusal_days)
$$;

create or replace function app.country_rule(of_country text)
returns table (
  country text, calling_code text, timezone text, from_time text, to_time text, weekend smallint[], on_weekend boolean,
  unanswered_per_day integer, unanswered_per_week integer, refusal_days integer
)
language sql immutable parallel safe
as $$
  select * from app.country_rules() r
   where r.country = of_country or r.country is null
   order by r.country nulls last
   limit 1
$$;

-- The rule for one number: its country's, with what the company set for that country in its place.
create or replace function app.call_rule(of_phone text)
returns table (
  timezone text, from_time time, to_time time, days_off smallint[], holidays jsonb,
  unanswered_per_day integer, unanswered_per_week integer, refusal_days integer
)
language sql stable
as $$
  select coalesce(r.timezone, c.timezone),
         coalesce(o.from_time, r.from_time)::time,
         coalesce(o.to_time, r.to_time)::time,
         case when coalesce(o.on_weekend, r.on_weekend) then '{}'::smallint[] else coalesce(r.weekend, c.weekend) end,
         coalesce(o.holidays, '[]'::jsonb),
         coalesce(o.unanswered_per_day, r.unanswered_per_day),
         coalesce(o.unanswered_per_week, r.unanswered_per_week),
         r.refusal_days
    from public.companies c
   cross join lateral app.country_rule((select k.country from app.country_rules() k where starts_with(of_phone, k.calling_code))) r
    left join public.dialling_rules o on o.company_id = c.company_id and o.country = r.country
   where c.company_id = (select app.company_id())
$$;

-- The first allowed instant from `not_before` on; null when none comes within sixty days.
create or replace function app.next_call_time(
  timezone text, from_time time, to_time time, days_off smallint[], holidays jsonb, not_before timestamptz
) returns timestamptz
language sql stable
as $$
  select greatest(not_before, (d::date + from_time) at time zone timezone)
    from generate_series((not_before at time zone timezone)::date::timestamp, (not_before at time zone timezone)::date + interval '60 days', interval '1 day') d
   where extract(isodow from d)::smallint <> all (days_off)
     and not holidays ? to_char(d, 'YYYY-MM-DD')
     and (d::date + to_time) at time zone timezone > not_before
   order by d
   limit 1
$$;

-- One row: no reason when the number may be dialled at `at`; else why not, and when it may be asked again (null: never).
-- An unanswered try is one that may have rung: a dial whose end nobody knows counts, one that broke down before does not.
create or replace function app.may_dial(recipient uuid, at timestamptz default now())
returns table (reason text, next_at timestamptz)
language plpgsql stable
as $$
declare
  company constant uuid := app.company_id();
  number text;
  kind text;
  rule record;
  today date;
  is_open boolean;
  is_answered boolean;
  unanswered date[];
  refused constant text := 'refused_before';
  not_before timestamptz := at;
begin
  select r.phone, c.type into number, kind
    from public.campaign_recipients r
    join public.campaigns c on c.company_id = r.company_id and c.id = r.campaign_id
   where r.company_id = company and r.id = recipient;
  if not found then
    raise exception 'no such recipient' using errcode = 'P0002';
  end if;

  if exists (select from public.do_not_call n where n.company_id = company and n.phone = number) then
    return query select 'do_not_call', null::timestamptz;
    return;
  end if;

  select * into rule from app.call_rule(number);
  if exists (
    select from public.conversations v
     where v.company_id = company and v.mode = 'real' and v.outcome = 'not_interested'
       and (v.direction = 'outbound' or v.extracted ->> 'refuses_calls' = 'true')
       and (rule.refusal_days is null or v.started_at > at - make_interval(days => rule.refusal_days))
       and (v.customer_id in (select k.id from public.customers k where k.company_id = company and k.phone = number)
            or v.id in (select r.conversation_id from public.campaign_recipients r where r.company_id = company and r.phone = number))
  ) or exists (
    select from public.campaign_recipients r where r.company_id = company and r.phone = number and r.reason = 'refused'
  ) then
    return query select refused, null::timestamptz;
    return;
  end if;

  today := (at at time zone rule.timezone)::date;
  select coalesce(bool_or(a.ended_at is null), false),
         coalesce(bool_or(a.outcome = 'answered' and (a.started_at at time zone rule.timezone)::date = today), false),
         coalesce(array_agg((a.started_at at time zone rule.timezone)::date order by a.started_at)
           filter (where a.outcome in ('no_answer', 'busy', 'voicemail') or (a.outcome = 'failed' and a.reason = 'in_doubt')), '{}')
    into is_open, is_answered, unanswered
    from public.campaign_recipients r
    join public.campaigns c on c.company_id = r.company_id and c.id = r.campaign_id and c.type = kind
    join public.dial_attempts a on a.company_id = r.company_id and a.recipient_id = r.id
   where r.company_id = company and r.phone = number
     and a.started_at >= (today - 6)::timestamp at time zone rule.timezone;

  if is_open then
    reason := 'recently_called';
    not_before := at + interval '15 minutes';
  elsif is_answered then
    reason := 'recently_called';
    not_before := (today + 1)::timestamp at time zone rule.timezone;
  elsif cardinality(unanswered) >= rule.unanswered_per_week then
    reason := 'weekly_limit';
    not_before := (unanswered[cardinality(unanswered) - rule.unanswered_per_week + 1] + 7)::timestamp at time zone rule.timezone;
  elsif (select count(*) from unnest(unanswered) d where d = today) >= rule.unanswered_per_day then
    reason := 'daily_limit';
    not_before := (today + 1)::timestamp at time zone rule.timezone;
  elsif extract(isodow from today)::smallint = any (rule.days_off) then
    reason := 'weekend';
  elsif rule.holidays ? to_char(today, 'YYYY-MM-DD') then
    reason := 'holiday';
  elsif (at at time zone rule.timezone)::time not between rule.from_time and rule.to_time - interval '1 microsecond' then
    reason := 'outside_hours';
  end if;

  next_at := case when reason is not null then
    app.next_call_time(rule.timezone, rule.from_time, rule.to_time, rule.days_off, rule.holidays, not_before) end;
  return next;
end
$$;

comment on function app.country_rules() is 'When and how often people of each country may be called, with its calling code and zone; one line a country, sources above it in sql/50-dialling.sql.';
comment on function app.country_rule(text) is 'One country''s line of app.country_rules, or the careful line for all others.';
comment on function app.call_rule(text) is 'The rule for one number: its country''s, with the company''s own dialling_rules in its place.';
comment on function app.next_call_time(text, time, time, smallint[], jsonb, timestamptz) is 'The first instant from another on at which a rule''s hours, weekend and holidays allow a call.';
comment on function app.may_dial(uuid, timestamptz) is 'Whether a recipient may be dialled at an instant: no reason, or why not and when to ask again (null: never).';
