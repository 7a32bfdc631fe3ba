import { notifications } from "#drizzle/schema/notifications.ts";
import type { Tx } from "#server/tenant.ts";

type Notice = Pick<
  typeof notifications.$inferInsert,
  "user_id" | "kind" | "event_key" | "subject_table" | "subject_id" | "params"
>;

/** Tells one member of staff, in the transaction of what happened. The same `event_key` tells him once, however often it comes.
 *  The caller has checked that `user_id` is of the company. */
export async function notify(tx: Tx, notice: Notice): Promise<void> {
  await tx
    .insert(notifications)
    .values({ company_id: tx.company_id, ...notice })
    .onConflictDoNothing({ target: [notifications.company_id, notifications.user_id, notifications.event_key] });
}
