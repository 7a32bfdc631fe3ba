import * as z from "zod";
import {
  actor_kinds,
  booking_statuses,
  conversation_outcomes,
  conversation_statuses,
  conversation_types,
  customer_stages,
  ticket_categories,
  ticket_priorities,
  ticket_statuses,
} from "#drizzle/values.ts";
import { cursor, id, instantOut, limit, line, prose } from "#lib/fields.ts";

export const CustomerStage = z.enum(customer_stages);
export type CustomerStage = z.infer<typeof CustomerStage>;

/** A person the company sells to. `phone` is E.164; instants are UTC; `owner` is the member of staff in charge. */
export const Customer = z.object({
  id: id(),
  company_id: id(),
  name: z.string(),
  phone: z.string(),
  email: z.string().nullable(),
  stage: CustomerStage,
  notes: z.string().nullable(),
  owner_id: id().nullable(),
  owner: z.object({ id: id(), name: z.string() }).nullable(),
  version: z.int(),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type Customer = z.infer<typeof Customer>;

const Filters = {
  /** Part of a name, however spelt, or of a phone number. */
  q: prose(200).trim().optional(),
  stage: CustomerStage.optional(),
  owner_id: id().optional(),
};

export const ListCustomers = z.strictObject({
  ...Filters,
  sort: z.enum(["newest", "oldest"]).default("newest"),
  cursor: cursor(),
  limit: limit(),
});
export type ListCustomers = z.infer<typeof ListCustomers>;

export const CustomerPage = z.object({ customers: z.array(Customer), next_cursor: z.string().nullable() });
export type CustomerPage = z.infer<typeof CustomerPage>;

export const CountCustomers = z.strictObject(Filters).omit({ stage: true });
export type CountCustomers = z.infer<typeof CountCustomers>;

const stageCounts = Object.fromEntries(customer_stages.map((stage) => [stage, z.int()]));
/** How many at each stage, under the same filters as the list. */
export const CustomerCounts = z.object({ all: z.int(), ...(stageCounts as Record<CustomerStage, z.ZodInt>) });
export type CustomerCounts = z.infer<typeof CustomerCounts>;

export const OneCustomer = z.strictObject({ id: id() });

/** As typed: any digits, spaces, 00 or +. The command reads it by the company's country. */
const phone = () => prose(40).trim().min(1);
const email = () => z.string().trim().max(254).pipe(z.email());
const version = () => z.int32().min(1).optional();

export const CreateCustomer = z.strictObject({
  name: line(200),
  phone: phone(),
  email: email().nullish(),
  stage: CustomerStage.default("lead"),
  notes: prose(5000).nullish(),
  owner_id: id().nullish(),
});
export type CreateCustomer = z.infer<typeof CreateCustomer>;

/** What is left out stays; null empties. `version`, when given, is the one the editor saw. */
export const UpdateCustomer = z
  .strictObject({
    id: id(),
    version: version(),
    name: line(200).optional(),
    phone: phone().optional(),
    email: email().nullish(),
    stage: CustomerStage.optional(),
    notes: prose(5000).nullish(),
    owner_id: id().nullish(),
  })
  .refine(({ id: _id, version: _version, ...changes }) => Object.values(changes).some((value) => value !== undefined), {
    message: "Nothing to change was given",
    params: { code: "nothing_to_change" },
  });
export type UpdateCustomer = z.infer<typeof UpdateCustomer>;

export const FindOrCreateCustomer = z.strictObject({
  phone: phone(),
  name: line(200).optional(),
  email: email().nullish(),
});
export type FindOrCreateCustomer = z.infer<typeof FindOrCreateCustomer>;

export const FoundCustomer = z.object({ customer: Customer, created: z.boolean() });
export type FoundCustomer = z.infer<typeof FoundCustomer>;

/** `at` is when it happened: a conversation began, a booking or a ticket was made, a stage was left. */
const Entry = z.object({ id: id(), at: instantOut(), title: z.string().nullable() });

export const ConversationEntry = Entry.extend({
  kind: z.literal("conversation"),
  type: z.enum(conversation_types),
  status: z.enum(conversation_statuses),
  outcome: z.enum(conversation_outcomes).nullable(),
  /** "2:34"; null while it runs or when nobody measured. */
  duration: z.string().nullable(),
  duration_seconds: z.int().nullable(),
});
export type ConversationEntry = z.infer<typeof ConversationEntry>;

export const BookingEntry = Entry.extend({
  kind: z.literal("booking"),
  reference: z.string(),
  status: z.enum(booking_statuses),
  property_id: id(),
  starts_at: instantOut(),
  ends_at: instantOut(),
  price: z.string().nullable(),
  currency: z.string(),
});
export type BookingEntry = z.infer<typeof BookingEntry>;

export const TicketEntry = Entry.extend({
  kind: z.literal("ticket"),
  reference: z.string(),
  status: z.enum(ticket_statuses),
  category: z.enum(ticket_categories),
  priority: z.enum(ticket_priorities),
});
export type TicketEntry = z.infer<typeof TicketEntry>;

export const StageEntry = Entry.extend({
  kind: z.literal("stage_change"),
  from_stage: z.enum(customer_stages).nullable(),
  to_stage: z.enum(customer_stages),
  actor_kind: z.enum(actor_kinds),
  actor: z.object({ id: id(), name: z.string() }).nullable(),
});
export type StageEntry = z.infer<typeof StageEntry>;

export const HistoryEntry = z.discriminatedUnion("kind", [ConversationEntry, BookingEntry, TicketEntry, StageEntry]);
export type HistoryEntry = z.infer<typeof HistoryEntry>;

export const ReadHistory = z.strictObject({ id: id(), cursor: cursor(), limit: limit() });
export type ReadHistory = z.infer<typeof ReadHistory>;

/** One page of a customer's timeline, newest first, and the same entries by noun. A role that may not read bookings or
 *  tickets gets neither their entries nor their key. */
export const CustomerHistory = z.object({
  customer: Customer,
  history: z.array(HistoryEntry),
  conversations: z.array(ConversationEntry),
  bookings: z.array(BookingEntry).optional(),
  tickets: z.array(TicketEntry).optional(),
  next_cursor: z.string().nullable(),
});
export type CustomerHistory = z.infer<typeof CustomerHistory>;
