
comment on table ticket_viewers is 'Who has a ticket open right now.';
comment on column ticket_viewers.company_id is 'The company (tenant) this row belongs to; leads every key, and the fence compares it.';
comment on column ticket_viewers.id is 'UUID of version 7, unique within the company.';
comment on column ticket_viewers.ticket_id is 'Which ticket: tickets.id.';
comment on column ticket_viewers.user_id is 'Who has it open: users.id.';
comment on column ticket_viewers.last_seen_at is 'When the page last said so, UTC instant; old ones no longer count.';
comment on column ticket_viewers.created_at is 'When it was opened, UTC instant.';
