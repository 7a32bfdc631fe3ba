-- A merge moves them to the customer that stays; what was written is not edited.
call app.fence('notes', verbs => '{select,insert,update}', frozen => '{body,created_by,conversation_id}');
call app.audit('notes');
