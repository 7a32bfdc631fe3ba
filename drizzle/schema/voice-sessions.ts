import { foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, id, instant } from "../columns.ts";
import { companies } from "./companies.ts";
import { conversations } from "./conversations.ts";
import { users } from "./users.ts";

/** A browser's permission to talk to the voice agent: minted after the tenant check, short-lived. */
export const voice_sessions = pgTable(
  "voice_sessions",
  {
    company_id: companyId().references(() => companies.company_id),
    id: id(),
    user_id: uuid("user_id").notNull(),
    conversation_id: uuid("conversation_id"),
    vendor: text("vendor").notNull(),
    vendor_session_id: text("vendor_session_id"),
    expires_at: instant("expires_at").notNull(),
    ended_at: instant("ended_at"),
    end_reason: text("end_reason"),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.id] }),
    unique("voice_sessions_vendor_key").on(t.company_id, t.vendor, t.vendor_session_id),
    foreignKey({
      name: "voice_sessions_user_fk",
      columns: [t.company_id, t.user_id],
      foreignColumns: [users.company_id, users.id],
    }).onDelete("cascade"),
    foreignKey({
      name: "voice_sessions_conversation_fk",
      columns: [t.company_id, t.conversation_id],
      foreignColumns: [conversations.company_id, conversations.id],
    }),
    index("voice_sessions_user_idx").on(t.company_id, t.user_id, t.created_at),
    index("voice_sessions_conversation_idx").on(t.company_id, t.conversation_id),
  ],
);
