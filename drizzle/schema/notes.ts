import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, id, lengthWithin } from "../columns.ts";
import { companies } from "./companies.ts";
import { conversations } from "./conversations.ts";
import { customers } from "./customers.ts";
import { users } from "./users.ts";

/** What staff write down for each other about a customer or a conversation. Never edited. */
export const notes = pgTable(
  "notes",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    customer_id: uuid("customer_id"),
    conversation_id: uuid("conversation_id"),
    body: text("body").notNull(),
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    foreignKey({
      name: "notes_customer_fk",
      columns: [t.company_id, t.customer_id],
      foreignColumns: [customers.company_id, customers.id],
    }),
    foreignKey({
      name: "notes_conversation_fk",
      columns: [t.company_id, t.conversation_id],
      foreignColumns: [conversations.company_id, conversations.id],
    }),
    foreignKey({
      name: "notes_created_by_fk",
      columns: [t.company_id, t.created_by],
      foreignColumns: [users.company_id, users.id],
    }),
    index("notes_customer_idx").on(t.company_id, t.customer_id, t.created_at),
    index("notes_conversation_idx").on(t.company_id, t.conversation_id, t.created_at),
    index("notes_created_by_idx").on(t.company_id, t.created_by),
    check("notes_subject_check", sql`${t.customer_id} is not null or ${t.conversation_id} is not null`),
    lengthWithin("notes_body_check", t.body, 4000),
  ],
);
