import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, real, text, unique, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, id, lengthWithin, oneOf } from "../columns.ts";
import { agent_kinds, genders, locales } from "../values.ts";
import { companies } from "./companies.ts";
import { users } from "./users.ts";

/** How a company's voice and chat agents speak. Every save is a new version; the highest of a kind is the one in use. */
export const agents = pgTable(
  "agents",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    kind: text("kind", { enum: agent_kinds }).notNull(),
    version: integer("version").notNull(),
    name: text("name").notNull(),
    name_en: text("name_en").notNull(),
    /** Arabic verbs agree with who did it. */
    gender: text("gender", { enum: genders }).notNull(),
    language: text("language", { enum: locales }).notNull(),
    greeting: text("greeting").notNull(),
    prompt: text("prompt").notNull(),
    model: text("model"),
    temperature: real("temperature").notNull().default(0.4),
    vendor_agent_id: text("vendor_agent_id"),
    created_by: uuid("created_by"),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("agents_version_key").on(t.company_id, t.kind, t.version),
    foreignKey({
      name: "agents_created_by_fk",
      columns: [t.company_id, t.created_by],
      foreignColumns: [users.company_id, users.id],
    }),
    index("agents_created_by_idx").on(t.company_id, t.created_by),
    oneOf("agents_kind_check", t.kind, agent_kinds),
    oneOf("agents_gender_check", t.gender, genders),
    oneOf("agents_language_check", t.language, locales),
    check("agents_temperature_check", sql`${t.temperature} between 0 and 2`),
    lengthWithin("agents_name_check", t.name, 60),
    lengthWithin("agents_greeting_check", t.greeting, 1000),
    lengthWithin("agents_prompt_check", t.prompt, 20000),
  ],
);
