-- What customers needed solved, by the day it was opened.
set local role portal_owner;

drop view if exists reports.tickets_daily;
drop view if exists reports.tickets;

create view reports.tickets with (security_invoker = true) as
select t.company_id,
       t.id,
       t.category,
       t.priority,
       t.status,
       t.source,
       t.customer_id,
       t.assignee_id,
       t.due_at,
       t.status in ('open', 'in_progress') and t.due_at is not null and t.due_at < now() as is_overdue,
       t.resolved_at is not null and t.due_at is not null and t.resolved_at > t.due_at as is_resolved_late,
       extract(epoch from t.first_response_at - t.created_at)::bigint as first_response_seconds,
       extract(epoch from t.resolved_at - t.created_at)::bigint as resolution_seconds,
       t.created_at,
       t.resolved_at,
       (t.created_at at time zone k.timezone)::date as local_day,
       date_trunc('hour', t.created_at, k.timezone) as hour_began_at
  from tickets t
  join companies k on k.company_id = t.company_id;

comment on view reports.tickets is 'One row per ticket, by the day it was opened.';
comment on column reports.tickets.company_id is 'The company (tenant).';
comment on column reports.tickets.id is 'The ticket: tickets.id.';
comment on column reports.tickets.category is 'What it is about.';
comment on column reports.tickets.priority is 'How urgent it is now.';
comment on column reports.tickets.status is 'Its state now.';
comment on column reports.tickets.source is 'Who opened it: staff, voice_agent, chat_agent or system.';
comment on column reports.tickets.customer_id is 'For whom: customers.id; null when for nobody.';
comment on column reports.tickets.assignee_id is 'Who works on it: users.id; null when nobody does.';
comment on column reports.tickets.due_at is 'When it should be solved, UTC instant; null without a limit.';
comment on column reports.tickets.is_overdue is 'Unsolved and past its limit at this moment.';
comment on column reports.tickets.is_resolved_late is 'Solved, but after its limit.';
comment on column reports.tickets.first_response_seconds is 'From opening to the first member of staff taking it up, in seconds; null while nobody has.';
comment on column reports.tickets.resolution_seconds is 'From opening to solved, in seconds; null while unsolved.';
comment on column reports.tickets.created_at is 'When it was opened, UTC instant; ranges over it use the index.';
comment on column reports.tickets.resolved_at is 'When it was solved, UTC instant.';
comment on column reports.tickets.local_day is 'Calendar day it was opened, in the company''s time zone.';
comment on column reports.tickets.hour_began_at is 'First instant of the hour on the company''s clock in which it was created, UTC.';

create view reports.tickets_daily with (security_invoker = true) as
select company_id,
       local_day,
       category,
       priority,
       status,
       count(*) as tickets,
       count(*) filter (where is_resolved_late) as resolved_late
  from reports.tickets
 group by company_id, local_day, category, priority, status;

comment on view reports.tickets_daily is 'reports.tickets added up by company, local day, category, priority and present state.';
comment on column reports.tickets_daily.company_id is 'The company (tenant).';
comment on column reports.tickets_daily.local_day is 'Calendar day in the company''s time zone.';
comment on column reports.tickets_daily.category is 'What they are about.';
comment on column reports.tickets_daily.priority is 'How urgent they are now.';
comment on column reports.tickets_daily.status is 'State now.';
comment on column reports.tickets_daily.tickets is 'How many were opened on that day.';
comment on column reports.tickets_daily.resolved_late is 'Of these, how many were solved after their limit.';

grant select on reports.tickets, reports.tickets_daily to portal_app, portal_worker, portal_auditor;
