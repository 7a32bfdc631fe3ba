-- Global on purpose and closed to everybody: names are looked up only through the doors of portal_directory.
call app.fence('directory', verbs => '{}');
call app.open_for('directory', 'portal_directory', 'select');
call app.open_for('directory', 'portal_directory', 'insert');
call app.open_for('directory', 'portal_directory', 'delete');

call app.fence('sign_in_attempts', verbs => '{}');
call app.open_for('sign_in_attempts', 'portal_directory', 'select');
call app.open_for('sign_in_attempts', 'portal_directory', 'insert');
call app.open_for('sign_in_attempts', 'portal_directory', 'update');
call app.open_for('sign_in_attempts', 'portal_directory', 'delete');
