-- The change feed, read by one publisher a process: ids only, of every company. Answers whatever is visible after a position,
-- and beside each row the watermark: no transaction below it can still commit. A reader that goes on from the last row below
-- the watermark, and remembers what it saw above it, tells everything at once and misses nothing that commits late.
drop function if exists app.changes_since(xid8, bigint, integer);
create function app.changes_since(after_xid xid8, after_seq bigint, most integer)
returns table (xid xid8, seq bigint, company_id uuid, table_name text, row_id text, op text, is_settled boolean)
language sql stable security definer
set search_path = pg_catalog, public, pg_temp
as $$
  select a.xid, a.seq, a.company_id, a.table_name, a.row_id, a.op, a.xid < pg_snapshot_xmin(pg_current_snapshot())
    from audit_log a
   where (a.xid, a.seq) > (after_xid, after_seq)
   order by a.xid, a.seq
   limit least(most, 1000)
$$;

-- Where a publisher that starts now begins: everything older has been seen by the pages it serves.
create or replace function app.changes_now() returns xid8
language sql stable security definer
set search_path = pg_catalog, public, pg_temp
as $$ select pg_snapshot_xmin(pg_current_snapshot()) $$;

-- Seals each company's rows since its last link: sha256 over the link before and the rows in order. Run once a minute by
-- any process; the advisory lock keeps two of them apart. Answers the new heads, which the process also writes to its log:
-- whoever rewrites the table would have to rewrite the logs as well.
create or replace function app.seal_audit()
returns table (company_id uuid, link integer, row_count integer, hash text)
language plpgsql volatile security definer
set search_path = pg_catalog, public, pg_temp
set timezone = 'UTC'
as $$
declare
  watermark xid8 := pg_snapshot_xmin(pg_current_snapshot());
begin
  if not pg_try_advisory_xact_lock(hashtext('app.seal_audit')) then
    return;
  end if;
  return query
  with heads as (
    select c.company_id, coalesce(h.link, 0) as link, coalesce(h.hash, '') as hash, coalesce(h.through_xid, '0'::xid8) as through_xid
      from companies c
      left join lateral (
        select s.link, s.hash, s.through_xid from audit_seals s where s.company_id = c.company_id order by s.link desc limit 1
      ) h on true
  ), fresh as (
    select h.company_id, h.link + 1 as link, count(*)::integer as row_count,
           encode(sha256(convert_to(h.hash || string_agg(
             encode(sha256(convert_to(jsonb_build_array(a.seq, a.xid::text, a.table_name, a.row_id, a.op, a.actor_id, a.actor_role, a.request_id,
               extract(epoch from a.created_at), a.before, a.after)::text, 'UTF8')), 'hex'), '' order by a.xid, a.seq), 'UTF8')), 'hex') as hash
      from heads h
      join audit_log a on a.company_id = h.company_id and a.xid >= h.through_xid and a.xid < watermark
     group by h.company_id, h.link, h.hash
  )
  insert into audit_seals as s (company_id, link, through_xid, row_count, hash, sealed_at)
  select f.company_id, f.link, watermark, f.row_count, f.hash, clock_timestamp() from fresh f
  returning s.company_id, s.link, s.row_count, s.hash;
end
$$;

do $$
declare
  door text;
begin
  foreach door in array array['app.changes_since(xid8, bigint, integer)', 'app.changes_now()', 'app.seal_audit()'] loop
    execute format('alter function %s owner to portal_audit', door);
    execute format('revoke all on function %s from public', door);
    execute format('grant execute on function %s to portal_app, portal_worker', door);
    execute format('comment on function %s is %L', door, 'Definer door over the audit trail; see sql/doors/changes.sql.');
  end loop;
end
$$;
