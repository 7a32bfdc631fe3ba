import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, derived, id, lengthWithin, oneOf, updatedAt, version } from "../columns.ts";
import { actor_kinds, customer_stages } from "../values.ts";
import { companies } from "./companies.ts";
import { users } from "./users.ts";

/** The people a company sells to. One phone number is one customer of a company. */
export const customers = pgTable(
  "customers",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    name: text("name").notNull(),
    name_key: derived("name_key", sql`app.name_key(name)`),
    phone: text("phone").notNull(),
    email: text("email"),
    email_key: derived("email_key", sql`lower(email)`),
    stage: text("stage", { enum: customer_stages }).notNull().default("lead"),
    notes: text("notes"),
    owner_id: uuid("owner_id"),
    created_by: uuid("created_by"),
    /** The customer this one was found to be: the row stays, so that its number still leads to the person. */
    merged_into_id: uuid("merged_into_id"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("customers_phone_key").on(t.company_id, t.phone),
    foreignKey({
      name: "customers_owner_fk",
      columns: [t.company_id, t.owner_id],
      foreignColumns: [users.company_id, users.id],
    }),
    foreignKey({
      name: "customers_created_by_fk",
      columns: [t.company_id, t.created_by],
      foreignColumns: [users.company_id, users.id],
    }),
    foreignKey({
      name: "customers_merged_into_fk",
      columns: [t.company_id, t.merged_into_id],
      foreignColumns: [t.company_id, t.id],
    }),
    index("customers_merged_into_idx").on(t.company_id, t.merged_into_id),
    index("customers_created_idx").on(t.company_id, t.created_at, t.id),
    index("customers_stage_idx").on(t.company_id, t.stage, t.created_at, t.id),
    index("customers_owner_idx").on(t.company_id, t.owner_id),
    index("customers_created_by_idx").on(t.company_id, t.created_by),
    index("customers_email_idx").on(t.company_id, t.email_key),
    check("customers_merged_into_check", sql`${t.merged_into_id} <> ${t.id}`),
    oneOf("customers_stage_check", t.stage, customer_stages),
    lengthWithin("customers_name_check", t.name, 200),
    check("customers_phone_check", sql`${t.phone} ~ '^\\+[1-9][0-9]{6,14}$'`),
  ],
);

/** Every move of a customer along the pipeline, written by trigger; conversion figures count these rows. */
export const stage_changes = pgTable(
  "stage_changes",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    customer_id: uuid("customer_id").notNull(),
    from_stage: text("from_stage", { enum: customer_stages }),
    to_stage: text("to_stage", { enum: customer_stages }).notNull(),
    actor_kind: text("actor_kind", { enum: actor_kinds }).notNull(),
    actor_id: uuid("actor_id"),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    foreignKey({
      name: "stage_changes_customer_fk",
      columns: [t.company_id, t.customer_id],
      foreignColumns: [customers.company_id, customers.id],
    }).onDelete("cascade"),
    index("stage_changes_customer_idx").on(t.company_id, t.customer_id, t.created_at),
    index("stage_changes_created_idx").on(t.company_id, t.created_at, t.to_stage),
    oneOf("stage_changes_to_check", t.to_stage, customer_stages),
    oneOf("stage_changes_from_check", t.from_stage, customer_stages),
    oneOf("stage_changes_actor_check", t.actor_kind, actor_kinds),
  ],
);
