import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, id, instant, oneOf, updatedAt, version } from "../columns.ts";
import { phone_providers } from "../values.ts";
import { companies } from "./companies.ts";

/** How a company is joined to the vendors of its agents; one row a company. Keys of vendors are in the environment, never here. */
export const integrations = pgTable(
  "integrations",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    /** Names the company in the address of its webhook; says nothing about it. */
    hook_id: text("hook_id").notNull(),
    /** SHA-256 of the secret that the voice agent's tools carry; shown once when it is made. */
    tool_secret_hash: text("tool_secret_hash"),
    tool_secret_prefix: text("tool_secret_prefix"),
    /** The vendor's id of the number that campaigns call from. */
    phone_number_id: text("phone_number_id"),
    phone_provider: text("phone_provider", { enum: phone_providers }).notNull().default("twilio"),
    /** Calls of campaigns at the same time. */
    dial_concurrency: integer("dial_concurrency").notNull().default(3),
    last_event_at: instant("last_event_at"),
    /** Deliveries refused since the last good one. */
    failures: integer("failures").notNull().default(0),
    last_failure_at: instant("last_failure_at"),
    last_failure: text("last_failure"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("integrations_company_key").on(t.company_id),
    oneOf("integrations_phone_provider_check", t.phone_provider, phone_providers),
    check("integrations_dial_concurrency_check", sql`${t.dial_concurrency} between 1 and 50`),
    check("integrations_hook_id_check", sql`${t.hook_id} ~ '^[0-9a-f]{32}$'`),
  ],
);

/** Webhook address -> company, looked up before a company is entered. The app role cannot read it (see `directory`). */
export const hooks = pgTable("hooks", {
  hook_id: text("hook_id").primaryKey(),
  company_id: uuid("company_id").notNull(),
});

/** Agent at the voice vendor -> company: in one vendor workspace an id is no secret, so whoever names it first keeps it. Closed to
 *  the app role like `hooks`. */
export const vendor_agents = pgTable("vendor_agents", {
  vendor_agent_id: text("vendor_agent_id").primaryKey(),
  company_id: uuid("company_id").notNull(),
});
