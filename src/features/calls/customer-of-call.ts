import { and, eq } from "drizzle-orm";
import type { CallReport } from "#agents/ports.ts";
import { campaign_recipients, dial_attempts } from "#drizzle/schema/campaigns.ts";
import { findOrCreateCustomer } from "#features/customers/commands.ts";
import { findByPhone } from "#features/customers/queries.ts";
import { parsePhone } from "#lib/phone.ts";
import type { Tx } from "#server/tenant.ts";

/** With whom a call was: whoever the campaign dialled, or whose number the call came from or went to. Who calls us is made a
 *  customer; a number that hides, or is none, is nobody's. Source: dial_attempts, campaign_recipients, customers. */
export async function customerOfCall(
  tx: Tx,
  { vendor_conversation_id, phone, direction }: Pick<CallReport, "vendor_conversation_id" | "phone" | "direction">,
): Promise<string | null> {
  const dialled = await dialledCustomer(tx, vendor_conversation_id);
  if (dialled !== null) return dialled;
  if (phone === null || parsePhone(phone, tx.company.country) === null) return null;
  if (direction === "outbound") return (await findByPhone(tx, { phone })).customer?.id ?? null;
  return (await findOrCreateCustomer(tx, { phone })).customer.id;
}

async function dialledCustomer(tx: Tx, vendor_call_id: string): Promise<string | null> {
  const [row] = await tx
    .select({ customer_id: campaign_recipients.customer_id })
    .from(dial_attempts)
    .innerJoin(
      campaign_recipients,
      and(
        eq(campaign_recipients.company_id, dial_attempts.company_id),
        eq(campaign_recipients.id, dial_attempts.recipient_id),
      ),
    )
    .where(and(eq(dial_attempts.company_id, tx.company_id), eq(dial_attempts.vendor_call_id, vendor_call_id)))
    .limit(1);
  return row?.customer_id ?? null;
}
