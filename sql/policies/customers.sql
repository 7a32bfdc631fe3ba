call app.fence('customers', frozen => '{created_by}');
call app.open_for('customers', 'portal_search', 'select');
call app.audit('customers');
drop trigger if exists stage_change on customers;
create trigger stage_change after insert on customers for each row execute function app.record_stage_change();
drop trigger if exists stage_move on customers;
create trigger stage_move after update of stage on customers for each row when (old.stage is distinct from new.stage) execute function app.record_stage_change();

-- Written by the trigger above in the mover's name; history is not edited.
call app.fence('stage_changes', verbs => '{select,insert}');

-- What points to a merged customer points to the kept one instead, whatever path wrote it: a tool that still holds the old
-- id, or a call that was being saved while the merge ran. The lock waits for that merge and then reads what it left.
create or replace function app.follow_merge() returns trigger
language plpgsql
set search_path = pg_catalog, app, pg_temp
as $$
declare
  kept uuid;
begin
  if current_setting('app.bulk_load', true) = 'on' and session_user not in ('portal_app', 'portal_worker') then
    return new;
  end if;
  select c.merged_into_id into kept from public.customers c
   where c.company_id = new.company_id and c.id = new.customer_id for key share;
  if kept is not null then
    new.customer_id := kept;
  end if;
  return new;
end
$$;
comment on function app.follow_merge() is 'Trigger: a row of a merged customer becomes one of the customer that was kept.';

do $$
declare
  target text;
begin
  foreach target in array array['conversations', 'bookings', 'tickets', 'campaign_recipients', 'notes', 'property_inquiries'] loop
    execute format('drop trigger if exists follow_merge on %I', target);
    execute format('create trigger follow_merge before insert or update of customer_id on %I for each row when (new.customer_id is not null) execute function app.follow_merge()', target);
  end loop;
end
$$;
