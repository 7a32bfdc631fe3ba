import { sql } from "drizzle-orm";
import { check, date, index, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import {
  companyId,
  createdAt,
  currency,
  derived,
  id,
  lengthWithin,
  minor,
  oneOf,
  updatedAt,
  version,
} from "../columns.ts";
import { property_kinds, property_purposes, property_statuses } from "../values.ts";
import { companies } from "./companies.ts";

/** The listings. One whose advertising permit is missing or past may be shown to staff but never offered by an agent. */
export const properties = pgTable(
  "properties",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    reference: text("reference").notNull(),
    title: text("title").notNull(),
    title_en: text("title_en"),
    title_key: derived("title_key", sql`app.name_key(title || ' ' || coalesce(title_en, '') || ' ' || district)`),
    kind: text("kind", { enum: property_kinds }).notNull(),
    purpose: text("purpose", { enum: property_purposes }).notNull().default("sale"),
    status: text("status", { enum: property_statuses }).notNull().default("available"),
    price_minor: minor("price_minor").notNull(),
    currency: currency(),
    bedrooms: integer("bedrooms"),
    bathrooms: integer("bathrooms"),
    area_sqm: integer("area_sqm"),
    city: text("city").notNull(),
    district: text("district").notNull(),
    description: text("description"),
    permit_number: text("permit_number"),
    permit_expires_on: date("permit_expires_on", { mode: "string" }),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("properties_reference_key").on(t.company_id, t.reference),
    index("properties_created_idx").on(t.company_id, t.created_at, t.id),
    index("properties_status_idx").on(t.company_id, t.status, t.created_at, t.id),
    oneOf("properties_kind_check", t.kind, property_kinds),
    oneOf("properties_purpose_check", t.purpose, property_purposes),
    oneOf("properties_status_check", t.status, property_statuses),
    lengthWithin("properties_title_check", t.title, 200),
    check("properties_price_check", sql`${t.price_minor} >= 0`),
    check("properties_size_check", sql`${t.bedrooms} >= 0 and ${t.bathrooms} >= 0 and ${t.area_sqm} >= 0`),
  ],
);
