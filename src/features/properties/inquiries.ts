import { and, eq, inArray } from "drizzle-orm";
import { customers } from "#drizzle/schema/customers.ts";
import { property_inquiries } from "#drizzle/schema/property-inquiries.ts";
import { actorKind } from "#server/actor-kind.ts";
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
  await tx.insert(property_inquiries).values({
    company_id: tx.company_id,
    property_id,
    customer_id: named?.merged_into_id ?? customer_id,
    conversation_id,
    source: actorKind(tx),
  });
  return listInquirers(tx, { id: property_id, cursor: null, limit: 50 });
}

/** Writes down which listings a customer was shown in a conversation; each once a conversation. The ids were just read in this
 *  transaction. Source: property_inquiries. */
export async function noteShown(
  tx: Tx,
  shown: { property_ids: readonly string[]; customer_id: string; conversation_id: string },
): Promise<void> {
  const { customer_id, conversation_id } = shown;
  if (shown.property_ids.length === 0) return;
  const known = await tx
    .select({ property_id: property_inquiries.property_id })
    .from(property_inquiries)
    .where(
      and(
        eq(property_inquiries.company_id, tx.company_id),
        eq(property_inquiries.conversation_id, conversation_id),
        inArray(property_inquiries.property_id, [...shown.property_ids]),
      ),
    );
  const before = new Set(known.map(({ property_id }) => property_id));
  const rows = shown.property_ids
    .filter((property_id) => !before.has(property_id))
    .map((property_id) => ({
      company_id: tx.company_id,
      property_id,
      customer_id,
      conversation_id,
      source: actorKind(tx),
    }));
  if (rows.length > 0) await tx.insert(property_inquiries).values(rows);
}
