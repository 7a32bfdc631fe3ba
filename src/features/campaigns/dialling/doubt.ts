import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { campaign_recipients, dial_attempts } from "#drizzle/schema/campaigns.ts";
import type { Tx } from "#server/tenant.ts";
import { settleAttempt } from "../attempts.ts";

/** Longer than the longest call and its report take: a call that was placed before its dialler died may still tell of itself by
 *  the id of the try that it carries. */
export const doubtful_after_minutes = 30;

/** Gives up the tries of a campaign that nothing was heard of: nobody knows whether they rang, so they count as tries and are
 *  never dialled again as what they are. Source: dial_attempts. */
export async function giveUpDoubtful(tx: Tx, campaign_id: string, now: string): Promise<void> {
  const doubtful = await tx
    .select({ id: dial_attempts.id, conversation_id: dial_attempts.conversation_id })
    .from(dial_attempts)
    .innerJoin(
      campaign_recipients,
      and(
        eq(campaign_recipients.company_id, dial_attempts.company_id),
        eq(campaign_recipients.id, dial_attempts.recipient_id),
      ),
    )
    .where(
      and(
        eq(campaign_recipients.company_id, tx.company_id),
        eq(campaign_recipients.campaign_id, campaign_id),
        eq(campaign_recipients.status, "dialling"),
        eq(dial_attempts.attempt, campaign_recipients.attempts),
        isNull(dial_attempts.ended_at),
        sql`${dial_attempts.started_at} <= ${now}::timestamptz - make_interval(mins => ${doubtful_after_minutes})`,
      ),
    )
    .orderBy(asc(dial_attempts.id));
  for (const { id, conversation_id } of doubtful) {
    await settleAttempt(
      tx,
      { vendor_call_id: null, attempt_id: id, conversation_id, result: "failed", ended_at: now },
      { reason: "in_doubt" },
    );
  }
}
