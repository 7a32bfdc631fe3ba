import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { companyId, createdAt, derived, id, instant, oneOf, updatedAt, version } from "../columns.ts";
import {
  conversation_channels,
  conversation_directions,
  conversation_modes,
  conversation_outcomes,
  conversation_statuses,
  conversation_types,
  locales,
  sentiments,
  speakers,
} from "../values.ts";
import { companies } from "./companies.ts";
import { customers } from "./customers.ts";
import { users } from "./users.ts";

/** One call or one chat between a customer and an agent, from its first second; voice and chat sit in one list. */
export const conversations = pgTable(
  "conversations",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    customer_id: uuid("customer_id"),
    type: text("type", { enum: conversation_types }).notNull(),
    status: text("status", { enum: conversation_statuses }).notNull().default("ended"),
    /** A trial talk in the playground is kept but never counted. */
    mode: text("mode", { enum: conversation_modes }).notNull().default("real"),
    channel: text("channel", { enum: conversation_channels }).notNull().default("phone"),
    direction: text("direction", { enum: conversation_directions }).notNull().default("inbound"),
    outcome: text("outcome", { enum: conversation_outcomes }),
    agent_name: text("agent_name"),
    language: text("language"),
    summary: text("summary"),
    summary_folded: derived("summary_folded", sql`app.fold_arabic(summary)`),
    next_step: text("next_step"),
    sentiment: text("sentiment", { enum: sentiments }),
    audio_url: text("audio_url"),
    audio_key: text("audio_key"),
    vendor: text("vendor"),
    vendor_conversation_id: text("vendor_conversation_id"),
    /** Which version of the agent spoke (agents.version); 0 is the one put together from the settings. */
    agent_version: integer("agent_version"),
    model: text("model"),
    prompt_tokens: integer("prompt_tokens"),
    completion_tokens: integer("completion_tokens"),
    /** Millionths of a US dollar: vendors bill in dollars, and a chat costs less than a cent. */
    cost_usd_micros: bigint("cost_usd_micros", { mode: "number" }),
    /** What the agent gathered: budget, district, rooms, name. */
    extracted: jsonb("extracted").$type<Record<string, unknown>>().notNull().default({}),
    end_reason: text("end_reason"),
    /** When the vendor's final report was taken in; until then the poller asks for it. */
    settled_at: instant("settled_at"),
    handed_over_to: uuid("handed_over_to"),
    handed_over_at: instant("handed_over_at"),
    created_by: uuid("created_by"),
    started_at: instant("started_at").notNull(),
    ended_at: instant("ended_at"),
    duration_seconds: integer("duration_seconds"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("conversations_vendor_key").on(t.company_id, t.vendor, t.vendor_conversation_id),
    foreignKey({
      name: "conversations_customer_fk",
      columns: [t.company_id, t.customer_id],
      foreignColumns: [customers.company_id, customers.id],
    }),
    foreignKey({
      name: "conversations_handed_over_fk",
      columns: [t.company_id, t.handed_over_to],
      foreignColumns: [users.company_id, users.id],
    }),
    foreignKey({
      name: "conversations_created_by_fk",
      columns: [t.company_id, t.created_by],
      foreignColumns: [users.company_id, users.id],
    }),
    index("conversations_started_idx").on(t.company_id, t.started_at, t.id),
    index("conversations_type_idx").on(t.company_id, t.type, t.started_at, t.id),
    index("conversations_customer_idx").on(t.company_id, t.customer_id, t.started_at),
    index("conversations_status_idx").on(t.company_id, t.status, t.started_at),
    index("conversations_handed_over_idx").on(t.company_id, t.handed_over_to),
    index("conversations_created_by_idx").on(t.company_id, t.created_by),
    oneOf("conversations_type_check", t.type, conversation_types),
    oneOf("conversations_status_check", t.status, conversation_statuses),
    oneOf("conversations_mode_check", t.mode, conversation_modes),
    oneOf("conversations_channel_check", t.channel, conversation_channels),
    oneOf("conversations_direction_check", t.direction, conversation_directions),
    oneOf("conversations_outcome_check", t.outcome, conversation_outcomes),
    oneOf("conversations_sentiment_check", t.sentiment, sentiments),
    check("conversations_duration_check", sql`${t.duration_seconds} >= 0`),
    check(
      "conversations_cost_check",
      sql`${t.cost_usd_micros} >= 0 and ${t.prompt_tokens} >= 0 and ${t.completion_tokens} >= 0`,
    ),
    check("conversations_ended_check", sql`(${t.status} = 'in_progress') = (${t.ended_at} is null)`),
  ],
);

/** The lines of a transcript, in order. */
export const messages = pgTable(
  "messages",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    conversation_id: uuid("conversation_id").notNull(),
    position: integer("position").notNull(),
    speaker: text("speaker", { enum: speakers }).notNull(),
    text: text("text").notNull(),
    text_folded: derived("text_folded", sql`app.fold_arabic(text)`),
    at_ms: integer("at_ms"),
    tool: jsonb("tool").$type<Record<string, unknown>>(),
    /** The answer broke off: what came until then. */
    is_cut: boolean("is_cut").notNull().default(false),
    /** What an answer took: duration_ms, first_token_ms, model, prompt_tokens, completion_tokens, cost_usd_micros. */
    took: jsonb("took").$type<Record<string, unknown>>(),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("messages_position_key").on(t.company_id, t.conversation_id, t.position),
    foreignKey({
      name: "messages_conversation_fk",
      columns: [t.company_id, t.conversation_id],
      foreignColumns: [conversations.company_id, conversations.id],
    }).onDelete("cascade"),
    oneOf("messages_speaker_check", t.speaker, speakers),
    check("messages_text_check", sql`char_length(${t.text}) <= 20000`),
    check("messages_at_check", sql`${t.at_ms} >= 0`),
  ],
);

/** What a conversation came to, as a model or a person put it. Every run is a new version; the conversation carries the newest. */
export const conversation_summaries = pgTable(
  "conversation_summaries",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    conversation_id: uuid("conversation_id").notNull(),
    version: integer("version").notNull(),
    language: text("language", { enum: locales }).notNull(),
    summary: text("summary").notNull(),
    outcome: text("outcome", { enum: conversation_outcomes }),
    next_step: text("next_step"),
    sentiment: text("sentiment", { enum: sentiments }),
    /** Which model wrote it, or which vendor sent it along. */
    model: text("model").notNull(),
    prompt_version: integer("prompt_version").notNull(),
    /** Who asked for it again; null when it was written by itself. */
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("conversation_summaries_version_key").on(t.company_id, t.conversation_id, t.version),
    foreignKey({
      name: "conversation_summaries_conversation_fk",
      columns: [t.company_id, t.conversation_id],
      foreignColumns: [conversations.company_id, conversations.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "conversation_summaries_created_by_fk",
      columns: [t.company_id, t.created_by],
      foreignColumns: [users.company_id, users.id],
    }),
    index("conversation_summaries_created_by_idx").on(t.company_id, t.created_by),
    oneOf("conversation_summaries_language_check", t.language, locales),
    oneOf("conversation_summaries_outcome_check", t.outcome, conversation_outcomes),
    oneOf("conversation_summaries_sentiment_check", t.sentiment, sentiments),
    check("conversation_summaries_summary_check", sql`char_length(${t.summary}) between 1 and 5000`),
  ],
);
