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
  /** Whether what it is about still exists and the caller may open it, asked anew with every answer. */
  can_open: z.boolean(),
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

export const ReadUnread = z.strictObject({});

/** How a person wants to be told of one kind. Without a choice: in the portal yes, by mail no. */
export const NotificationPreference = z.object({
  kind: z.enum(notification_kinds),
  in_app: z.boolean(),
  email: z.boolean(),
});
export type NotificationPreference = z.infer<typeof NotificationPreference>;

export const ReadPreferences = z.strictObject({});

/** Of the kinds that the caller's role is told of. `email_is_set`: whether this portal sends any mail. */
export const NotificationPreferences = z.object({
  preferences: z.array(NotificationPreference),
  email_is_set: z.boolean(),
});
export type NotificationPreferences = z.infer<typeof NotificationPreferences>;

export const SavePreference = z.strictObject({
  kind: z.enum(notification_kinds),
  in_app: z.boolean(),
  email: z.boolean(),
});
export type SavePreference = z.infer<typeof SavePreference>;
