-- A company may read and change itself; making and removing one is a deployer's act.
call app.fence('companies', verbs => '{select,update}', frozen => '{slug}');
call app.open_for('companies', 'portal_directory', 'select');
call app.open_for('companies', 'portal_audit', 'select', 'company_id');
call app.audit('companies');

call app.fence('counters', verbs => '{select,insert,update}', frozen => '{noun}');
