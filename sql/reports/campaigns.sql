-- Metrics are counted, never stored, so they cannot disagree with the recipients. Asked for a page of campaigns by id,
-- the condition reaches the recipients' index; joined to the campaigns it would first count all of a company's.
set local role portal_owner;

drop view if exists reports.campaign_metrics;

create view reports.campaign_metrics with (security_invoker = true) as
select p.company_id,
       p.id as campaign_id,
       count(r.id)::integer as recipients,
       count(r.id) filter (where a.attempts > 0)::integer as dialled,
       coalesce(sum(a.attempts), 0)::integer as attempts,
       count(r.id) filter (where r.status = 'pending')::integer as pending,
       count(r.id) filter (where r.status = 'dialling')::integer as dialling,
       count(r.id) filter (where r.status = 'answered')::integer as answered,
       count(r.id) filter (where r.status = 'no_answer')::integer as no_answer,
       count(r.id) filter (where r.status = 'busy')::integer as busy,
       count(r.id) filter (where r.status = 'voicemail')::integer as voicemail,
       count(r.id) filter (where r.status = 'failed')::integer as failed,
       count(r.id) filter (where r.status = 'skipped')::integer as skipped,
       count(r.id) filter (where c.outcome = 'booked')::integer as booked
  from campaigns p
  left join campaign_recipients r on r.company_id = p.company_id and r.campaign_id = p.id
  left join conversations c on c.company_id = r.company_id and c.id = r.conversation_id
  left join lateral (
    select count(*) as attempts from dial_attempts d where d.company_id = r.company_id and d.recipient_id = r.id
  ) a on true
 group by p.company_id, p.id;

comment on view reports.campaign_metrics is 'One row per campaign: how many recipients it has and what became of them.';
comment on column reports.campaign_metrics.company_id is 'The company (tenant).';
comment on column reports.campaign_metrics.campaign_id is 'The campaign: campaigns.id.';
comment on column reports.campaign_metrics.recipients is 'Everybody in its frozen audience; 0 before it starts. The eight states below add up to it.';
comment on column reports.campaign_metrics.dialled is 'Recipients with at least one row in dial_attempts.';
comment on column reports.campaign_metrics.attempts is 'Rows in dial_attempts: every try of every recipient.';
comment on column reports.campaign_metrics.pending is 'Recipients still to be tried, or tried again.';
comment on column reports.campaign_metrics.dialling is 'Recipients being tried now.';
comment on column reports.campaign_metrics.answered is 'Recipients who answered.';
comment on column reports.campaign_metrics.no_answer is 'Recipients who did not answer the last try.';
comment on column reports.campaign_metrics.busy is 'Recipients whose line was busy at the last try.';
comment on column reports.campaign_metrics.voicemail is 'Recipients whose voicemail answered the last try.';
comment on column reports.campaign_metrics.failed is 'Recipients whose last try broke down.';
comment on column reports.campaign_metrics.skipped is 'Recipients not tried, for the reason kept with each.';
comment on column reports.campaign_metrics.booked is 'Recipients whose conversation ended with a viewing.';

grant select on reports.campaign_metrics to portal_app, portal_worker, portal_auditor;
