comment on schema public is 'The tables: one company''s rows each, fenced by app.fence.';
comment on schema app is 'How a company is entered, what fences it, and the definer doors.';
comment on schema reports is 'Views behind the figures on the screens, for the same number by hand; all security_invoker.';

comment on function app.user_id() is 'The acting user of this transaction; null for the system.';
comment on function app.actor_role() is 'The role acted in; null when none was given.';
comment on function app.request_id() is 'The request this transaction belongs to; null when none was given.';
comment on function app.actor_kind() is 'Who acts, in the words of actor_kinds: staff, voice_agent, chat_agent or system.';
comment on procedure app.fence(regclass, text[], text[], text[]) is 'Fences one tenant table: forced row security, one policy a verb, grants by column. Deployers only.';
comment on procedure app.open_for(regclass, regrole, text, text) is 'Adds one verb''s policy and grant for the owner of definer doors. Deployers only.';
comment on procedure app.audit(regclass) is 'Puts the audit trigger on a table. Deployers only.';
comment on procedure app.guard_states(regclass, text) is 'Puts the state guard on a table. Deployers only.';
comment on function app.guard_step() is 'Trigger: refuses a step that app.next_states does not list (P0001, hint illegal_step).';
comment on function app.record_stage_change() is 'Trigger: writes the stage_changes row of a customer who is new or moved.';
