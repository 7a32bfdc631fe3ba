import { and, eq, sql } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { campaign_recipients, campaigns } from "#drizzle/schema/campaigns.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { notify } from "#features/notifications/notify.ts";
import { mayStep } from "#lib/states.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, invalid } from "../../errors.ts";
import { reachableIn } from "./audience.ts";
import { getCampaign, lockCampaign } from "./queries.ts";
import {
  Campaign,
  type CampaignStatus,
  type PauseCampaign,
  type ScheduleCampaign,
  type SetCampaignStatus,
  type StepCampaign,
} from "./schema.ts";
import { wakeAtItsTime, wakeDialler } from "./wake.ts";

// Every step holds the campaign's row first, so two at once are one step and one conflict. Each throws NotFound and Conflict
// ("already_there", "illegal_step", "stale"), which carries the row as it is now.

/** Gives a draft its time, or a scheduled one another; a background job starts it then. Throws Invalid("scheduled_at") for a time that is past. */
export async function scheduleCampaign(tx: Tx, { scheduled_at, ...campaign }: ScheduleCampaign): Promise<Campaign> {
  if (Date.parse(scheduled_at) <= Date.now()) {
    throw invalid("scheduled_at", "in_the_past", "A campaign is scheduled for a time to come.");
  }
  const before = await hold(tx, campaign, "scheduled", { from: ["draft", "scheduled"] });
  await wakeAtItsTime(tx, before.id, scheduled_at);
  return write(tx, before, { status: "scheduled", scheduled_at });
}

/** Starts a campaign that never ran: whoever its audience holds now becomes a recipient, in this transaction.
 *  Throws Invalid("audience") when that is nobody. */
export async function startCampaign(tx: Tx, campaign: StepCampaign): Promise<Campaign> {
  const before = await hold(tx, campaign, "running", { from: ["draft", "scheduled"] });
  return run(tx, before);
}

/** Stops dialling for now; calls at the moment end as they end. Whoever made the campaign is told, unless he did it himself. */
export async function pauseCampaign(tx: Tx, { reason, ...campaign }: PauseCampaign): Promise<Campaign> {
  const before = await hold(tx, campaign, "paused");
  const paused = await write(tx, before, { status: "paused", pause_reason: reason });
  if (paused.created_by && paused.created_by.id !== tx.user_id) {
    await notify(tx, {
      user_id: paused.created_by.id,
      kind: "campaign_paused",
      event_key: `campaign_paused:${paused.id}:${paused.version}`,
      subject_table: "campaigns",
      subject_id: paused.id,
      params: { name: paused.name, reason },
    });
  }
  return paused;
}

/** Goes on with a paused campaign: its recipients stay as they are, and the dialler looks at them at once. */
export async function resumeCampaign(tx: Tx, campaign: StepCampaign): Promise<Campaign> {
  const before = await hold(tx, campaign, "running", { from: ["paused"] });
  return run(tx, before);
}

/** Ends a campaign for good; whom it did not reach yet stays as he was. */
export async function cancelCampaign(tx: Tx, campaign: StepCampaign): Promise<Campaign> {
  const before = await hold(tx, campaign, "cancelled");
  return write(tx, before, { status: "cancelled", finished_at: now() });
}

/** Any one step of the machine. Throws Invalid("status") for a schedule without a time, Invalid("audience") as a start does. */
export async function setCampaignStatus(tx: Tx, { status, ...campaign }: SetCampaignStatus): Promise<Campaign> {
  const before = await hold(tx, campaign, status);
  if (status === "scheduled" && before.scheduled_at === null) {
    throw invalid("status", "needs_time", "This campaign has no time to be scheduled for.");
  }
  if (status === "running") return run(tx, before);
  if (status === "scheduled" && before.scheduled_at) await wakeAtItsTime(tx, before.id, before.scheduled_at);
  const isOver = status === "completed" || status === "cancelled";
  return write(tx, before, { status, ...(isOver && { finished_at: now() }) });
}

type Held = Awaited<ReturnType<typeof lockCampaign>>;
const now = () => new Date().toISOString();

/** The campaign's row, held, if it may step to `to`; with `from`, out of these states alone. */
async function hold(
  tx: Tx,
  { id, version }: StepCampaign,
  to: CampaignStatus,
  { from }: { from?: readonly CampaignStatus[] } = {},
): Promise<Held> {
  const before = await lockCampaign(tx, id);
  const refuse = async (reason: string, message: string) => new Conflict(reason, message, await getCampaign(tx, id));
  const isStaying = before.status === to;
  if (isStaying && !from?.includes(to)) throw await refuse("already_there", `This campaign is ${to} already.`);
  if (!(isStaying || mayStep("campaign", before.status, to)) || (from && !from.includes(before.status))) {
    throw await refuse("illegal_step", `A campaign that is ${before.status} cannot become ${to} this way.`);
  }
  if (version !== undefined && version !== before.version) {
    throw await refuse("stale", "This campaign was changed meanwhile.");
  }
  return before;
}

async function write(tx: Tx, { id, version }: Held, values: PgUpdateSetSource<typeof campaigns>): Promise<Campaign> {
  await tx
    .update(campaigns)
    .set({ ...values, version: version + 1 })
    .where(and(eq(campaigns.company_id, tx.company_id), eq(campaigns.id, id)));
  return getCampaign(tx, id);
}

async function run(tx: Tx, before: Held): Promise<Campaign> {
  const isFirst = before.started_at === null;
  if (isFirst) await freezeAudience(tx, before);
  await wakeDialler(tx, before.id);
  return write(tx, before, { status: "running", pause_reason: null, ...(isFirst && { started_at: now() }) });
}

/** One statement: whoever becomes a customer a moment later is not of this campaign. Numbers that must not be called are left
 *  out here and asked about again before each dial. `returning`, because a distributed server refuses the insert without it. */
async function freezeAudience(tx: Tx, { id, audience }: Held): Promise<void> {
  const reached = await tx.execute(sql`
    insert into ${campaign_recipients} (company_id, id, campaign_id, customer_id, phone)
    select ${customers.company_id}, app.uuidv7(), ${id}::uuid, ${customers.id}, ${customers.phone}
      from ${customers}
     where ${reachableIn(tx, Campaign.shape.audience.parse(audience))}
    on conflict (company_id, campaign_id, phone) do nothing
    returning id`);
  if (reached.length === 0) throw invalid("audience", "nobody", "Nobody in this audience can be reached.");
}
