import { enqueue } from "#server/jobs.ts";
import type { Tx } from "#server/tenant.ts";

/** Lets the dialler look at a running campaign, now or at an instant. There is one such job a campaign, and a later call moves it:
 *  whoever asks for a later instant holds the campaign's row and has seen all there is to do before. */
export async function wakeDialler(tx: Tx, campaign_id: string, run_at?: string): Promise<void> {
  await enqueue(tx, "dial_campaign", { campaign_id }, { run_key: campaign_id, ...(run_at && { run_at }) });
}

/** Lets a scheduled campaign be started at its time. Another time takes the place of the first. */
export async function wakeAtItsTime(tx: Tx, campaign_id: string, scheduled_at: string): Promise<void> {
  await enqueue(tx, "start_campaign", { campaign_id }, { run_key: campaign_id, run_at: scheduled_at });
}
