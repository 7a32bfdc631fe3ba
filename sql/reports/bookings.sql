-- Viewings by the day they were asked for, not the day they take place: that is what a conversation leads to.
set local role portal_owner;

drop view if exists reports.bookings_daily;
drop view if exists reports.bookings;

create view reports.bookings with (security_invoker = true) as
select b.company_id,
       b.id,
       b.status,
       b.source,
       b.source in ('voice_agent', 'chat_agent') as is_from_agent,
       b.conversation_id,
       b.customer_id,
       b.property_id,
       b.staff_id,
       b.price_minor,
       b.currency,
       b.starts_at,
       b.decided_at,
       extract(epoch from b.decided_at - b.created_at)::bigint as decision_seconds,
       b.created_at,
       (b.created_at at time zone k.timezone)::date as local_day,
       date_trunc('hour', b.created_at, k.timezone) as hour_began_at
  from bookings b
  join companies k on k.company_id = b.company_id;

comment on view reports.bookings is 'One row per viewing, by the day it was asked for.';
comment on column reports.bookings.company_id is 'The company (tenant).';
comment on column reports.bookings.id is 'The viewing: bookings.id.';
comment on column reports.bookings.status is 'Its state now.';
comment on column reports.bookings.source is 'Who made it: staff, voice_agent, chat_agent or system.';
comment on column reports.bookings.is_from_agent is 'A voice or chat agent made it.';
comment on column reports.bookings.conversation_id is 'The conversation it came from: conversations.id; null when none.';
comment on column reports.bookings.customer_id is 'For whom: customers.id.';
comment on column reports.bookings.property_id is 'Of which listing: properties.id.';
comment on column reports.bookings.staff_id is 'Who shows it: users.id; null when nobody is named.';
comment on column reports.bookings.price_minor is 'Price spoken of, in the smallest unit of currency; never added over currencies.';
comment on column reports.bookings.currency is 'ISO 4217 code of price_minor.';
comment on column reports.bookings.starts_at is 'When the viewing begins, UTC instant.';
comment on column reports.bookings.decided_at is 'When it was approved or rejected, UTC instant; null while it waits.';
comment on column reports.bookings.decision_seconds is 'From asked for to decided, in seconds; null while it waits.';
comment on column reports.bookings.created_at is 'When it was asked for, UTC instant; ranges over it use the index.';
comment on column reports.bookings.local_day is 'Calendar day it was asked for, in the company''s time zone.';
comment on column reports.bookings.hour_began_at is 'First instant of the hour on the company''s clock in which it was created, UTC.';

create view reports.bookings_daily with (security_invoker = true) as
select company_id,
       local_day,
       status,
       source,
       count(*) as bookings
  from reports.bookings
 group by company_id, local_day, status, source;

comment on view reports.bookings_daily is 'reports.bookings added up by company, local day, present state and source.';
comment on column reports.bookings_daily.company_id is 'The company (tenant).';
comment on column reports.bookings_daily.local_day is 'Calendar day in the company''s time zone.';
comment on column reports.bookings_daily.status is 'State now.';
comment on column reports.bookings_daily.source is 'Who made them.';
comment on column reports.bookings_daily.bookings is 'How many were asked for on that day.';

grant select on reports.bookings, reports.bookings_daily to portal_app, portal_worker, portal_auditor;
