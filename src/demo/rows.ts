import type * as schema from "#drizzle/schema/index.ts";

type Derived = "name_key" | "email_key" | "title_key" | "subject_key" | "summary_folded" | "text_folded";

/** A row as the demo writes it: every stored column, none that the database derives. */
type Stored<Table extends { $inferSelect: object }> = Omit<Table["$inferSelect"], Derived>;

/** The demo's rows by table, in an order in which the foreign keys hold. */
export type DemoRows = {
  companies: Stored<typeof schema.companies>[];
  counters: Stored<typeof schema.counters>[];
  users: Stored<typeof schema.users>[];
  directory: Stored<typeof schema.directory>[];
  agents: Stored<typeof schema.agents>[];
  customers: Stored<typeof schema.customers>[];
  stage_changes: Stored<typeof schema.stage_changes>[];
  properties: Stored<typeof schema.properties>[];
  conversations: Stored<typeof schema.conversations>[];
  messages: Stored<typeof schema.messages>[];
  property_inquiries: Stored<typeof schema.property_inquiries>[];
  notes: Stored<typeof schema.notes>[];
  bookings: Stored<typeof schema.bookings>[];
  tickets: Stored<typeof schema.tickets>[];
  ticket_events: Stored<typeof schema.ticket_events>[];
  campaigns: Stored<typeof schema.campaigns>[];
  campaign_recipients: Stored<typeof schema.campaign_recipients>[];
  dial_attempts: Stored<typeof schema.dial_attempts>[];
  do_not_call: Stored<typeof schema.do_not_call>[];
  notifications: Stored<typeof schema.notifications>[];
};

export type Row<Table extends keyof DemoRows> = DemoRows[Table][number];
export type Stage = Row<"customers">["stage"];
export type Outcome = NonNullable<Row<"conversations">["outcome"]>;
export type Gender = NonNullable<Row<"users">["gender"]>;
