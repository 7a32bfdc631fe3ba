import { and, eq } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { notification_preferences } from "#drizzle/schema/notification-preferences.ts";
import { notification_kinds } from "#drizzle/values.ts";
import { actingUser } from "#server/acting-user.ts";
import type { Tx } from "#server/tenant.ts";
import { env } from "../../env.ts";
import type { NotificationPreference, NotificationPreferences, SavePreference } from "./schema.ts";
import { holds, told_to } from "./subjects.ts";

/** How the caller wants to be told, for each kind that his role is told of. Throws Forbidden for a tool.
 *  Source: notification_preferences. */
export async function readPreferences(tx: Tx): Promise<NotificationPreferences> {
  const chosen = await tx
    .select({
      kind: notification_preferences.kind,
      in_app: notification_preferences.in_app,
      email: notification_preferences.email,
    })
    .from(notification_preferences)
    .where(
      and(eq(notification_preferences.company_id, tx.company_id), eq(notification_preferences.user_id, actingUser(tx))),
    );
  const preferences = notification_kinds
    .filter((kind) => holds(tx, told_to[kind]))
    .map((kind) => chosen.find((row) => row.kind === kind) ?? { kind, in_app: true, email: false });
  return { preferences, email_is_set: env.SMTP_URL !== undefined };
}

/** Keeps the caller's choice for one kind. Throws Forbidden for a tool. Source: notification_preferences. */
export async function savePreference(tx: Tx, { kind, in_app, email }: SavePreference): Promise<NotificationPreference> {
  await tx
    .insert(notification_preferences)
    .values({ company_id: tx.company_id, id: uuidv7(), user_id: actingUser(tx), kind, in_app, email })
    .onConflictDoUpdate({
      target: [notification_preferences.company_id, notification_preferences.user_id, notification_preferences.kind],
      set: { in_app, email, updated_at: new Date().toISOString() },
    });
  return { kind, in_app, email };
}
