import { and, eq } from "drizzle-orm";
import { notification_preferences } from "#drizzle/schema/notification-preferences.ts";
import { notifications } from "#drizzle/schema/notifications.ts";
import type { Tx } from "#server/tenant.ts";

type Notice = Pick<
  typeof notifications.$inferInsert,
  "user_id" | "kind" | "event_key" | "subject_table" | "subject_id" | "params"
>;

/** Tells one member of staff, in the transaction of what happened, unless he wants nothing of this kind in the portal. The same
 *  `event_key` tells him once, however often it comes. The caller has checked that `user_id` is of the company. */
export async function notify(tx: Tx, notice: Notice): Promise<void> {
  const [choice] = await tx
    .select({ in_app: notification_preferences.in_app })
    .from(notification_preferences)
    .where(
      and(
        eq(notification_preferences.company_id, tx.company_id),
        eq(notification_preferences.user_id, notice.user_id),
        eq(notification_preferences.kind, notice.kind),
      ),
    );
  if (choice?.in_app === false) return;
  await tx
    .insert(notifications)
    .values({ company_id: tx.company_id, ...notice })
    .onConflictDoNothing({ target: [notifications.company_id, notifications.user_id, notifications.event_key] });
}
