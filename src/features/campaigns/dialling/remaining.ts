import { sql } from "drizzle-orm";
import { campaign_recipients, campaigns, dial_attempts } from "#drizzle/schema/campaigns.ts";
import type { Tx } from "#server/tenant.ts";
import { doubtful_after_minutes } from "./doubt.ts";

/** How many calls, or texts, of the company's campaigns are in flight. Asked by campaign, which the index of recipients leads
 *  with. Source: campaign_recipients. */
export async function countInFlight(tx: Tx, type: "voice" | "chat"): Promise<number> {
  const [counted] = await tx.execute<{ count: number }>(sql`
    select coalesce(sum(f.count), 0)::integer as count
      from ${campaigns}
     cross join lateral (
       select count(*) from ${campaign_recipients}
        where ${campaign_recipients.company_id} = ${campaigns.company_id}
          and ${campaign_recipients.campaign_id} = ${campaigns.id} and ${campaign_recipients.status} = 'dialling'
     ) f
     where ${campaigns.company_id} = ${tx.company_id} and ${campaigns.type} = ${type} and ${campaigns.started_at} is not null`);
  return counted?.count ?? 0;
}

export interface Remaining {
  /** To be tried, now or later. */
  waiting: number;
  dialling: number;
  is_due: boolean;
  /** When the next of them may be tried, UTC instant; null when there is none. */
  next_at: string | null;
  /** When the oldest try without an end is in doubt, UTC instant. */
  doubt_at: string | null;
}

/** What a campaign still has to do, after the statements before. Source: campaign_recipients, dial_attempts. */
export async function remaining(tx: Tx, campaign_id: string, now: string): Promise<Remaining> {
  const [left] = await tx
    .select({
      waiting: sql<number>`count(*) filter (where ${isWaiting})::integer`,
      dialling: sql<number>`count(*) filter (where ${campaign_recipients.status} = 'dialling')::integer`,
      is_due: sql<boolean>`coalesce(bool_or(${isWaiting} and coalesce(${campaign_recipients.next_attempt_at} <= ${now}, true)), false)`,
      next_at: sql<string | null>`min(${campaign_recipients.next_attempt_at}) filter (where ${isWaiting})`.mapWith(
        campaign_recipients.next_attempt_at,
      ),
      doubt_at: sql<string | null>`min((
        select ${dial_attempts.started_at} + make_interval(mins => ${doubtful_after_minutes}) from ${dial_attempts}
         where ${dial_attempts.company_id} = ${campaign_recipients.company_id}
           and ${dial_attempts.recipient_id} = ${campaign_recipients.id}
           and ${dial_attempts.attempt} = ${campaign_recipients.attempts}))
        filter (where ${campaign_recipients.status} = 'dialling')`.mapWith(campaign_recipients.next_attempt_at),
    })
    .from(campaign_recipients)
    .where(
      sql`${campaign_recipients.company_id} = ${tx.company_id} and ${campaign_recipients.campaign_id} = ${campaign_id}`,
    );
  return left ?? { waiting: 0, dialling: 0, is_due: false, next_at: null, doubt_at: null };
}

/** Somebody nobody dials now and who is to be tried: never tried, or tried in vain with another try set. */
export const isWaiting = sql`(${campaign_recipients.status} = 'pending'
  or (${campaign_recipients.status} <> 'dialling' and ${campaign_recipients.next_attempt_at} is not null))`;
