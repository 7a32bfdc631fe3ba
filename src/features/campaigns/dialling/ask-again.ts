import { sql } from "drizzle-orm";
import { campaign_recipients, campaigns } from "#drizzle/schema/campaigns.ts";
import type { Tx } from "#server/tenant.ts";
import { wakeDialler } from "../wake.ts";
import { isWaiting } from "./remaining.ts";

/** The reasons of app.may_dial that hang on the limits of a country: see sql/50-dialling.sql. */
const by_limits = ["weekend", "holiday", "outside_hours", "daily_limit", "weekly_limit"];

/** Whom the limits put off is asked about now and not at the instant they named: they have changed. Whoever waits for another
 *  reason, such as a retry, goes on waiting. Source: campaign_recipients. */
export async function askAgain(tx: Tx): Promise<void> {
  const running = await tx.execute<{ id: string }>(sql`
    with woken as (
      update ${campaign_recipients} set next_attempt_at = now(), version = version + 1
       where ${campaign_recipients.company_id} = ${tx.company_id} and ${isWaiting}
         and ${campaign_recipients.reason} = any (${sql.param(by_limits)}::text[])
         and ${campaign_recipients.next_attempt_at} > now()
      returning campaign_id
    )
    select ${campaigns.id} as id from ${campaigns}
     where ${campaigns.company_id} = ${tx.company_id} and ${campaigns.status} = 'running'
       and ${campaigns.id} in (select campaign_id from woken)`);
  for (const { id } of running) await wakeDialler(tx, id);
}
