-- The acting roles read their own company's trail; nobody but the trigger's owner adds to it, nobody changes it.
call app.fence('audit_log', verbs => '{select}');
call app.open_for('audit_log', 'portal_audit', 'select');
call app.open_for('audit_log', 'portal_audit', 'insert');

call app.fence('audit_seals', verbs => '{select}');
call app.open_for('audit_seals', 'portal_audit', 'select');
call app.open_for('audit_seals', 'portal_audit', 'insert');
