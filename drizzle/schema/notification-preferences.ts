import { boolean, foreignKey, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { companyId, id, oneOf, updatedAt } from "../columns.ts";
import { notification_kinds } from "../values.ts";
import { companies } from "./companies.ts";
import { users } from "./users.ts";

/** What a person wants to be told, and how. No row: in the portal yes, by mail no. */
export const notification_preferences = pgTable(
  "notification_preferences",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    user_id: uuid("user_id").notNull(),
    kind: text("kind", { enum: notification_kinds }).notNull(),
    in_app: boolean("in_app").notNull(),
    email: boolean("email").notNull(),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("notification_preferences_one_key").on(t.company_id, t.user_id, t.kind),
    foreignKey({
      name: "notification_preferences_user_fk",
      columns: [t.company_id, t.user_id],
      foreignColumns: [users.company_id, users.id],
    }).onDelete("cascade"),
    oneOf("notification_preferences_kind_check", t.kind, notification_kinds),
  ],
);
