-- What the dashboard counts, as views a DBA can ask for the same number. Row-level first: a figure's window is a range of
-- started_at, which reaches the index (company_id, started_at) through the view; local days alone would not.
-- security_invoker, or the view would answer every company's rows in its owner's name.
set local role portal_owner;

drop view if exists reports.calls_daily;
drop view if exists reports.calls;

create view reports.calls with (security_invoker = true) as
select c.company_id,
       c.id,
       c.type,
       c.type = 'voice' as is_voice,
       c.channel,
       c.direction,
       c.status,
       c.outcome,
       c.status <> 'failed' and (c.outcome is null or c.outcome not in ('no_answer', 'failed')) as is_answered,
       c.outcome is not null and c.outcome = 'booked' as is_booked,
       c.outcome is not null and c.outcome = 'handed_over' as is_handed_over,
       c.handed_over_to,
       c.customer_id,
       c.agent_name,
       c.started_at,
       c.ended_at,
       c.duration_seconds,
       (c.started_at at time zone k.timezone)::date as local_day,
       extract(hour from c.started_at at time zone k.timezone)::smallint as local_hour,
       date_trunc('hour', c.started_at, k.timezone) as hour_began_at
  from conversations c
  join companies k on k.company_id = c.company_id
 where c.mode = 'real';

comment on view reports.calls is 'One row per counted conversation, voice or chat: no trial in the playground. The same rows as the list of conversations shows.';
comment on column reports.calls.company_id is 'The company (tenant).';
comment on column reports.calls.id is 'The conversation: conversations.id.';
comment on column reports.calls.type is 'voice or chat.';
comment on column reports.calls.is_voice is 'A call rather than a chat.';
comment on column reports.calls.channel is 'Where it was held: phone, web or playground.';
comment on column reports.calls.direction is 'inbound or outbound.';
comment on column reports.calls.status is 'in_progress, ended, or failed when it broke down.';
comment on column reports.calls.outcome is 'How it ended; null while it runs or when nobody said.';
comment on column reports.calls.is_answered is 'Somebody spoke: it did not break down, and any outcome but no_answer and failed; true while it runs.';
comment on column reports.calls.is_booked is 'It ended with a viewing: outcome booked.';
comment on column reports.calls.is_handed_over is 'It ended with the machine handing it to a member of staff: outcome handed_over.';
comment on column reports.calls.handed_over_to is 'The member of staff who took it over: users.id; null when nobody did.';
comment on column reports.calls.customer_id is 'With whom: customers.id; null when unknown.';
comment on column reports.calls.agent_name is 'Name of the voice or chat agent that held it.';
comment on column reports.calls.started_at is 'When it began, UTC instant; ranges over it use the index.';
comment on column reports.calls.ended_at is 'When it ended, UTC instant; null while it runs.';
comment on column reports.calls.duration_seconds is 'Length in seconds; null while it runs.';
comment on column reports.calls.local_day is 'Calendar day of its beginning in the company''s time zone.';
comment on column reports.calls.local_hour is 'Hour of its beginning on the company''s clock, 0 to 23.';
comment on column reports.calls.hour_began_at is 'First instant of that hour, UTC.';

create view reports.calls_daily with (security_invoker = true) as
select company_id,
       local_day,
       type,
       count(*) as conversations,
       count(*) filter (where is_answered) as answered,
       count(*) filter (where is_booked) as booked,
       count(*) filter (where is_handed_over) as handed_over,
       count(duration_seconds) filter (where is_answered) as timed,
       coalesce(sum(duration_seconds) filter (where is_answered), 0) as talked_seconds
  from reports.calls
 group by company_id, local_day, type;

comment on view reports.calls_daily is 'reports.calls added up by company, local day and type.';
comment on column reports.calls_daily.company_id is 'The company (tenant).';
comment on column reports.calls_daily.local_day is 'Calendar day in the company''s time zone.';
comment on column reports.calls_daily.type is 'voice or chat.';
comment on column reports.calls_daily.conversations is 'How many conversations began on that day.';
comment on column reports.calls_daily.answered is 'Of these, how many were answered.';
comment on column reports.calls_daily.booked is 'Of these, how many ended with a viewing.';
comment on column reports.calls_daily.handed_over is 'Of these, how many the machine handed to a member of staff.';
comment on column reports.calls_daily.timed is 'Of the answered, how many have a known length.';
comment on column reports.calls_daily.talked_seconds is 'Length of the answered ones together, in seconds; over timed it is the average.';

grant select on reports.calls, reports.calls_daily to portal_app, portal_worker, portal_auditor;
