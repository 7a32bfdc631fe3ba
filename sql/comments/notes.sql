
comment on table notes is 'What staff write down for each other about a customer or a conversation. Never edited.';
comment on column notes.company_id is 'The company (tenant) this row belongs to; leads every key, and the fence compares it.';
comment on column notes.id is 'UUID of version 7, unique within the company.';
comment on column notes.customer_id is 'About whom: customers.id; null when about a conversation without a customer.';
comment on column notes.conversation_id is 'About which conversation: conversations.id; null when about the customer alone.';
comment on column notes.body is 'What was written. Personal.';
comment on column notes.created_by is 'Who wrote it: users.id; null when a machine did.';
comment on column notes.created_at is 'When the row was made, UTC instant.';
