call app.fence('voice_sessions', verbs => '{select,insert,update}', frozen => '{user_id,vendor}');
call app.audit('voice_sessions');
