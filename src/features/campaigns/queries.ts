import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import { campaign_metrics } from "#drizzle/reports.ts";
import { campaigns } from "#drizzle/schema/campaigns.ts";
import { users } from "#drizzle/schema/users.ts";
import { campaign_statuses } from "#drizzle/values.ts";
import { nameKey } from "#lib/arabic.ts";
import { id, instant } from "#lib/fields.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import type {
  Campaign,
  CampaignCounts,
  CampaignMetrics,
  CampaignPage,
  CountCampaigns,
  ListCampaigns,
} from "./schema.ts";

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
        within(tx, input),
        input.status && eq(campaigns.status, input.status),
        from ? sql`(${campaigns.created_at}, ${campaigns.id}) < (${from[0]}, ${from[1]})` : undefined,
      ),
    )
    .orderBy(desc(campaigns.created_at), desc(campaigns.id))
    .limit(literalLimit(input.limit + 1));
  const { page, next_cursor } = pageOf(found, input.limit, (row) => [row.created_at, row.id]);
  return { campaigns: await withMetrics(tx, page), next_cursor };
}

/** How many campaigns are in each state under the list's filters. Source: campaigns. */
export async function countCampaigns(tx: Tx, input: CountCampaigns): Promise<CampaignCounts> {
  const counted = await tx
    .select({ status: campaigns.status, count: sql<number>`count(*)::integer` })
    .from(campaigns)
    .where(within(tx, input))
    .groupBy(campaigns.status);
  const of = new Map(counted.map(({ status, count }) => [status, count]));
  const counts = Object.fromEntries(campaign_statuses.map((status) => [status, of.get(status) ?? 0]));
  return { all: counted.reduce((sum, { count }) => sum + count, 0), ...counts } as CampaignCounts;
}

function within(tx: Tx, { q, type }: CountCampaigns): SQL | undefined {
  const key = q && nameKey(q);
  return and(
    eq(campaigns.company_id, tx.company_id),
    type && eq(campaigns.type, type),
    // A company has few campaigns, so their names are folded as they are read. Words of nothing but marks match none.
    key === undefined
      ? undefined
      : key === "" && q !== ""
        ? sql`false`
        : sql`position(${key} in app.name_key(${campaigns.name})) > 0`,
  );
}

/** A campaign's row, held until the transaction ends. Throws NotFound. */
export async function lockCampaign(tx: Tx, id: string) {
  const [row] = await tx
    .select({
      id: campaigns.id,
      status: campaigns.status,
      audience: campaigns.audience,
      scheduled_at: campaigns.scheduled_at,
      started_at: campaigns.started_at,
      version: campaigns.version,
    })
    .from(campaigns)
    .where(and(eq(campaigns.company_id, tx.company_id), eq(campaigns.id, id)))
    .for("update");
  if (!row) throw new NotFound("campaign");
  return row;
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
  attempts: 0,
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
