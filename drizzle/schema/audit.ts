import { bigint, customType, index, integer, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { companyId, createdAt, instant, oneOf } from "../columns.ts";
import { audit_ops } from "../values.ts";
import { companies } from "./companies.ts";

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/** Who changed what, written by trigger in the change's own transaction; also the feed of the live screens.
 *  No foreign key but the company: a trail outlives what it describes. */
export const audit_log = pgTable(
  "audit_log",
  {
    company_id: companyId().references(() => companies.company_id),
    seq: bigint("seq", { mode: "number" }).notNull().generatedAlwaysAsIdentity(),
    xid: xid8("xid").notNull(),
    table_name: text("table_name").notNull(),
    row_id: text("row_id").notNull(),
    op: text("op", { enum: audit_ops }).notNull(),
    actor_id: uuid("actor_id"),
    actor_role: text("actor_role"),
    request_id: text("request_id"),
    before: jsonb("before").$type<Record<string, unknown>>(),
    after: jsonb("after").$type<Record<string, unknown>>(),
    created_at: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.company_id, t.seq] }),
    index("audit_log_row_idx").on(t.company_id, t.table_name, t.row_id, t.seq),
    index("audit_log_created_idx").on(t.company_id, t.created_at),
    // The one index that does not begin with the company: the publisher tails all companies in commit order.
    index("audit_log_feed_idx").on(t.xid, t.seq),
    oneOf("audit_log_op_check", t.op, audit_ops),
  ],
);

/** The hash chain over the trail, one link per company and minute; heads are also written to the process log. */
export const audit_seals = pgTable(
  "audit_seals",
  {
    company_id: companyId().references(() => companies.company_id),
    link: integer("link").notNull(),
    /** The link covers the rows of transactions below this one and not below the link before it. */
    through_xid: xid8("through_xid").notNull(),
    row_count: integer("row_count").notNull(),
    hash: text("hash").notNull(),
    sealed_at: instant("sealed_at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.company_id, t.link] })],
);
