import * as z from "zod";
import {
  actor_kinds,
  booking_statuses,
  campaign_types,
  conversation_directions,
  conversation_modes,
  conversation_outcomes,
  conversation_statuses,
  conversation_types,
  customer_stages,
  genders,
  recipient_statuses,
  ticket_categories,
  ticket_priorities,
  ticket_statuses,
} from "#drizzle/values.ts";
import { BarredNumber } from "#features/do-not-call/schema.ts";
import { cursor, id, instantOut, limit } from "#lib/fields.ts";
import { Customer, Listing } from "./schema.ts";
import { history_subjects } from "./subjects.ts";

/** What a timeline can be asked for; its tabs. */
export const HistorySubject = z.enum(history_subjects);
export type HistorySubject = z.infer<typeof HistorySubject>;

const Person = z.object({ id: id(), name: z.string() });
const Actor = Person.extend({ gender: z.enum(genders).nullable() });

/** `at` is when it happened. `actor` is the member of staff who did it, `agent` the machine that did. */
const Entry = z.object({
  id: id(),
  at: instantOut(),
  title: z.string().nullable(),
  actor_kind: z.enum(actor_kinds),
  actor: Actor.nullable(),
  agent: z.object({ name: z.string(), gender: z.enum(genders).nullable() }).nullable(),
});

/** A call or chat began. */
export const ConversationEntry = Entry.extend({
  kind: z.literal("conversation"),
  type: z.enum(conversation_types),
  mode: z.enum(conversation_modes),
  direction: z.enum(conversation_directions),
  status: z.enum(conversation_statuses),
  outcome: z.enum(conversation_outcomes).nullable(),
  /** "2:34"; null while it runs or when nobody measured. */
  duration: z.string().nullable(),
  duration_seconds: z.int().nullable(),
  handed_over_to: Person.nullable(),
});

const Viewing = Entry.extend({
  title_en: z.string().nullable(),
  reference: z.string(),
  status: z.enum(booking_statuses),
  property_id: id(),
  starts_at: instantOut(),
  ends_at: instantOut(),
  staff: Person.nullable(),
  price: z.string().nullable(),
  currency: z.string(),
});
/** A viewing was asked for. */
export const BookingEntry = Viewing.extend({ kind: z.literal("booking") });
/** A viewing was decided; `id` is the booking's. */
export const DecisionEntry = Viewing.extend({
  kind: z.literal("booking_decision"),
  decision: z.enum(["approved", "rejected", "cancelled"]),
  reject_reason: z.string().nullable(),
});

/** A ticket was opened. */
export const TicketEntry = Entry.extend({
  kind: z.literal("ticket"),
  reference: z.string(),
  status: z.enum(ticket_statuses),
  category: z.enum(ticket_categories),
  priority: z.enum(ticket_priorities),
});

/** A campaign tried to reach the customer; one entry a try. `title` is the campaign's name. */
export const CampaignEntry = Entry.extend({
  kind: z.literal("campaign_contact"),
  campaign_id: id(),
  type: z.enum(campaign_types),
  /** What came of this try; null while it runs. */
  outcome: z.enum(recipient_statuses).nullable(),
  attempt: z.int(),
});

/** The customer came (`from_stage` is null) or moved along the pipeline. */
export const StageEntry = Entry.extend({
  kind: z.literal("stage_change"),
  from_stage: z.enum(customer_stages).nullable(),
  to_stage: z.enum(customer_stages),
});

/** Another record was found to be this customer; `id` and what it held are that record's. `title` is its name. */
export const MergeEntry = Entry.extend({
  kind: z.literal("merge"),
  phone: z.string(),
  email: z.string().nullable(),
  notes: z.string().nullable(),
});

/** A colleague wrote something down; of a conversation when `conversation_id` says so. */
export const NoteEntry = Entry.extend({
  kind: z.literal("note"),
  body: z.string(),
  conversation_id: id().nullable(),
});
export type NoteEntry = z.infer<typeof NoteEntry>;

export const HistoryEntry = z.discriminatedUnion("kind", [
  ConversationEntry,
  BookingEntry,
  DecisionEntry,
  TicketEntry,
  CampaignEntry,
  StageEntry,
  MergeEntry,
  NoteEntry,
]);
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const ReadHistory = z.strictObject({
  id: id(),
  subject: HistorySubject.optional(),
  cursor: cursor(),
  limit: limit(),
});
export type ReadHistory = z.infer<typeof ReadHistory>;

/** One page of a customer's timeline, newest first, and the same entries by noun. A role that may not read bookings or
 *  tickets gets neither their entries nor their key. A merged record answers with the history of whom it was merged into. */
export const CustomerHistory = z.object({
  customer: Customer,
  history: z.array(HistoryEntry),
  conversations: z.array(ConversationEntry),
  bookings: z.array(BookingEntry).optional(),
  tickets: z.array(TicketEntry).optional(),
  next_cursor: z.string().nullable(),
});
export type CustomerHistory = z.infer<typeof CustomerHistory>;

/** A customer at a glance. `counts` has no key for what the role may not read, `next_viewing` is then null. */
export const CustomerFacts = z.object({
  counts: z.partialRecord(HistorySubject, z.int()),
  last_contact_at: instantOut().nullable(),
  next_viewing: z
    .object({
      id: id(),
      reference: z.string(),
      status: z.enum(booking_statuses),
      starts_at: instantOut(),
      ends_at: instantOut(),
      version: z.int(),
      property: Listing,
      staff: Person.nullable(),
    })
    .nullable(),
  /** Listings the customer asked about, the latest first; at most five. */
  asked_about: z.array(Listing),
  /** Records that were merged into this one; their numbers lead here. */
  merged: z.array(Person.extend({ phone: z.string() })),
  /** The customer's number as it stands on the do-not-call list; null when campaigns may call it. */
  barred: BarredNumber.nullable(),
});
export type CustomerFacts = z.infer<typeof CustomerFacts>;
