-- The hook's id is set once; the secret's hash is written, never read back.
call app.fence('integrations', verbs => '{select,insert,update}', hidden => '{tool_secret_hash}', frozen => '{hook_id}');
call app.open_for('integrations', 'portal_directory', 'select');

call app.fence('hooks', verbs => '{}');
call app.open_for('hooks', 'portal_directory', 'select');
call app.open_for('hooks', 'portal_directory', 'insert');

call app.fence('vendor_agents', verbs => '{}');
call app.open_for('vendor_agents', 'portal_directory', 'select');
call app.open_for('vendor_agents', 'portal_directory', 'insert');
