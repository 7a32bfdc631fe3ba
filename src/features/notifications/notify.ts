import { and, eq } from "drizzle-orm";
import { notification_preferences } from "#drizzle/schema/notification-preferences.ts";
import { notifications } from "#drizzle/schema/notifications.ts";
import { users } from "#drizzle/schema/users.ts";
import type { Tx } from "#server/tenant.ts";
import { env } from "../../env.ts";
import { queueMail } from "./mail/queue-mail.ts";

export type Notice = Pick<
  typeof notifications.$inferInsert,
  "user_id" | "kind" | "event_key" | "subject_table" | "subject_id"
> & { params: Record<string, string | number | null> };

/** Tells one member of staff, in the transaction of what happened: in the portal unless he wants nothing of this kind there, by
 *  mail when he wants that and the portal can send any. The same `event_key` tells him once in each, however often it comes. The
 *  caller has checked that `user_id` is of the company. */
export async function notify(tx: Tx, notice: Notice): Promise<void> {
  const { in_app, has_mail } = await wishesOf(tx, notice);
  if (!in_app) return has_mail ? queueMail(tx, notice, null) : undefined;
  const [told] = await tx
    .insert(notifications)
    .values({ company_id: tx.company_id, ...notice })
    .onConflictDoNothing({ target: [notifications.company_id, notifications.user_id, notifications.event_key] })
    .returning({ id: notifications.id });
  if (told && has_mail) await queueMail(tx, notice, told.id);
}

async function wishesOf(tx: Tx, { user_id, kind }: Notice): Promise<{ in_app: boolean; has_mail: boolean }> {
  const [person] = await tx
    .select({
      in_app: notification_preferences.in_app,
      by_mail: notification_preferences.email,
      email: users.email,
      is_active: users.is_active,
    })
    .from(users)
    .leftJoin(
      notification_preferences,
      and(
        eq(notification_preferences.company_id, users.company_id),
        eq(notification_preferences.user_id, users.id),
        eq(notification_preferences.kind, kind),
      ),
    )
    .where(and(eq(users.company_id, tx.company_id), eq(users.id, user_id)));
  return {
    in_app: person?.in_app ?? true,
    has_mail:
      env.SMTP_URL !== undefined && person?.by_mail === true && person.email !== null && person.is_active === true,
  };
}
