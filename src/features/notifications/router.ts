import { may, router } from "#server/procedures.ts";
import { markNotificationsRead } from "./commands.ts";
import { listNotifications } from "./queries.ts";
import { ListNotifications, MarkRead, NotificationPage, Unread } from "./schema.ts";

export const notificationsRouter = router({
  list: may("notifications.own").read({ input: ListNotifications, output: NotificationPage }, listNotifications),
  markRead: may("notifications.own").write({ input: MarkRead, output: Unread }, markNotificationsRead),
});
