call app.fence('mails', verbs => '{select,insert,update}', frozen => '{user_id,notification_id,event_key,kind}');
