import { index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, id, instant } from "../columns.ts";
import { companies } from "./companies.ts";

/** What vendors told us, once each, in any order and number: the key makes a repeat visible. */
export const inbound_events = pgTable(
  "inbound_events",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    source: text("source").notNull(),
    event_key: text("event_key").notNull(),
    kind: text("kind").notNull(),
    payload: jsonb("payload").$type<Record<string, unknown>>().notNull(),
    processed_at: instant("processed_at"),
    failure: text("failure"),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("inbound_events_event_key").on(t.company_id, t.source, t.event_key),
    index("inbound_events_created_idx").on(t.company_id, t.created_at),
  ],
);

/** The answer given to a create call that carried an Idempotency-Key; a repeat gets the same answer. */
export const idempotency_keys = pgTable(
  "idempotency_keys",
  {
    company_id: companyId().references(() => companies.company_id),
    user_id: uuid("user_id").notNull(),
    key: text("key").notNull(),
    procedure: text("procedure").notNull(),
    /** SHA-256 of the input: the same key with another input is refused. */
    input_hash: text("input_hash").notNull(),
    answer: jsonb("answer").$type<unknown>(),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.user_id, t.key] }),
    index("idempotency_keys_created_idx").on(t.company_id, t.created_at),
  ],
);
