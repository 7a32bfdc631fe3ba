import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, derived, id, instant, lengthWithin, oneOf, updatedAt, version } from "../columns.ts";
import { actor_kinds, ticket_categories, ticket_event_kinds, ticket_priorities, ticket_statuses } from "../values.ts";
import { companies } from "./companies.ts";
import { conversations } from "./conversations.ts";
import { customers } from "./customers.ts";
import { users } from "./users.ts";

/** What a customer needs solved. */
export const tickets = pgTable(
  "tickets",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    number: bigint("number", { mode: "number" }).notNull(),
    subject: text("subject").notNull(),
    subject_key: derived("subject_key", sql`app.name_key(subject)`),
    description: text("description"),
    category: text("category", { enum: ticket_categories }).notNull(),
    priority: text("priority", { enum: ticket_priorities }).notNull().default("medium"),
    status: text("status", { enum: ticket_statuses }).notNull().default("open"),
    source: text("source", { enum: actor_kinds }).notNull().default("staff"),
    customer_id: uuid("customer_id"),
    assignee_id: uuid("assignee_id"),
    conversation_id: uuid("conversation_id"),
    due_at: instant("due_at"),
    resolution: text("resolution"),
    first_response_at: instant("first_response_at"),
    resolved_at: instant("resolved_at"),
    created_by: uuid("created_by"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("tickets_number_key").on(t.company_id, t.number),
    foreignKey({
      name: "tickets_customer_fk",
      columns: [t.company_id, t.customer_id],
      foreignColumns: [customers.company_id, customers.id],
    }),
    foreignKey({
      name: "tickets_assignee_fk",
      columns: [t.company_id, t.assignee_id],
      foreignColumns: [users.company_id, users.id],
    }),
    foreignKey({
      name: "tickets_conversation_fk",
      columns: [t.company_id, t.conversation_id],
      foreignColumns: [conversations.company_id, conversations.id],
    }),
    foreignKey({
      name: "tickets_created_by_fk",
      columns: [t.company_id, t.created_by],
      foreignColumns: [users.company_id, users.id],
    }),
    index("tickets_created_idx").on(t.company_id, t.created_at, t.id),
    index("tickets_status_idx").on(t.company_id, t.status, t.created_at, t.id),
    index("tickets_assignee_idx").on(t.company_id, t.assignee_id, t.status),
    index("tickets_customer_idx").on(t.company_id, t.customer_id, t.created_at),
    index("tickets_conversation_idx").on(t.company_id, t.conversation_id),
    index("tickets_created_by_idx").on(t.company_id, t.created_by),
    oneOf("tickets_category_check", t.category, ticket_categories),
    oneOf("tickets_priority_check", t.priority, ticket_priorities),
    oneOf("tickets_status_check", t.status, ticket_statuses),
    oneOf("tickets_source_check", t.source, actor_kinds),
    lengthWithin("tickets_subject_check", t.subject, 200),
  ],
);

/** The history of a ticket: status, assignee and priority changes, and what people wrote. */
export const ticket_events = pgTable(
  "ticket_events",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    ticket_id: uuid("ticket_id").notNull(),
    kind: text("kind", { enum: ticket_event_kinds }).notNull(),
    actor_kind: text("actor_kind", { enum: actor_kinds }).notNull(),
    actor_id: uuid("actor_id"),
    from_value: text("from_value"),
    to_value: text("to_value"),
    body: text("body"),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    foreignKey({
      name: "ticket_events_ticket_fk",
      columns: [t.company_id, t.ticket_id],
      foreignColumns: [tickets.company_id, tickets.id],
    }).onDelete("cascade"),
    index("ticket_events_ticket_idx").on(t.company_id, t.ticket_id, t.created_at),
    oneOf("ticket_events_kind_check", t.kind, ticket_event_kinds),
    oneOf("ticket_events_actor_check", t.actor_kind, actor_kinds),
  ],
);
