-- Recomputes every link of the audit trail's chain and lists those that do not fit. Expected: no row. Run as portal_auditor.
-- A link that fits but differs from the head in the portal's own log ("audit trail sealed") means that the chain itself was rewritten.
with links as (
  select s.company_id, s.link, s.hash, s.row_count, s.through_xid,
         coalesce(lag(s.hash) over chain, '') as hash_before,
         coalesce(lag(s.through_xid) over chain, '0'::xid8) as from_xid,
         lag(s.link, 1, 0) over chain as link_before
    from audit_seals s
  window chain as (partition by s.company_id order by s.link)
), recomputed as (
  select l.company_id, l.link, l.hash, l.row_count, l.link_before, found.row_count as row_count_found,
         encode(sha256(convert_to(l.hash_before || coalesce(found.rows, ''), 'UTF8')), 'hex') as hash_found
    from links l
   cross join lateral (
     select count(*) as row_count,
            string_agg(encode(sha256(convert_to(jsonb_build_array(a.seq, a.xid::text, a.table_name, a.row_id, a.op, a.actor_id, a.actor_role, a.request_id,
              extract(epoch from a.created_at), a.before, a.after)::text, 'UTF8')), 'hex'), '' order by a.xid, a.seq) as rows
       from audit_log a
      where a.company_id = l.company_id and a.xid >= l.from_xid and a.xid < l.through_xid
   ) found
)
select company_id, link,
       case when link_before <> link - 1 then 'a link is missing before this one'
            when row_count <> row_count_found then format('%s rows sealed, %s found', row_count, row_count_found)
            else 'a row was changed' end as finding
  from recomputed
 where hash <> hash_found or row_count <> row_count_found or link_before <> link - 1
 order by company_id, link;
