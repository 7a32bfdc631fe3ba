import { type SQL, sql } from "drizzle-orm";
import { audit_log } from "#drizzle/schema/audit.ts";
import { bookings } from "#drizzle/schema/bookings.ts";
import { campaign_recipients, dial_attempts } from "#drizzle/schema/campaigns.ts";
import { conversations } from "#drizzle/schema/conversations.ts";
import { customers, stage_changes } from "#drizzle/schema/customers.ts";
import { notes } from "#drizzle/schema/notes.ts";
import { tickets } from "#drizzle/schema/tickets.ts";
import type { Permission } from "#server/permissions.ts";
import type { Tx } from "#server/tenant.ts";
import type { HistoryEntry, HistorySubject } from "./history-schema.ts";
import { isVisible } from "./visible.ts";

export type HistoryKind = HistoryEntry["kind"];
export const history_kinds = [
  "booking",
  "booking_decision",
  "campaign_contact",
  "conversation",
  "merge",
  "note",
  "stage_change",
  "ticket",
] as const satisfies readonly HistoryKind[];

/** One way into the timeline: where entries of a kind lie, when each happened and what it is called. */
export interface Source {
  kind: HistoryKind;
  subject: HistorySubject;
  /** Whoever may not read this sees nothing of it. */
  permission: Permission;
  /** A second entry of what another source counts already. */
  is_echo?: true;
  at: SQL;
  id: SQL;
  /** "from … where …", of one customer; more conditions may follow with "and". */
  from: (tx: Tx, customer_id: string) => SQL;
}

const ofType = (type: "voice" | "chat") => (tx: Tx, customer_id: string) =>
  sql`from ${conversations} where ${conversations.company_id} = ${tx.company_id}
    and ${conversations.customer_id} = ${customer_id} and ${conversations.type} = ${type}`;
const talk = { kind: "conversation", permission: "conversations.read" } as const;
const talkPlace = { at: sql`${conversations.started_at}`, id: sql`${conversations.id}` };

const sources: readonly Source[] = [
  { ...talk, ...talkPlace, subject: "calls", from: ofType("voice") },
  { ...talk, ...talkPlace, subject: "chats", from: ofType("chat") },
  {
    kind: "booking",
    subject: "viewings",
    permission: "bookings.read",
    at: sql`${bookings.created_at}`,
    id: sql`${bookings.id}`,
    from: (tx, customer_id) =>
      sql`from ${bookings} where ${bookings.company_id} = ${tx.company_id} and ${bookings.customer_id} = ${customer_id}`,
  },
  {
    kind: "booking_decision",
    subject: "viewings",
    permission: "bookings.read",
    is_echo: true,
    at: sql`${bookings.decided_at}`,
    id: sql`${bookings.id}`,
    from: (tx, customer_id) =>
      sql`from ${bookings} where ${bookings.company_id} = ${tx.company_id} and ${bookings.customer_id} = ${customer_id}
        and ${bookings.decided_at} is not null`,
  },
  {
    kind: "ticket",
    subject: "tickets",
    permission: "tickets.read",
    at: sql`${tickets.created_at}`,
    id: sql`${tickets.id}`,
    from: (tx, customer_id) =>
      sql`from ${tickets} where ${tickets.company_id} = ${tx.company_id} and ${tickets.customer_id} = ${customer_id}`,
  },
  {
    kind: "campaign_contact",
    subject: "campaigns",
    permission: "campaigns.read",
    // A call is told by its dialling; a message has none and is told by its recipient.
    at: sql`coalesce(${dial_attempts.started_at}, ${campaign_recipients.updated_at})`,
    id: sql`coalesce(${dial_attempts.id}, ${campaign_recipients.id})`,
    from: (tx, customer_id) =>
      sql`from ${campaign_recipients} left join ${dial_attempts} on ${dial_attempts.company_id} = ${campaign_recipients.company_id}
        and ${dial_attempts.recipient_id} = ${campaign_recipients.id}
        where ${campaign_recipients.company_id} = ${tx.company_id} and ${campaign_recipients.customer_id} = ${customer_id}
        and ${campaign_recipients.attempts} > 0`,
  },
  {
    kind: "stage_change",
    subject: "stages",
    permission: "customers.read",
    at: sql`${stage_changes.created_at}`,
    id: sql`${stage_changes.id}`,
    // Frozen, so a merge does not move them: the moves of the merged records are read beside the customer's own.
    from: (tx, customer_id) =>
      sql`from ${stage_changes} where ${stage_changes.company_id} = ${tx.company_id} and ${stage_changes.customer_id} in (
        select ${customers.id} from ${customers} where ${customers.company_id} = ${stage_changes.company_id}
        and (${customers.id} = ${customer_id} or ${customers.merged_into_id} = ${customer_id}))`,
  },
  {
    kind: "merge",
    subject: "stages",
    permission: "customers.read",
    at: sql`${audit_log.created_at}`,
    id: sql`${audit_log.row_id}::uuid`,
    // Who merged and when stands in the trail alone. A record is merged once; later its address may follow another merge.
    from: (tx, customer_id) =>
      sql`from ${audit_log} where ${audit_log.company_id} = ${tx.company_id} and ${audit_log.table_name} = 'customers'
        and ${audit_log.row_id} in (select ${customers.id}::text from ${customers}
          where ${customers.company_id} = ${audit_log.company_id} and ${customers.merged_into_id} = ${customer_id})
        and ${isMerge}`,
  },
  {
    kind: "note",
    subject: "notes",
    permission: "customers.read",
    at: sql`note.created_at`,
    id: sql`note.id`,
    from: (tx, customer_id) =>
      sql`from (select ${notes.id}, ${notes.created_at} from ${notes}
          where ${notes.company_id} = ${tx.company_id} and ${notes.customer_id} = ${customer_id}
        union select ${notes.id}, ${notes.created_at} from ${conversations}
          join ${notes} on ${notes.company_id} = ${conversations.company_id} and ${notes.conversation_id} = ${conversations.id}
          where ${conversations.company_id} = ${tx.company_id} and ${conversations.customer_id} = ${customer_id}
        ) note where true`,
  },
];

/** The row of the trail that made a record part of another. */
export const isMerge = sql`${audit_log.op} = 'update' and ${audit_log.before} ->> 'merged_into_id' is null
  and ${audit_log.after} ->> 'merged_into_id' is not null`;

/** The sources that whoever acts may read. */
export function readableSources(tx: Tx): readonly Source[] {
  return sources.filter(({ permission }) => isVisible(tx, permission));
}
