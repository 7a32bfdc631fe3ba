-- The pipeline: a conversion is a recorded stage move (stage_changes, written by trigger), so the figures equal its rows.
-- Moves are frozen, also when two records turn out to be one person: he is then counted once.
set local role portal_owner;

drop view if exists reports.conversions_daily;
drop view if exists reports.conversions;

create view reports.conversions with (security_invoker = true) as
select s.company_id,
       s.id,
       coalesce(c.merged_into_id, s.customer_id) as customer_id,
       s.from_stage,
       s.to_stage,
       s.actor_kind,
       s.actor_id,
       s.created_at as moved_at,
       (s.created_at at time zone k.timezone)::date as local_day
  from stage_changes s
  join companies k on k.company_id = s.company_id
  join customers c on c.company_id = s.company_id and c.id = s.customer_id;

comment on view reports.conversions is 'One row per stage move of a customer, the first stage included.';
comment on column reports.conversions.company_id is 'The company (tenant).';
comment on column reports.conversions.id is 'The move: stage_changes.id.';
comment on column reports.conversions.customer_id is 'Who moved: customers.id; of a merged record whom it was merged into.';
comment on column reports.conversions.from_stage is 'Stage before; null for a new customer.';
comment on column reports.conversions.to_stage is 'Stage reached.';
comment on column reports.conversions.actor_kind is 'Who moved the customer: staff, voice_agent, chat_agent or system.';
comment on column reports.conversions.actor_id is 'The member of staff who did: users.id; null for a machine.';
comment on column reports.conversions.moved_at is 'When, UTC instant; ranges over it use the index.';
comment on column reports.conversions.local_day is 'Calendar day of the move in the company''s time zone.';

create view reports.conversions_daily with (security_invoker = true) as
select company_id,
       local_day,
       to_stage,
       count(*) as moves,
       count(distinct customer_id) as customers
  from reports.conversions
 group by company_id, local_day, to_stage;

comment on view reports.conversions_daily is 'reports.conversions added up by company, local day and stage reached.';
comment on column reports.conversions_daily.company_id is 'The company (tenant).';
comment on column reports.conversions_daily.local_day is 'Calendar day in the company''s time zone.';
comment on column reports.conversions_daily.to_stage is 'Stage reached.';
comment on column reports.conversions_daily.moves is 'How many moves into that stage.';
comment on column reports.conversions_daily.customers is 'How many different customers made them; days do not add up to a month, one customer may come back.';

grant select on reports.conversions, reports.conversions_daily to portal_app, portal_worker, portal_auditor;
