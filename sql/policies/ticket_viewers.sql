call app.fence('ticket_viewers', frozen => '{ticket_id,user_id}');
call app.audit('ticket_viewers');
