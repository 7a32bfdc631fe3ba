-- What drizzle-kit cannot write: constraints over time spans, and the trigram indexes beneath the search doors.

-- Two approved viewings of one property, or shown by one member of staff, cannot overlap. Half-open spans: one may begin
-- the minute the other ends. This is the only place where it is decided; code that looks first only words the refusal.
alter table bookings add constraint bookings_property_free
  exclude using gist (company_id with =, property_id with =, tstzrange(starts_at, ends_at) with &&)
  where (status = 'approved');--> statement-breakpoint
alter table bookings add constraint bookings_staff_free
  exclude using gist (company_id with =, staff_id with =, tstzrange(starts_at, ends_at) with &&)
  where (status = 'approved' and staff_id is not null);--> statement-breakpoint

-- The company leads each index, so that a search never walks through a big neighbour's words.
create index customers_name_search on customers using gin (company_id, name_key gin_trgm_ops);--> statement-breakpoint
create index customers_phone_search on customers using gin (company_id, phone gin_trgm_ops);--> statement-breakpoint
create index messages_text_search on messages using gin (company_id, text_folded gin_trgm_ops);--> statement-breakpoint
create index conversations_summary_search on conversations using gin (company_id, summary_folded gin_trgm_ops);--> statement-breakpoint
create index tickets_subject_search on tickets using gin (company_id, subject_key gin_trgm_ops);--> statement-breakpoint
create index properties_title_search on properties using gin (company_id, title_key gin_trgm_ops);
