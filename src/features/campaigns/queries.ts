import { and, desc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { campaign_metrics } from "#drizzle/reports.ts";
import { campaigns } from "#drizzle/schema/campaigns.ts";
import { users } from "#drizzle/schema/users.ts";
import { id, instant } from "#lib/fields.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import type { Campaign, CampaignMetrics, CampaignPage, ListCampaigns } from "./schema.ts";

const rows = (tx: Tx) =>
  tx
    .select({
      id: campaigns.id,
      company_id: campaigns.company_id,
      name: campaigns.name,
      type: campaigns.type,
      status: campaigns.status,
      script: campaigns.script,
      audience: campaigns.audience,
      scheduled_at: campaigns.scheduled_at,
      started_at: campaigns.started_at,
      finished_at: campaigns.finished_at,
      pause_reason: campaigns.pause_reason,
      created_by: { id: users.id, name: users.name },
      version: campaigns.version,
      created_at: campaigns.created_at,
      updated_at: campaigns.updated_at,
    })
    .from(campaigns)
    .leftJoin(users, and(eq(users.company_id, campaigns.company_id), eq(users.id, campaigns.created_by)));

type Row = Awaited<ReturnType<typeof rows>>[number];

/** Campaigns of the current company, newest first, with their metrics; one page of at most 100.
 *  Rows are limited by policy campaigns_select and by company_id. Throws Invalid("cursor").
 *  Source: campaigns, reports.campaign_metrics. */
export async function listCampaigns(tx: Tx, input: ListCampaigns): Promise<CampaignPage> {
  const from = after(input.cursor, z.tuple([instant(), id()]));
  const found = await rows(tx)
    .where(
      and(
        eq(campaigns.company_id, tx.company_id),
        input.status && eq(campaigns.status, input.status),
        input.type && eq(campaigns.type, input.type),
        from ? sql`(${campaigns.created_at}, ${campaigns.id}) < (${from[0]}, ${from[1]})` : undefined,
      ),
    )
    .orderBy(desc(campaigns.created_at), desc(campaigns.id))
    .limit(literalLimit(input.limit + 1));
  const { page, next_cursor } = pageOf(found, input.limit, (row) => [row.created_at, row.id]);
  return { campaigns: await withMetrics(tx, page), next_cursor };
}

/** One campaign with its metrics. Throws NotFound. Source: campaigns, reports.campaign_metrics. */
export async function getCampaign(tx: Tx, id: string): Promise<Campaign> {
  const found = await rows(tx).where(and(eq(campaigns.company_id, tx.company_id), eq(campaigns.id, id)));
  const [campaign] = await withMetrics(tx, found);
  if (!campaign) throw new NotFound("campaign");
  return campaign;
}

async function withMetrics(tx: Tx, page: Row[]): Promise<Campaign[]> {
  const metrics = await countRecipients(
    tx,
    page.map(({ id }) => id),
  );
  return page.map((row) => ({ ...row, metrics: metrics.get(row.id) ?? nobody }));
}

/** What became of the recipients of some campaigns, by campaign id. Source: reports.campaign_metrics. */
export async function countRecipients(tx: Tx, ids: string[]): Promise<Map<string, CampaignMetrics>> {
  if (ids.length === 0) return new Map();
  const counted = await tx
    .select()
    .from(campaign_metrics)
    .where(
      and(
        eq(campaign_metrics.company_id, tx.company_id),
        sql`${campaign_metrics.campaign_id} = any(${sql.param(ids)}::uuid[])`,
      ),
    );
  return new Map(counted.map(({ company_id: _, campaign_id, ...metrics }) => [campaign_id, metrics]));
}

const nobody: CampaignMetrics = {
  recipients: 0,
  dialled: 0,
  pending: 0,
  dialling: 0,
  answered: 0,
  no_answer: 0,
  busy: 0,
  voicemail: 0,
  failed: 0,
  skipped: 0,
  booked: 0,
};
