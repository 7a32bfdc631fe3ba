import { and, eq, sql } from "drizzle-orm";
import { campaign_recipients, campaigns, dial_attempts } from "#drizzle/schema/campaigns.ts";
import type { Tx } from "#server/tenant.ts";
import { failsTooOften } from "./dialling/failure-rate.ts";
import { nextTry } from "./dialling/retries.ts";
import { lockCampaign } from "./queries.ts";
import { pauseCampaign } from "./steps.ts";
import { wakeDialler } from "./wake.ts";

export type CallResult = "answered" | "no_answer" | "busy" | "voicemail" | "failed";

/** How one try of a campaign ended. */
export interface SettledAttempt {
  vendor_call_id: string | null;
  /** As it came back among the call's variables: the way to a try whose vendor_call_id was never stored. */
  attempt_id?: string | null;
  conversation_id: string | null;
  result: CallResult;
  /** UTC instant. */
  ended_at: string;
}

/** What the dialler knows beyond the result: why it failed, when to go on, and whether to stop altogether. */
interface Why {
  reason?: string;
  wake_at?: string;
  pause_reason?: string;
}

const is_uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Settles the try of a campaign that a call was, in the transaction of whoever learnt how it ended: the try, its recipient with
 *  the next try by the rule of that result, and the campaign, which goes on, or is paused when too many of its tries failed.
 *  The same report twice changes nothing. A try that was given up as in doubt takes the truth when it comes after all.
 *  Answers whether the call was one of a campaign. Holds the campaign's row. Source: dial_attempts, campaign_recipients. */
export async function settleAttempt(tx: Tx, settled: SettledAttempt, why: Why = {}): Promise<boolean> {
  const found = await findAttempt(tx, settled);
  if (!found) return false;
  // The campaign first, as the dialler does: two who settle and dial wait for each other, and no wake-up is lost.
  const campaign = await lockCampaign(tx, found.campaign_id);
  const [attempt] = await tx
    .select()
    .from(dial_attempts)
    .where(and(eq(dial_attempts.company_id, tx.company_id), eq(dial_attempts.id, found.id)))
    .for("update");
  if (!attempt || (attempt.ended_at !== null && attempt.reason !== "in_doubt")) return true;

  const { result, ended_at } = settled;
  const conversation_id = settled.conversation_id ?? attempt.conversation_id;
  await tx
    .update(dial_attempts)
    .set({
      outcome: result,
      reason: why.reason ?? null,
      ended_at,
      conversation_id,
      vendor_call_id: attempt.vendor_call_id ?? settled.vendor_call_id,
    })
    .where(and(eq(dial_attempts.company_id, tx.company_id), eq(dial_attempts.id, attempt.id)));
  // Only while it is this try that the recipient stands at: a later one says more.
  await tx
    .update(campaign_recipients)
    .set({
      status: result,
      reason: why.reason ?? null,
      next_attempt_at: nextTry(result, attempt.attempt, ended_at),
      conversation_id: sql`coalesce(${conversation_id}::uuid, ${campaign_recipients.conversation_id})`,
      version: sql`${campaign_recipients.version} + 1`,
    })
    .where(
      and(
        eq(campaign_recipients.company_id, tx.company_id),
        eq(campaign_recipients.id, attempt.recipient_id),
        eq(campaign_recipients.attempts, attempt.attempt),
        sql`${campaign_recipients.status} in ('dialling', 'failed')`,
      ),
    );
  if (campaign.status !== "running") return true;

  const pause = why.pause_reason ?? ((await failsTooOften(tx, campaign.id)) ? "failure_limit" : null);
  if (pause !== null) await pauseCampaign(tx, { id: campaign.id, reason: pause });
  else await wakeDialler(tx, campaign.id, why.wake_at);
  return true;
}

async function findAttempt(tx: Tx, { vendor_call_id, attempt_id }: SettledAttempt) {
  const attempts = () =>
    tx
      .select({ id: dial_attempts.id, campaign_id: campaigns.id })
      .from(dial_attempts)
      .innerJoin(
        campaign_recipients,
        and(
          eq(campaign_recipients.company_id, dial_attempts.company_id),
          eq(campaign_recipients.id, dial_attempts.recipient_id),
        ),
      )
      .innerJoin(
        campaigns,
        and(
          eq(campaigns.company_id, campaign_recipients.company_id),
          eq(campaigns.id, campaign_recipients.campaign_id),
        ),
      );
  if (vendor_call_id !== null) {
    const [found] = await attempts().where(
      and(eq(dial_attempts.company_id, tx.company_id), eq(dial_attempts.vendor_call_id, vendor_call_id)),
    );
    if (found) return found;
  }
  if (!attempt_id || !is_uuid.test(attempt_id)) return undefined;
  // A try that is known to be another call is not settled by what a variable says.
  const [found] = await attempts().where(
    and(
      eq(dial_attempts.company_id, tx.company_id),
      eq(dial_attempts.id, attempt_id),
      vendor_call_id === null
        ? undefined
        : sql`coalesce(${dial_attempts.vendor_call_id}, ${vendor_call_id}) = ${vendor_call_id}`,
    ),
  );
  return found;
}
