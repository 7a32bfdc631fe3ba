import * as z from "zod";
import {
  actor_kinds,
  conversation_types,
  customer_stages,
  genders,
  ticket_categories,
  ticket_event_kinds,
  ticket_priorities,
  ticket_statuses,
} from "#drizzle/values.ts";
import { cursor, id, instant, instantOut, limit, prose } from "#lib/fields.ts";

export const TicketStatus = z.enum(ticket_statuses);
export type TicketStatus = z.infer<typeof TicketStatus>;
export const TicketCategory = z.enum(ticket_categories);
export const TicketPriority = z.enum(ticket_priorities);
export type TicketPriority = z.infer<typeof TicketPriority>;

const Person = z.object({ id: id(), name: z.string() });
const Actor = Person.extend({ gender: z.enum(genders).nullable() });

/** What a customer needs solved. `reference` is "TK-1042"; instants are UTC. `is_overdue`: unsolved and past `due_at`. */
export const Ticket = z.object({
  id: id(),
  company_id: id(),
  reference: z.string(),
  subject: z.string(),
  description: z.string().nullable(),
  category: TicketCategory,
  priority: TicketPriority,
  status: TicketStatus,
  source: z.enum(actor_kinds),
  customer_id: id().nullable(),
  customer: z.object({ id: id(), name: z.string(), phone: z.string(), stage: z.enum(customer_stages) }).nullable(),
  assignee_id: id().nullable(),
  assignee: Person.nullable(),
  conversation_id: id().nullable(),
  due_at: instantOut().nullable(),
  is_overdue: z.boolean(),
  resolution: z.string().nullable(),
  first_response_at: instantOut().nullable(),
  resolved_at: instantOut().nullable(),
  created_by: Actor.nullable(),
  version: z.int(),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type Ticket = z.infer<typeof Ticket>;

const Filters = {
  status: TicketStatus.optional(),
  category: TicketCategory.optional(),
  priority: TicketPriority.optional(),
  /** A member of staff; "me" is the caller, "none" are the tickets nobody works on. */
  assignee_id: z.union([z.literal("me"), z.literal("none"), id()]).optional(),
  customer_id: id().optional(),
  /** Tickets opened at or after. */
  from: instant().optional(),
  /** Tickets opened before. */
  to: instant().optional(),
  /** Open or in progress. */
  is_unsolved: z.boolean().optional(),
  /** Of the unsolved: past their time, or with at most `due_soon_hours` working hours left. */
  due: z.enum(["overdue", "soon"]).optional(),
  /** Words of the subject, part of the customer's name or phone, or a ticket's number. */
  q: prose(200).trim().optional(),
};

export const ListTickets = z.strictObject({
  ...Filters,
  /** "due_first": the soonest time first, those without one last; "urgent_first": by priority, then newest. */
  sort: z.enum(["newest", "oldest", "urgent_first", "due_first"]).default("newest"),
  cursor: cursor(),
  limit: limit(),
});
export type ListTickets = z.infer<typeof ListTickets>;

export const TicketPage = z.object({ tickets: z.array(Ticket), next_cursor: z.string().nullable() });
export type TicketPage = z.infer<typeof TicketPage>;

export const CountTickets = z.strictObject(Filters).omit({ status: true, is_unsolved: true });
export type CountTickets = z.infer<typeof CountTickets>;

/** How many in each state, under the same filters as the list. `unsolved` are open or in progress; of these are `overdue`, and,
 *  whoever the filter asks for, `mine` (the caller's) and `unassigned`. */
export const TicketCounts = z.object({
  all: z.int(),
  open: z.int(),
  in_progress: z.int(),
  resolved: z.int(),
  closed: z.int(),
  unsolved: z.int(),
  overdue: z.int(),
  mine: z.int(),
  unassigned: z.int(),
});
export type TicketCounts = z.infer<typeof TicketCounts>;

export const OneTicket = z.strictObject({ id: id() });
export type OneTicket = z.infer<typeof OneTicket>;

/** One step of a ticket's history. The people of an "assigned" step stand in `from_user` and `to_user`. A time that followed
 *  the priority by itself is a "due_changed" of the system's. */
export const TicketEvent = z.object({
  id: id(),
  kind: z.enum(ticket_event_kinds),
  actor_kind: z.enum(actor_kinds),
  actor: Actor.nullable(),
  from_value: z.string().nullable(),
  to_value: z.string().nullable(),
  from_user: Person.nullable(),
  to_user: Person.nullable(),
  body: z.string().nullable(),
  created_at: instantOut(),
});
export type TicketEvent = z.infer<typeof TicketEvent>;

export const ListEvents = z.strictObject({ id: id(), cursor: cursor(), limit: limit() });
export type ListEvents = z.infer<typeof ListEvents>;

/** Newest step first. */
export const TicketEvents = z.object({ events: z.array(TicketEvent), next_cursor: z.string().nullable() });
export type TicketEvents = z.infer<typeof TicketEvents>;

/** One ticket, the conversation it came from, and its last 50 steps, newest first; `next_cursor` goes on in `events`. */
export const TicketHistory = TicketEvents.extend({
  ticket: Ticket,
  conversation: z.object({ id: id(), type: z.enum(conversation_types), started_at: instantOut() }).nullable(),
});
export type TicketHistory = z.infer<typeof TicketHistory>;

export const AskHours = z.strictObject({});

/** By what a ticket's time is reckoned: hours of work by ISO weekday, clock times in the company's zone, and the working hours
 *  within which a ticket should be solved. */
export const TicketHours = z.object({
  timezone: z.string(),
  working_hours: z.record(z.string(), z.object({ from: z.string(), to: z.string() }).optional()),
  ticket_hours: z.record(TicketPriority, z.number()),
});
export type TicketHours = z.infer<typeof TicketHours>;

/** Colleagues of the caller who have the ticket open, the first to come first. */
export const TicketViewers = z.object({ ticket_id: id(), viewers: z.array(Actor) });
export type TicketViewers = z.infer<typeof TicketViewers>;
