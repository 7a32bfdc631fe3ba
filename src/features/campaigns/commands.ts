import { and, eq, sql } from "drizzle-orm";
import { campaign_recipients, campaigns, do_not_call } from "#drizzle/schema/campaigns.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { customer_stages } from "#drizzle/values.ts";
import { mayStep } from "#lib/states.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, invalid, NotFound } from "../../errors.ts";
import { getCampaign } from "./queries.ts";
import { Campaign, type CampaignStatus, type CreateCampaign, type SetCampaignStatus } from "./schema.ts";

/** A new campaign: scheduled when it has a time, else a draft. Nobody is a recipient before it starts. */
export async function createCampaign(tx: Tx, input: CreateCampaign): Promise<Campaign> {
  const [row] = await tx
    .insert(campaigns)
    .values({
      company_id: tx.company_id,
      name: input.name,
      type: input.type,
      status: input.scheduled_at ? "scheduled" : "draft",
      script: input.script ?? null,
      audience: input.audience ?? {},
      scheduled_at: input.scheduled_at ?? null,
      created_by: tx.user_id,
    })
    .returning({ id: campaigns.id });
  if (!row) throw new NotFound("campaign");
  return getCampaign(tx, row.id);
}

/** Takes a campaign one step on; its start freezes the audience. The row is held first, so two at once are one step and one
 *  conflict. Throws NotFound, Invalid("status") for a schedule without a time, and Conflict ("already_there", "illegal_step",
 *  "stale"), each with the current row. */
export async function setCampaignStatus(tx: Tx, { id, version, status }: SetCampaignStatus): Promise<Campaign> {
  const before = await lockCampaign(tx, id);
  if (before.status === status) {
    throw new Conflict("already_there", `This campaign is ${status} already.`, await getCampaign(tx, id));
  }
  if (!mayStep("campaign", before.status, status)) {
    throw new Conflict(
      "illegal_step",
      `A campaign that is ${before.status} cannot become ${status}.`,
      await getCampaign(tx, id),
    );
  }
  if (version !== undefined && version !== before.version) {
    throw new Conflict("stale", "This campaign was changed meanwhile.", await getCampaign(tx, id));
  }
  if (status === "scheduled" && before.scheduled_at === null) {
    throw invalid("status", "needs_time", "This campaign has no time to be scheduled for.");
  }
  await tx
    .update(campaigns)
    .set({ status, ...stamps(before.status, status), version: before.version + 1 })
    .where(and(eq(campaigns.company_id, tx.company_id), eq(campaigns.id, id), eq(campaigns.status, before.status)));
  if (status === "running" && before.started_at === null) await freezeAudience(tx, id, before.audience);
  return getCampaign(tx, id);
}

function stamps(from: CampaignStatus, to: CampaignStatus) {
  const now = new Date().toISOString();
  if (to === "running") return from === "paused" ? { pause_reason: null } : { started_at: now };
  return to === "completed" || to === "cancelled" ? { finished_at: now } : {};
}

async function lockCampaign(tx: Tx, id: string) {
  const [row] = await tx
    .select({
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

/** One statement: whoever becomes a customer a moment later is not of this campaign. Numbers that must not be called are left
 *  out here and asked about again before each dial. `returning`, because a distributed server refuses the insert without it. */
async function freezeAudience(tx: Tx, campaign_id: string, audience: Record<string, unknown>): Promise<void> {
  const stages = Campaign.shape.audience.parse(audience).stages ?? [...customer_stages];
  await tx.execute(sql`
    insert into ${campaign_recipients} (company_id, id, campaign_id, customer_id, phone)
    select ${customers.company_id}, app.uuidv7(), ${campaign_id}::uuid, ${customers.id}, ${customers.phone}
      from ${customers}
     where ${customers.company_id} = ${tx.company_id}
       and ${customers.stage} = any(${sql.param(stages)}::text[])
       and not exists (
         select from ${do_not_call}
          where ${do_not_call.company_id} = ${tx.company_id} and ${do_not_call.phone} = ${customers.phone})
    on conflict (company_id, campaign_id, phone) do nothing
    returning id`);
}
