call app.fence('customers', frozen => '{created_by}');
call app.open_for('customers', 'portal_search', 'select');
call app.audit('customers');
drop trigger if exists stage_change on customers;
create trigger stage_change after insert on customers for each row execute function app.record_stage_change();
drop trigger if exists stage_move on customers;
create trigger stage_move after update of stage on customers for each row when (old.stage is distinct from new.stage) execute function app.record_stage_change();

-- Written by the trigger above in the mover's name; history is not edited.
call app.fence('stage_changes', verbs => '{select,insert}');
