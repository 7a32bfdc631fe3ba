import { sql } from "drizzle-orm";
import { bigint, jsonb, pgTable, primaryKey, smallint, text, unique, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, lengthWithin, oneOf, updatedAt, version } from "../columns.ts";
import { digit_sets, locales, type ticket_priorities } from "../values.ts";

/** The tenants. Their key is `company_id` itself, so that the fence reads the same on every table. */
export const companies = pgTable(
  "companies",
  {
    company_id: uuid("company_id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    name_en: text("name_en").notNull(),
    country: text("country").notNull(),
    city: text("city").notNull(),
    timezone: text("timezone").notNull(),
    currency: text("currency").notNull(),
    locale: text("locale", { enum: locales }).notNull().default("ar"),
    digits: text("digits", { enum: digit_sets }).notNull().default("latn"),
    /** ISO weekday, 1 = Monday … 7 = Sunday. */
    week_start: smallint("week_start").notNull().default(7),
    weekend: smallint("weekend").array().notNull().default(sql`'{5,6}'`),
    /** Hours of work by ISO weekday ("1" Monday … "7" Sunday), clock times in the company's zone; a day without an entry is off. */
    working_hours: jsonb("working_hours")
      .$type<Partial<Record<string, { from: string; to: string }>>>()
      .notNull()
      .default(
        sql`'{"7":{"from":"09:00","to":"18:00"},"1":{"from":"09:00","to":"18:00"},"2":{"from":"09:00","to":"18:00"},"3":{"from":"09:00","to":"18:00"},"4":{"from":"09:00","to":"18:00"}}'::jsonb`,
      ),
    /** Working hours within which a ticket should be solved, by priority. */
    ticket_hours: jsonb("ticket_hours")
      .$type<Record<(typeof ticket_priorities)[number], number>>()
      .notNull()
      .default(sql`'{"urgent":4,"high":9,"medium":27,"low":45}'::jsonb`),
    settings: jsonb("settings").$type<Record<string, unknown>>().notNull().default({}),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    unique("companies_slug_key").on(t.company_id, t.slug),
    oneOf("companies_locale_check", t.locale, locales),
    oneOf("companies_digits_check", t.digits, digit_sets),
    lengthWithin("companies_name_check", t.name, 200),
  ],
);

/** The next human-readable number of a noun within one company (bookings, tickets). */
export const counters = pgTable(
  "counters",
  {
    company_id: companyId().references(() => companies.company_id),
    noun: text("noun").notNull(),
    value: bigint("value", { mode: "number" }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.company_id, t.noun] })],
);
