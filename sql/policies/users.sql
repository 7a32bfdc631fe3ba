-- Staff are deactivated, never deleted: the trail names them. The password hash is written, never read back.
call app.fence('users', verbs => '{select,insert,update}', hidden => '{password_hash}', frozen => '{username}');
call app.open_for('users', 'portal_directory', 'select');
call app.audit('users');

-- A session's id is the hash of its token: the acting roles can end sessions, not list their hashes.
call app.fence('sessions', verbs => '{select,delete}', hidden => '{id}');
call app.open_for('sessions', 'portal_directory', 'select');
call app.open_for('sessions', 'portal_directory', 'insert');
call app.open_for('sessions', 'portal_directory', 'update', 'expires_at');
call app.open_for('sessions', 'portal_directory', 'delete');

call app.fence('api_keys', verbs => '{select,insert,update}', hidden => '{secret_hash}', frozen => '{secret_hash,prefix,role,created_by}');
call app.open_for('api_keys', 'portal_directory', 'select');
call app.open_for('api_keys', 'portal_directory', 'update', 'last_used_at');
call app.audit('api_keys');
