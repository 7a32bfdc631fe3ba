call app.fence('campaigns', verbs => '{select,insert,update}', frozen => '{type,created_by}');
call app.audit('campaigns');
call app.guard_states('campaigns', 'campaign');

call app.fence('campaign_recipients', frozen => '{campaign_id,phone}');
call app.audit('campaign_recipients');
call app.guard_states('campaign_recipients', 'recipient');

call app.fence('dial_attempts', verbs => '{select,insert,update}', frozen => '{recipient_id,attempt}');

call app.fence('do_not_call', verbs => '{select,insert,delete}');
call app.audit('do_not_call');
