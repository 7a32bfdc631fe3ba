call app.fence('tickets', verbs => '{select,insert,update}', frozen => '{number,created_by,source}');
call app.open_for('tickets', 'portal_search', 'select');
call app.audit('tickets');
call app.guard_states('tickets', 'ticket');

call app.fence('ticket_events', verbs => '{select,insert}');
