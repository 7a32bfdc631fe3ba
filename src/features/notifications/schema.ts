import * as z from "zod";
import { notification_kinds } from "#drizzle/values.ts";
import { cursor, id, instantOut, limit } from "#lib/fields.ts";

/** Something one member of staff should know. The words come from i18n by `kind` and `params`; `subject_table` and
 *  `subject_id` say where it leads. */
export const Notification = z.object({
  id: id(),
  kind: z.enum(notification_kinds),
  subject_table: z.string(),
  subject_id: id(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  read_at: instantOut().nullable(),
  created_at: instantOut(),
});
export type Notification = z.infer<typeof Notification>;

export const ListNotifications = z.strictObject({
  unread_only: z.boolean().default(false),
  cursor: cursor(),
  limit: limit(),
});
export type ListNotifications = z.infer<typeof ListNotifications>;

/** `unread` counts all of them, not those of the page. */
export const NotificationPage = z.object({
  notifications: z.array(Notification),
  unread: z.int(),
  next_cursor: z.string().nullable(),
});
export type NotificationPage = z.infer<typeof NotificationPage>;

/** Either some, or `all: true`. */
export const MarkRead = z
  .strictObject({ ids: z.array(id()).min(1).max(100).optional(), all: z.literal(true).optional() })
  .refine(({ ids, all }) => (ids === undefined) !== (all === undefined), {
    path: ["ids"],
    message: "Either ids or all",
    params: { code: "ids_or_all" },
  });
export type MarkRead = z.infer<typeof MarkRead>;

export const Unread = z.object({ unread: z.int() });
export type Unread = z.infer<typeof Unread>;
