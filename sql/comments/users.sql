comment on table users is 'Staff who sign in. Deactivated, never deleted: the trail names them.';
comment on column users.company_id is 'The company (tenant) this row belongs to; leads every key, and the fence compares it.';
comment on column users.id is 'UUID of version 7, unique within the company.';
comment on column users.username is 'Sign-in name, lower case, unique in the whole portal through the directory. Personal.';
comment on column users.name is 'Full name as colleagues see it. Personal.';
comment on column users.email is 'Mail address at work. Personal.';
comment on column users.role is 'admin, sales_manager, support_manager or agent; what each may do stands in src/server/permissions.ts.';
comment on column users.gender is 'female or male, because Arabic verbs agree with who acts; null when not said. Personal.';
comment on column users.password_hash is 'argon2id in PHC form; written by the app role, readable by none but the sign-in door. Personal.';
comment on column users.is_active is 'False ends access at the next request.';
comment on column users.locale is 'Own language, ar or en; null is the company''s.';
comment on column users.theme is 'Own colours: system, light or dark.';
comment on column users.digits is 'Own digits, latn or arab; null is the company''s.';
comment on column users.last_seen_at is 'When an open page of his last reported, UTC instant; online is within two minutes. Personal.';
comment on column users.version is 'Goes up by one with every change; a change from a stale one is refused.';
comment on column users.created_at is 'When the row was made, UTC instant.';
comment on column users.updated_at is 'When the row was last changed, UTC instant.';

comment on table directory is 'Sign-in name to company and user: the only name that is global. The app role cannot read it.';
comment on column directory.username is 'Sign-in name, lower case. Personal.';
comment on column directory.company_id is 'The company the name signs in to.';
comment on column directory.user_id is 'The user: users.id.';

comment on table sign_in_attempts is 'Sign-in tries in the running window, counted behind a definer door for all processes.';
comment on column sign_in_attempts.key is 'SHA-256 of what is limited (a name, an address); neither is stored.';
comment on column sign_in_attempts.failures is 'Tries counted in the window.';
comment on column sign_in_attempts.window_ends_at is 'When the count starts anew, UTC instant.';

comment on table sessions is 'Signed-in browsers and tools. Deleting a row ends the session at the next request.';
comment on column sessions.company_id is 'The company (tenant) this row belongs to; leads every key, and the fence compares it.';
comment on column sessions.id is 'SHA-256 of the token in hex; the token is stored nowhere, and the app role cannot read this.';
comment on column sessions.user_id is 'Who is signed in: users.id.';
comment on column sessions.expires_at is 'When it ends by itself, UTC instant.';
comment on column sessions.user_agent is 'What the browser or tool calls itself, at most 300 characters. Personal.';
comment on column sessions.created_at is 'When the row was made, UTC instant.';

comment on table api_keys is 'Keys of internal tools, each bound to one company and one role.';
comment on column api_keys.company_id is 'The company (tenant) this row belongs to; leads every key, and the fence compares it.';
comment on column api_keys.id is 'UUID of version 7, unique within the company.';
comment on column api_keys.name is 'What the key is for.';
comment on column api_keys.prefix is 'First characters of the key, so that people can tell keys apart.';
comment on column api_keys.secret_hash is 'SHA-256 of the secret; the app role cannot read it.';
comment on column api_keys.role is 'Role the tool acts in.';
comment on column api_keys.created_by is 'Who made it: users.id.';
comment on column api_keys.expires_at is 'When it stops working, UTC instant; null never.';
comment on column api_keys.last_used_at is 'When it was last used, UTC instant.';
comment on column api_keys.revoked_at is 'When it was withdrawn, UTC instant; null while it works.';
comment on column api_keys.created_at is 'When the row was made, UTC instant.';
