
comment on table notification_preferences is 'What a member of staff wants to be told, and how. Without a row: in the portal yes, by mail no.';
comment on column notification_preferences.company_id is 'The company (tenant) this row belongs to; leads every key, and the fence compares it.';
comment on column notification_preferences.id is 'UUID of version 7, unique within the company.';
comment on column notification_preferences.user_id is 'Whose wish: users.id.';
comment on column notification_preferences.kind is 'Of which kind of notification.';
comment on column notification_preferences.in_app is 'Whether the portal shows it.';
comment on column notification_preferences.email is 'Whether it is mailed.';
comment on column notification_preferences.updated_at is 'When the row was last changed, UTC instant.';
