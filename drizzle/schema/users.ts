import { sql } from "drizzle-orm";
import { boolean, foreignKey, index, integer, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, id, instant, lengthWithin, oneOf, updatedAt, version } from "../columns.ts";
import { digit_sets, genders, locales, roles, themes } from "../values.ts";
import { companies } from "./companies.ts";

/** Staff who sign in. `password_hash` can be written but never read by the app role (column grants). */
export const users = pgTable(
  "users",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    username: text("username").notNull(),
    name: text("name").notNull(),
    email: text("email"),
    role: text("role", { enum: roles }).notNull(),
    /** Arabic verbs agree with who did it. */
    gender: text("gender", { enum: genders }),
    password_hash: text("password_hash").notNull(),
    is_active: boolean("is_active").notNull().default(true),
    locale: text("locale", { enum: locales }),
    theme: text("theme", { enum: themes }).notNull().default("system"),
    digits: text("digits", { enum: digit_sets }),
    /** Hijri dates as a second line where a day matters. */
    hijri: boolean("hijri").notNull().default(false),
    /** Single-key shortcuts; some assistive software needs the keys for itself (WCAG 2.1.4). */
    shortcuts: boolean("shortcuts").notNull().default(true),
    last_seen_at: instant("last_seen_at"),
    version: version(),
    created_at: createdAt(),
    updated_at: updatedAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("users_username_key").on(t.company_id, t.username),
    oneOf("users_role_check", t.role, roles),
    oneOf("users_gender_check", t.gender, genders),
    oneOf("users_locale_check", t.locale, locales),
    oneOf("users_theme_check", t.theme, themes),
    oneOf("users_digits_check", t.digits, digit_sets),
    lengthWithin("users_name_check", t.name, 120),
    lengthWithin("users_username_check", t.username, 64),
  ],
);

/** Sign-in name -> company and user: the only global name there is. The app role cannot read it;
 *  it has no foreign key into tenant tables, so that it can be replicated to every node. */
export const directory = pgTable("directory", {
  username: text("username").primaryKey(),
  company_id: companyId(),
  user_id: uuid("user_id").notNull(),
});

/** Failed sign-ins per user name and per address, counted behind a definer door; shared by every process. */
export const sign_in_attempts = pgTable("sign_in_attempts", {
  key: text("key").primaryKey(),
  failures: integer("failures").notNull(),
  window_ends_at: instant("window_ends_at").notNull(),
});

/** Signed-in browsers and tools. `id` is the SHA-256 of the token (hex); the token itself is stored nowhere. */
export const sessions = pgTable(
  "sessions",
  {
    company_id: companyId().references(() => companies.company_id),
    id: text("id").notNull(),
    user_id: uuid("user_id").notNull(),
    expires_at: instant("expires_at").notNull(),
    user_agent: text("user_agent"),
    /** What a person names a session of his by, since its id is a secret. */
    handle: uuid("handle").notNull().default(sql`gen_random_uuid()`),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    foreignKey({
      name: "sessions_user_fk",
      columns: [t.company_id, t.user_id],
      foreignColumns: [users.company_id, users.id],
    }).onDelete("cascade"),
    unique("sessions_handle_key").on(t.company_id, t.handle),
    index("sessions_user_idx").on(t.company_id, t.user_id),
  ],
);

/** Keys of internal tools, bound to one company and role. Only the SHA-256 of the secret is stored. */
export const api_keys = pgTable(
  "api_keys",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    name: text("name").notNull(),
    prefix: text("prefix").notNull(),
    secret_hash: text("secret_hash").notNull(),
    role: text("role", { enum: roles }).notNull(),
    created_by: uuid("created_by").notNull(),
    expires_at: instant("expires_at"),
    last_used_at: instant("last_used_at"),
    revoked_at: instant("revoked_at"),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("api_keys_secret_key").on(t.company_id, t.secret_hash),
    foreignKey({
      name: "api_keys_created_by_fk",
      columns: [t.company_id, t.created_by],
      foreignColumns: [users.company_id, users.id],
    }),
    index("api_keys_created_by_idx").on(t.company_id, t.created_by),
    oneOf("api_keys_role_check", t.role, roles),
  ],
);
