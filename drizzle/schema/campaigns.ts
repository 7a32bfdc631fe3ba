import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, id, instant, lengthWithin, oneOf, updatedAt, version } from "../columns.ts";
import { campaign_statuses, campaign_types, recipient_statuses } from "../values.ts";
import { companies } from "./companies.ts";
import { conversations } from "./conversations.ts";
import { customers } from "./customers.ts";
import { users } from "./users.ts";

/** Outbound calls or messages to many customers. Metrics are counted from recipients and attempts (reports.campaign_metrics). */
export const campaigns = pgTable(
  "campaigns",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    name: text("name").notNull(),
    type: text("type", { enum: campaign_types }).notNull(),
    status: text("status", { enum: campaign_statuses }).notNull().default("draft"),
    script: text("script"),
    audience: jsonb("audience").$type<Record<string, unknown>>().notNull().default({}),
    scheduled_at: instant("scheduled_at"),
    started_at: instant("started_at"),
    finished_at: instant("finished_at"),
    pause_reason: text("pause_reason"),
    /** Paused by itself when more than this share of its last tries failed, in percent. */
    failure_limit_percent: integer("failure_limit_percent").notNull().default(30),
    created_by: uuid("created_by"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    foreignKey({
      name: "campaigns_created_by_fk",
      columns: [t.company_id, t.created_by],
      foreignColumns: [users.company_id, users.id],
    }),
    index("campaigns_created_idx").on(t.company_id, t.created_at, t.id),
    index("campaigns_status_idx").on(t.company_id, t.status, t.created_at, t.id),
    index("campaigns_created_by_idx").on(t.company_id, t.created_by),
    oneOf("campaigns_type_check", t.type, campaign_types),
    oneOf("campaigns_status_check", t.status, campaign_statuses),
    lengthWithin("campaigns_name_check", t.name, 200),
    check("campaigns_failure_limit_check", sql`${t.failure_limit_percent} between 1 and 100`),
  ],
);

/** Whom a campaign reaches, frozen when it starts, with what became of each. */
export const campaign_recipients = pgTable(
  "campaign_recipients",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    campaign_id: uuid("campaign_id").notNull(),
    customer_id: uuid("customer_id"),
    phone: text("phone").notNull(),
    status: text("status", { enum: recipient_statuses }).notNull().default("pending"),
    reason: text("reason"),
    attempts: integer("attempts").notNull().default(0),
    next_attempt_at: instant("next_attempt_at"),
    conversation_id: uuid("conversation_id"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("campaign_recipients_phone_key").on(t.company_id, t.campaign_id, t.phone),
    foreignKey({
      name: "campaign_recipients_campaign_fk",
      columns: [t.company_id, t.campaign_id],
      foreignColumns: [campaigns.company_id, campaigns.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "campaign_recipients_customer_fk",
      columns: [t.company_id, t.customer_id],
      foreignColumns: [customers.company_id, customers.id],
    }),
    foreignKey({
      name: "campaign_recipients_conversation_fk",
      columns: [t.company_id, t.conversation_id],
      foreignColumns: [conversations.company_id, conversations.id],
    }),
    index("campaign_recipients_status_idx").on(t.company_id, t.campaign_id, t.status, t.next_attempt_at),
    index("campaign_recipients_phone_idx").on(t.company_id, t.phone),
    index("campaign_recipients_customer_idx").on(t.company_id, t.customer_id),
    index("campaign_recipients_conversation_idx").on(t.company_id, t.conversation_id),
    oneOf("campaign_recipients_status_check", t.status, recipient_statuses),
    check("campaign_recipients_phone_check", sql`${t.phone} ~ '^\\+[1-9][0-9]{6,14}$'`),
  ],
);

/** Each time a number was dialled. The unique key makes a second dial of one attempt impossible. */
export const dial_attempts = pgTable(
  "dial_attempts",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    recipient_id: uuid("recipient_id").notNull(),
    attempt: integer("attempt").notNull(),
    outcome: text("outcome", { enum: recipient_statuses }),
    reason: text("reason"),
    vendor_call_id: text("vendor_call_id"),
    conversation_id: uuid("conversation_id"),
    started_at: instant("started_at").notNull(),
    ended_at: instant("ended_at"),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("dial_attempts_attempt_key").on(t.company_id, t.recipient_id, t.attempt),
    foreignKey({
      name: "dial_attempts_recipient_fk",
      columns: [t.company_id, t.recipient_id],
      foreignColumns: [campaign_recipients.company_id, campaign_recipients.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "dial_attempts_conversation_fk",
      columns: [t.company_id, t.conversation_id],
      foreignColumns: [conversations.company_id, conversations.id],
    }),
    index("dial_attempts_started_idx").on(t.company_id, t.started_at),
    index("dial_attempts_vendor_call_idx").on(t.company_id, t.vendor_call_id),
    index("dial_attempts_conversation_idx").on(t.company_id, t.conversation_id),
    oneOf("dial_attempts_outcome_check", t.outcome, recipient_statuses),
    check("dial_attempts_attempt_check", sql`${t.attempt} > 0`),
  ],
);

/** Numbers that must not be called again, whoever asks. */
export const do_not_call = pgTable(
  "do_not_call",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    phone: text("phone").notNull(),
    reason: text("reason"),
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("do_not_call_phone_key").on(t.company_id, t.phone),
    foreignKey({
      name: "do_not_call_created_by_fk",
      columns: [t.company_id, t.created_by],
      foreignColumns: [users.company_id, users.id],
    }),
    index("do_not_call_created_by_idx").on(t.company_id, t.created_by),
    check("do_not_call_phone_check", sql`${t.phone} ~ '^\\+[1-9][0-9]{6,14}$'`),
  ],
);
