import { foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, id, instant, oneOf } from "../columns.ts";
import { notification_kinds } from "../values.ts";
import { companies } from "./companies.ts";
import { users } from "./users.ts";

/** What a member of staff should know; at most one row per user and event. */
export const notifications = pgTable(
  "notifications",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    user_id: uuid("user_id").notNull(),
    kind: text("kind", { enum: notification_kinds }).notNull(),
    event_key: text("event_key").notNull(),
    subject_table: text("subject_table").notNull(),
    subject_id: uuid("subject_id").notNull(),
    /** Values for the message of this kind; the words come from i18n. */
    params: jsonb("params").$type<Record<string, string | number | null>>().notNull().default({}),
    read_at: instant("read_at"),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("notifications_event_key").on(t.company_id, t.user_id, t.event_key),
    foreignKey({
      name: "notifications_user_fk",
      columns: [t.company_id, t.user_id],
      foreignColumns: [users.company_id, users.id],
    }).onDelete("cascade"),
    index("notifications_created_idx").on(t.company_id, t.user_id, t.created_at, t.id),
    oneOf("notifications_kind_check", t.kind, notification_kinds),
  ],
);
