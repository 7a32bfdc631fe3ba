import { bigint, boolean, date, integer, pgSchema, text, uuid } from "drizzle-orm/pg-core";
import { companyId, instant } from "./columns.ts";
import {
  actor_kinds,
  booking_statuses,
  conversation_outcomes,
  conversation_types,
  customer_stages,
  ticket_categories,
  ticket_priorities,
  ticket_statuses,
} from "./values.ts";

// The columns the code asks of the views in sql/reports; they are made and commented there. Not part of drizzle-kit's shape,
// which is why they do not stand in schema/.
const reports = pgSchema("reports");

/** A calendar day in the company's time zone. */
const localDay = () => date("local_day", { mode: "string" }).notNull();

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
    handed_over_to: uuid("handed_over_to"),
    agent_name: text("agent_name"),
    started_at: instant("started_at").notNull(),
    duration_seconds: integer("duration_seconds"),
    local_day: localDay(),
    hour_began_at: instant("hour_began_at").notNull(),
  })
  .existing();

/** One row per stage move of a customer. */
export const conversions = reports
  .view("conversions", {
    company_id: companyId(),
    customer_id: uuid("customer_id").notNull(),
    to_stage: text("to_stage", { enum: customer_stages }).notNull(),
    actor_id: uuid("actor_id"),
    moved_at: instant("moved_at").notNull(),
    local_day: localDay(),
  })
  .existing();

/** One row per viewing, by the day it was asked for. */
export const bookings = reports
  .view("bookings", {
    company_id: companyId(),
    status: text("status", { enum: booking_statuses }).notNull(),
    source: text("source", { enum: actor_kinds }).notNull(),
    property_id: uuid("property_id").notNull(),
    staff_id: uuid("staff_id"),
    decision_seconds: bigint("decision_seconds", { mode: "number" }),
    created_at: instant("created_at").notNull(),
    local_day: localDay(),
    hour_began_at: instant("hour_began_at").notNull(),
  })
  .existing();

/** One row per ticket, by the day it was opened. */
export const tickets = reports
  .view("tickets", {
    company_id: companyId(),
    category: text("category", { enum: ticket_categories }).notNull(),
    priority: text("priority", { enum: ticket_priorities }).notNull(),
    status: text("status", { enum: ticket_statuses }).notNull(),
    assignee_id: uuid("assignee_id"),
    is_overdue: boolean("is_overdue").notNull(),
    is_resolved_late: boolean("is_resolved_late").notNull(),
    first_response_seconds: bigint("first_response_seconds", { mode: "number" }),
    resolution_seconds: bigint("resolution_seconds", { mode: "number" }),
    created_at: instant("created_at").notNull(),
    local_day: localDay(),
    hour_began_at: instant("hour_began_at").notNull(),
  })
  .existing();

/** One row per campaign: what became of its recipients. */
export const campaign_metrics = reports
  .view("campaign_metrics", {
    company_id: companyId(),
    campaign_id: uuid("campaign_id").notNull(),
    recipients: integer("recipients").notNull(),
    dialled: integer("dialled").notNull(),
    attempts: integer("attempts").notNull(),
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
