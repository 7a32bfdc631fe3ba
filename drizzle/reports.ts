import { boolean, date, integer, pgSchema, text, uuid } from "drizzle-orm/pg-core";
import { companyId, instant } from "./columns.ts";
import { conversation_outcomes, conversation_types, customer_stages } from "./values.ts";

// The columns the code asks of the views in sql/reports; they are made and commented there. Not part of drizzle-kit's shape,
// which is why they do not stand in schema/.
const reports = pgSchema("reports");

/** One row per counted conversation. */
export const calls = reports
  .view("calls", {
    company_id: companyId(),
    id: uuid("id").notNull(),
    type: text("type", { enum: conversation_types }).notNull(),
    is_voice: boolean("is_voice").notNull(),
    outcome: text("outcome", { enum: conversation_outcomes }),
    is_answered: boolean("is_answered").notNull(),
    is_booked: boolean("is_booked").notNull(),
    is_handed_over: boolean("is_handed_over").notNull(),
    started_at: instant("started_at").notNull(),
    duration_seconds: integer("duration_seconds"),
    local_day: date("local_day", { mode: "string" }).notNull(),
    hour_began_at: instant("hour_began_at").notNull(),
  })
  .existing();

/** One row per stage move of a customer. */
export const conversions = reports
  .view("conversions", {
    company_id: companyId(),
    customer_id: uuid("customer_id").notNull(),
    to_stage: text("to_stage", { enum: customer_stages }).notNull(),
    moved_at: instant("moved_at").notNull(),
  })
  .existing();

/** One row per viewing, by the day it was asked for. */
export const bookings = reports
  .view("bookings", {
    company_id: companyId(),
    created_at: instant("created_at").notNull(),
  })
  .existing();

/** One row per campaign: what became of its recipients. */
export const campaign_metrics = reports
  .view("campaign_metrics", {
    company_id: companyId(),
    campaign_id: uuid("campaign_id").notNull(),
    recipients: integer("recipients").notNull(),
    dialled: integer("dialled").notNull(),
    pending: integer("pending").notNull(),
    dialling: integer("dialling").notNull(),
    answered: integer("answered").notNull(),
    no_answer: integer("no_answer").notNull(),
    busy: integer("busy").notNull(),
    voicemail: integer("voicemail").notNull(),
    failed: integer("failed").notNull(),
    skipped: integer("skipped").notNull(),
    booked: integer("booked").notNull(),
  })
  .existing();
