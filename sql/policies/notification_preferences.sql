call app.fence('notification_preferences', frozen => '{user_id,kind}');
call app.audit('notification_preferences');
