import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, id, oneOf } from "../columns.ts";
import { actor_kinds } from "../values.ts";
import { companies } from "./companies.ts";
import { conversations } from "./conversations.ts";
import { customers } from "./customers.ts";
import { properties } from "./properties.ts";

/** Each time a customer asked about a listing, written by whoever heard it. */
export const property_inquiries = pgTable(
  "property_inquiries",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    property_id: uuid("property_id").notNull(),
    customer_id: uuid("customer_id").notNull(),
    conversation_id: uuid("conversation_id"),
    source: text("source", { enum: actor_kinds }).notNull(),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    foreignKey({
      name: "property_inquiries_property_fk",
      columns: [t.company_id, t.property_id],
      foreignColumns: [properties.company_id, properties.id],
    }),
    foreignKey({
      name: "property_inquiries_customer_fk",
      columns: [t.company_id, t.customer_id],
      foreignColumns: [customers.company_id, customers.id],
    }),
    foreignKey({
      name: "property_inquiries_conversation_fk",
      columns: [t.company_id, t.conversation_id],
      foreignColumns: [conversations.company_id, conversations.id],
    }),
    index("property_inquiries_property_idx").on(t.company_id, t.property_id, t.created_at),
    index("property_inquiries_customer_idx").on(t.company_id, t.customer_id, t.created_at),
    index("property_inquiries_conversation_idx").on(t.company_id, t.conversation_id),
    oneOf("property_inquiries_source_check", t.source, actor_kinds),
  ],
);
