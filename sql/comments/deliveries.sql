comment on table inbound_events is 'What vendors told us, once each, in any order and number; the unique key makes a repeat visible.';
comment on column inbound_events.company_id is 'The company (tenant) this row belongs to; leads every key, and the fence compares it.';
comment on column inbound_events.id is 'UUID of version 7, unique within the company.';
comment on column inbound_events.source is 'Who told.';
comment on column inbound_events.event_key is 'Its name for the event; unique within company and source.';
comment on column inbound_events.kind is 'Its kind of event.';
comment on column inbound_events.payload is 'What it said, JSON object. Personal.';
comment on column inbound_events.processed_at is 'When it was acted upon, UTC instant; null until then.';
comment on column inbound_events.failure is 'Why acting upon it failed.';
comment on column inbound_events.created_at is 'When the row was made, UTC instant.';

comment on table idempotency_keys is 'The answer given to a create call that carried an Idempotency-Key; a repeat gets the same answer.';
comment on column idempotency_keys.company_id is 'The company (tenant) this row belongs to; leads every key, and the fence compares it.';
comment on column idempotency_keys.user_id is 'Who called: users.id, or api_keys.id for a tool.';
comment on column idempotency_keys.key is 'The key the caller chose.';
comment on column idempotency_keys.procedure is 'Which call.';
comment on column idempotency_keys.input_hash is 'SHA-256 of the input in hex; the same key with another input is refused.';
comment on column idempotency_keys.answer is 'What was answered, JSON. Personal.';
comment on column idempotency_keys.created_at is 'When the row was made, UTC instant.';
