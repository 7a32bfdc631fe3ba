import { sql } from "drizzle-orm";
import { boolean, check, integer, jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { companyId, createdAt, id, updatedAt, version } from "../columns.ts";
import { companies } from "./companies.ts";

/** When and how often people of a country may be called, where a company is stricter or laxer than app.country_rule says. */
export const dialling_rules = pgTable(
  "dialling_rules",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    /** ISO 3166 alpha-2 of the number called. */
    country: text("country").notNull(),
    /** Clock times in the zone of whom is called. */
    from_time: text("from_time").notNull(),
    to_time: text("to_time").notNull(),
    on_weekend: boolean("on_weekend").notNull(),
    /** Days without calls, "2026-12-02". */
    holidays: jsonb("holidays").$type<string[]>().notNull().default([]),
    unanswered_per_day: integer("unanswered_per_day").notNull(),
    unanswered_per_week: integer("unanswered_per_week").notNull(),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("dialling_rules_country_key").on(t.company_id, t.country),
    check("dialling_rules_country_check", sql`${t.country} ~ '^[A-Z]{2}$'`),
    check(
      "dialling_rules_times_check",
      sql`${t.from_time} ~ '^[0-2][0-9]:[0-5][0-9]$' and ${t.to_time} ~ '^[0-2][0-9]:[0-5][0-9]$' and ${t.from_time} < ${t.to_time}`,
    ),
    check(
      "dialling_rules_limits_check",
      sql`${t.unanswered_per_day} between 1 and 10 and ${t.unanswered_per_week} between 1 and 30`,
    ),
  ],
);
