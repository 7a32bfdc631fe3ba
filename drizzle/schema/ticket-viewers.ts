import { foreignKey, index, pgTable, primaryKey, unique, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, id, instant } from "../columns.ts";
import { companies } from "./companies.ts";
import { tickets } from "./tickets.ts";
import { users } from "./users.ts";

/** Who has a ticket open. Coming and going is a change that others see; `last_seen_at` is not (app.record_change). */
export const ticket_viewers = pgTable(
  "ticket_viewers",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    ticket_id: uuid("ticket_id").notNull(),
    user_id: uuid("user_id").notNull(),
    last_seen_at: instant("last_seen_at").notNull(),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("ticket_viewers_one_key").on(t.company_id, t.ticket_id, t.user_id),
    foreignKey({
      name: "ticket_viewers_ticket_fk",
      columns: [t.company_id, t.ticket_id],
      foreignColumns: [tickets.company_id, tickets.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "ticket_viewers_user_fk",
      columns: [t.company_id, t.user_id],
      foreignColumns: [users.company_id, users.id],
    }).onDelete("cascade"),
    index("ticket_viewers_user_idx").on(t.company_id, t.user_id),
  ],
);
