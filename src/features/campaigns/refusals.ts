import { do_not_call } from "#drizzle/schema/campaigns.ts";
import type { Tx } from "#server/tenant.ts";

/** Puts a number (E.164) on the company's do-not-call list; one that is there keeps its first reason. Source: do_not_call. */
export async function refuseCalls(tx: Tx, phone: string, reason: string): Promise<void> {
  await tx
    .insert(do_not_call)
    .values({ company_id: tx.company_id, phone, reason, created_by: tx.user_id })
    .onConflictDoNothing({ target: [do_not_call.company_id, do_not_call.phone] });
}
