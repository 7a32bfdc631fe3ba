import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, id, instant } from "../columns.ts";
import { companies } from "./companies.ts";
import { notifications } from "./notifications.ts";
import { users } from "./users.ts";

/** A notification that also goes by e-mail: one row an event and person, so that it is never sent twice. */
export const mails = pgTable(
  "mails",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    user_id: uuid("user_id").notNull(),
    notification_id: uuid("notification_id"),
    event_key: text("event_key").notNull(),
    kind: text("kind").notNull(),
    attempts: integer("attempts").notNull().default(0),
    sent_at: instant("sent_at"),
    failure: text("failure"),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("mails_event_key").on(t.company_id, t.user_id, t.event_key),
    foreignKey({
      name: "mails_user_fk",
      columns: [t.company_id, t.user_id],
      foreignColumns: [users.company_id, users.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "mails_notification_fk",
      columns: [t.company_id, t.notification_id],
      foreignColumns: [notifications.company_id, notifications.id],
    }).onDelete("cascade"),
    index("mails_notification_idx").on(t.company_id, t.notification_id),
    index("mails_waiting_idx").on(t.company_id, t.created_at).where(sql`sent_at is null`),
  ],
);
