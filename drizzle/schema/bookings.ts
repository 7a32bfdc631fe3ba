import { sql } from "drizzle-orm";
import { bigint, check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, currency, id, instant, minor, oneOf, updatedAt, version } from "../columns.ts";
import { actor_kinds, booking_statuses } from "../values.ts";
import { companies } from "./companies.ts";
import { conversations } from "./conversations.ts";
import { customers } from "./customers.ts";
import { properties } from "./properties.ts";
import { users } from "./users.ts";

/** Viewings. Two approved ones of one property, or of one member of staff, cannot overlap:
 *  exclusion constraints bookings_property_free and bookings_staff_free (migration 0002), not a check in code. */
export const bookings = pgTable(
  "bookings",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    number: bigint("number", { mode: "number" }).notNull(),
    customer_id: uuid("customer_id").notNull(),
    property_id: uuid("property_id").notNull(),
    staff_id: uuid("staff_id"),
    conversation_id: uuid("conversation_id"),
    starts_at: instant("starts_at").notNull(),
    ends_at: instant("ends_at").notNull(),
    price_minor: minor("price_minor"),
    currency: currency(),
    status: text("status", { enum: booking_statuses }).notNull().default("pending"),
    source: text("source", { enum: actor_kinds }).notNull().default("staff"),
    notes: text("notes"),
    decided_by: uuid("decided_by"),
    decided_at: instant("decided_at"),
    reject_reason: text("reject_reason"),
    created_by: uuid("created_by"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("bookings_number_key").on(t.company_id, t.number),
    foreignKey({
      name: "bookings_customer_fk",
      columns: [t.company_id, t.customer_id],
      foreignColumns: [customers.company_id, customers.id],
    }),
    foreignKey({
      name: "bookings_property_fk",
      columns: [t.company_id, t.property_id],
      foreignColumns: [properties.company_id, properties.id],
    }),
    foreignKey({
      name: "bookings_staff_fk",
      columns: [t.company_id, t.staff_id],
      foreignColumns: [users.company_id, users.id],
    }),
    foreignKey({
      name: "bookings_conversation_fk",
      columns: [t.company_id, t.conversation_id],
      foreignColumns: [conversations.company_id, conversations.id],
    }),
    foreignKey({
      name: "bookings_decided_by_fk",
      columns: [t.company_id, t.decided_by],
      foreignColumns: [users.company_id, users.id],
    }),
    foreignKey({
      name: "bookings_created_by_fk",
      columns: [t.company_id, t.created_by],
      foreignColumns: [users.company_id, users.id],
    }),
    index("bookings_starts_idx").on(t.company_id, t.starts_at, t.id),
    index("bookings_status_idx").on(t.company_id, t.status, t.starts_at, t.id),
    index("bookings_created_idx").on(t.company_id, t.created_at),
    index("bookings_customer_idx").on(t.company_id, t.customer_id, t.starts_at),
    index("bookings_property_idx").on(t.company_id, t.property_id, t.starts_at),
    index("bookings_staff_idx").on(t.company_id, t.staff_id, t.starts_at),
    index("bookings_conversation_idx").on(t.company_id, t.conversation_id),
    index("bookings_decided_by_idx").on(t.company_id, t.decided_by),
    index("bookings_created_by_idx").on(t.company_id, t.created_by),
    oneOf("bookings_status_check", t.status, booking_statuses),
    oneOf("bookings_source_check", t.source, actor_kinds),
    check(
      "bookings_span_check",
      sql`${t.ends_at} > ${t.starts_at} and ${t.ends_at} <= ${t.starts_at} + interval '24 hours'`,
    ),
    check("bookings_price_check", sql`${t.price_minor} >= 0`),
    check("bookings_decided_check", sql`${t.status} not in ('approved', 'rejected') or ${t.decided_at} is not null`),
  ],
);
