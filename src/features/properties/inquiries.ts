import { and, eq } from "drizzle-orm";
import { customers } from "#drizzle/schema/customers.ts";
import { property_inquiries } from "#drizzle/schema/property-inquiries.ts";
import { requireRows } from "#server/require-rows.ts";
import type { Tx } from "#server/tenant.ts";
import { listInquirers } from "./activity.ts";
import type { AddInquiry, InquirerPage } from "./schema.ts";

/** Writes down that a customer asked about a listing; for a merged one, that the customer who stayed did.
 *  Answers who asked, as the list's first page does. Throws NotFound for what is not the company's. */
export async function addInquiry(tx: Tx, input: AddInquiry): Promise<InquirerPage> {
  const { property_id, customer_id, conversation_id = null } = input;
  await requireRows(tx, { property: property_id, customer: customer_id, conversation: conversation_id });
  const [named] = await tx
    .select({ merged_into_id: customers.merged_into_id })
    .from(customers)
    .where(and(eq(customers.company_id, tx.company_id), eq(customers.id, customer_id)));
  const { role } = tx;
  const source = role === "voice_agent" || role === "chat_agent" || role === "system" ? role : "staff";
  await tx.insert(property_inquiries).values({
    company_id: tx.company_id,
    property_id,
    customer_id: named?.merged_into_id ?? customer_id,
    conversation_id,
    source,
  });
  return listInquirers(tx, { id: property_id, cursor: null, limit: 50 });
}
