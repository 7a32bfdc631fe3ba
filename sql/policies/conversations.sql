call app.fence('conversations', verbs => '{select,insert,update}', frozen => '{type,created_by}');
call app.open_for('conversations', 'portal_search', 'select');
call app.audit('conversations');

-- Lines are not audited one by one: a transcript is its own record, and its conversation is in the trail.
call app.fence('messages', verbs => '{select,insert,delete}');
call app.open_for('messages', 'portal_search', 'select');

-- A summary is never changed: a rerun is another version.
call app.fence('conversation_summaries', verbs => '{select,insert}');
call app.audit('conversation_summaries');
