call app.fence('notifications', verbs => '{select,insert,update}', frozen => '{user_id,kind,event_key,subject_table,subject_id,params}');
call app.audit('notifications');
