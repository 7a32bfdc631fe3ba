call app.fence('inbound_events', verbs => '{select,insert,update}', frozen => '{source,event_key,kind,payload}');

call app.fence('idempotency_keys', verbs => '{select,insert,update}', frozen => '{user_id,key,procedure,input_hash}');
