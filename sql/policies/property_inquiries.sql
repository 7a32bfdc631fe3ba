-- A merge moves them to the customer that stays.
call app.fence('property_inquiries', verbs => '{select,insert,update}', frozen => '{property_id,conversation_id,source}');
call app.audit('property_inquiries');
