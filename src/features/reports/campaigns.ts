import { and, eq, sql } from "drizzle-orm";
import { campaign_metrics } from "#drizzle/reports.ts";
import { campaigns } from "#drizzle/schema/campaigns.ts";
import { zonedDay } from "#lib/time.ts";
import type { Tx } from "#server/tenant.ts";
import { compose, type Span } from "./compose.ts";
import { inWindow } from "./grouped.ts";
import type { AskCampaigns, CampaignsReport } from "./schema.ts";

type Figures = CampaignsReport["totals"];

const nothing: Figures = {
  ...{ campaigns: 0, recipients: 0, dialled: 0, answered: 0, no_answer: 0, busy: 0, voicemail: 0, failed: 0 },
  ...{ skipped: 0, pending: 0, dialling: 0, booked: 0 },
};

/** Campaigns started in the window and what became of their recipients. Metrics are asked for by id, which reaches the
 *  recipients' index, and added up here. Source: campaigns, view reports.campaign_metrics. */
export function readCampaigns(tx: Tx, asked: AskCampaigns, now = new Date()): Promise<CampaignsReport> {
  const ask = async (span: Span) => {
    const groups = new Map<string, Figures>();
    let totals = nothing;
    for (const { id, type, started_at, figures } of await startedIn(tx, span)) {
      const key = { campaign: id, type, day: zonedDay(started_at ?? span.from, tx.company.timezone) }[asked.by];
      groups.set(key, sum(groups.get(key) ?? nothing, figures));
      totals = sum(totals, figures);
    }
    const parts = [...groups].map(([key, figures]) => ({ key, is_total: false, figures }));
    return [...parts, { key: null, is_total: true, figures: totals }];
  };
  return compose(tx, asked, now, { ask, ordered: {}, weight: (row) => row.recipients, nothing });
}

async function startedIn(tx: Tx, span: Span) {
  const started = await tx
    .select({ id: campaigns.id, type: campaigns.type, started_at: campaigns.started_at })
    .from(campaigns)
    .where(inWindow(tx, campaigns.company_id, campaigns.started_at, span));
  const ids = started.map(({ id }) => id);
  const metrics = await tx
    .select()
    .from(campaign_metrics)
    .where(
      and(
        eq(campaign_metrics.company_id, tx.company_id),
        sql`${campaign_metrics.campaign_id} = any(${sql.param(ids)}::uuid[])`,
      ),
    );
  return started.map((campaign) => {
    const { company_id: _, campaign_id, ...counted } = metrics.find((row) => row.campaign_id === campaign.id) ?? {};
    return { ...campaign, figures: { ...nothing, ...counted, campaigns: 1 } };
  });
}

const sum = (a: Figures, b: Figures): Figures => ({
  campaigns: a.campaigns + b.campaigns,
  recipients: a.recipients + b.recipients,
  dialled: a.dialled + b.dialled,
  answered: a.answered + b.answered,
  no_answer: a.no_answer + b.no_answer,
  busy: a.busy + b.busy,
  voicemail: a.voicemail + b.voicemail,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  pending: a.pending + b.pending,
  dialling: a.dialling + b.dialling,
  booked: a.booked + b.booked,
});
