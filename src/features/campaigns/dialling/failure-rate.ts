import { sql } from "drizzle-orm";
import { campaign_recipients, campaigns, dial_attempts } from "#drizzle/schema/campaigns.ts";
import type { Tx } from "#server/tenant.ts";

const fewest = 10;
const last = 20;

/** Whether more of a campaign's last tries (10 to 20) failed than it allows. Tries before it last began to run do not count, or
 *  a resumed campaign would stop at once: `updated_at` is that moment, since a running campaign is changed by its steps alone.
 *  Source: dial_attempts. */
export async function failsTooOften(tx: Tx, campaign_id: string): Promise<boolean> {
  const [counted] = await tx.execute<{ is_over: boolean }>(sql`
    select count(*) >= ${fewest} and count(*) filter (where outcome = 'failed') * 100 > count(*) * max(failure_limit_percent) as is_over
      from (
        select ${dial_attempts.outcome} as outcome, ${campaigns.failure_limit_percent} as failure_limit_percent
          from ${campaigns}
          join ${campaign_recipients} on ${campaign_recipients.company_id} = ${campaigns.company_id}
           and ${campaign_recipients.campaign_id} = ${campaigns.id}
          join ${dial_attempts} on ${dial_attempts.company_id} = ${campaign_recipients.company_id}
           and ${dial_attempts.recipient_id} = ${campaign_recipients.id}
         where ${campaigns.company_id} = ${tx.company_id} and ${campaigns.id} = ${campaign_id}
           and ${dial_attempts.ended_at} is not null and ${dial_attempts.started_at} >= ${campaigns.updated_at}
         order by ${dial_attempts.ended_at} desc
         limit ${last}
      ) tries`);
  return counted?.is_over ?? false;
}
