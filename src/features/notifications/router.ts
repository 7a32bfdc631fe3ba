import { may, router } from "#server/procedures.ts";
import { markNotificationsRead } from "./commands.ts";
import { readPreferences, savePreference } from "./preferences.ts";
import { countUnread, listNotifications } from "./queries.ts";
import {
  ListNotifications,
  MarkRead,
  NotificationPage,
  NotificationPreference,
  NotificationPreferences,
  ReadPreferences,
  ReadUnread,
  SavePreference,
  Unread,
} from "./schema.ts";

export const notificationsRouter = router({
  list: may("notifications.own").read({ input: ListNotifications, output: NotificationPage }, listNotifications),
  unread: may("notifications.own").read({ input: ReadUnread, output: Unread }, async (tx) => ({
    unread: await countUnread(tx),
  })),
  markRead: may("notifications.own").write({ input: MarkRead, output: Unread }, markNotificationsRead),
  preferences: may("notifications.own").read(
    { input: ReadPreferences, output: NotificationPreferences },
    readPreferences,
  ),
  savePreference: may("notifications.own").write(
    { input: SavePreference, output: NotificationPreference },
    savePreference,
  ),
});
