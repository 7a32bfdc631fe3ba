import { and, asc, eq, gt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import * as z from "zod";
import { campaign_recipients, campaigns, dial_attempts } from "#drizzle/schema/campaigns.ts";
import { customers } from "#drizzle/schema/customers.ts";
import { nameKey } from "#lib/arabic.ts";
import { latinDigits } from "#lib/digits.ts";
import { id } from "#lib/fields.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import type { ListRecipients, RecipientPage } from "./schema.ts";

const frozen = alias(customers, "frozen");

const last_attempt_at = sql<string | null>`(
  select max(${dial_attempts.started_at}) from ${dial_attempts}
   where ${dial_attempts.company_id} = ${campaign_recipients.company_id}
     and ${dial_attempts.recipient_id} = ${campaign_recipients.id})`.mapWith(dial_attempts.started_at);

/** Whom one campaign reaches, in a fixed order; one page of at most 100. Throws NotFound("campaign"), Invalid("cursor").
 *  Rows are limited by policy campaign_recipients_select and by company_id. Source: campaign_recipients, dial_attempts. */
export async function listRecipients(tx: Tx, input: ListRecipients): Promise<RecipientPage> {
  const place = after(input.cursor, z.tuple([id()]));
  const found = await tx
    .select({
      id: campaign_recipients.id,
      customer: { id: customers.id, name: customers.name, stage: customers.stage },
      phone: campaign_recipients.phone,
      status: campaign_recipients.status,
      reason: campaign_recipients.reason,
      attempts: campaign_recipients.attempts,
      last_attempt_at,
      next_attempt_at: campaign_recipients.next_attempt_at,
      conversation_id: campaign_recipients.conversation_id,
    })
    .from(campaign_recipients)
    .leftJoin(
      frozen,
      and(eq(frozen.company_id, campaign_recipients.company_id), eq(frozen.id, campaign_recipients.customer_id)),
    )
    .leftJoin(
      customers,
      and(
        eq(customers.company_id, campaign_recipients.company_id),
        sql`${customers.id} = coalesce(${frozen.merged_into_id}, ${frozen.id})`,
      ),
    )
    .where(
      and(
        eq(campaign_recipients.company_id, tx.company_id),
        eq(campaign_recipients.campaign_id, input.id),
        input.status && eq(campaign_recipients.status, input.status),
        input.q ? holding(input.q) : undefined,
        place ? gt(campaign_recipients.id, place[0]) : undefined,
      ),
    )
    .orderBy(asc(campaign_recipients.id))
    .limit(literalLimit(input.limit + 1));
  if (found.length === 0) await requireCampaign(tx, input.id);
  const { page, next_cursor } = pageOf(found, input.limit, (row) => [row.id]);
  return { recipients: page, next_cursor };
}

/** Within one campaign the rows are few enough to be looked through; no search door is needed. */
function holding(words: string): SQL {
  const key = nameKey(words);
  const digits = latinDigits(words).replace(/\D/g, "").replace(/^0+/, "");
  const byName = sql`position(${key} in ${customers.name_key}) > 0`;
  const byPhone = sql`position(${digits} in ${campaign_recipients.phone}) > 0`;
  if (key === "" && digits.length < 3) return sql`false`;
  return digits.length < 3 ? byName : sql`(${byName} or ${byPhone})`;
}

async function requireCampaign(tx: Tx, id: string): Promise<void> {
  const found = await tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(eq(campaigns.company_id, tx.company_id), eq(campaigns.id, id)));
  if (found.length === 0) throw new NotFound("campaign");
}
