call app.fence('bookings', verbs => '{select,insert,update}', frozen => '{number,created_by,source}');
call app.audit('bookings');
call app.guard_states('bookings', 'booking');
