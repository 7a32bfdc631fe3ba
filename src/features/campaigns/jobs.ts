import type { JobContext, Task } from "#jobs/tasks.ts";
import { inTenant } from "#server/tenant.ts";
import { Invalid } from "../../errors.ts";
import { placeCall } from "./dialling/call.ts";
import { reserveDials } from "./dialling/reserve.ts";
import { sendText } from "./dialling/text.ts";
import { lockCampaign } from "./queries.ts";
import { setCampaignStatus, startCampaign } from "./steps.ts";

/** Dials for a running campaign: decides and writes down in one transaction, then dials. */
export const dialCampaign: Task<"dial_campaign"> = ({ campaign_id }, context) => dialNow(context, campaign_id);

/** The same at an instant of one's own. */
export async function dialNow(context: JobContext, campaign_id: string, at = new Date()): Promise<void> {
  const { pool, claims, agents } = context;
  const now = at.toISOString();
  const reserved = await inTenant(pool, claims, "write", (tx) => reserveDials(tx, { campaign_id, agents, now }));
  if (!reserved) return;
  const dial = reserved.campaign.type === "voice" ? placeCall : sendText;
  const dialled = await Promise.allSettled(reserved.dials.map((one) => dial(context, reserved, one)));
  // Each dial was made or left in doubt; what failed is only what was to be written down of it.
  const failed = dialled.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
}

/** Starts a scheduled campaign whose time has come. One that was started, taken back or given a later time is left alone; one
 *  whose audience nobody is in any more becomes a draft again. */
export const startScheduledCampaign: Task<"start_campaign"> = async ({ campaign_id: id }, { pool, claims }) => {
  try {
    await inTenant(pool, claims, "write", async (tx) => {
      const campaign = await lockCampaign(tx, id);
      if (isDue(campaign)) await startCampaign(tx, { id });
    });
  } catch (cause) {
    if (!(cause instanceof Invalid)) throw cause;
    await inTenant(pool, claims, "write", async (tx) => {
      if (isDue(await lockCampaign(tx, id))) await setCampaignStatus(tx, { id, status: "draft" });
    });
  }
};

const isDue = ({ status, scheduled_at }: { status: string; scheduled_at: string | null }) =>
  status === "scheduled" && scheduled_at !== null && Date.parse(scheduled_at) <= Date.now();
