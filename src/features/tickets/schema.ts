import * as z from "zod";
import {
  actor_kinds,
  customer_stages,
  genders,
  ticket_categories,
  ticket_event_kinds,
  ticket_priorities,
  ticket_statuses,
} from "#drizzle/values.ts";
import { cursor, id, instant, instantOut, limit, line, prose } from "#lib/fields.ts";

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
  /** Words of the subject, or a ticket's number. */
  q: prose(200).trim().optional(),
};

export const ListTickets = z.strictObject({
  ...Filters,
  sort: z.enum(["newest", "oldest", "urgent_first"]).default("newest"),
  cursor: cursor(),
  limit: limit(),
});
export type ListTickets = z.infer<typeof ListTickets>;

export const TicketPage = z.object({ tickets: z.array(Ticket), next_cursor: z.string().nullable() });
export type TicketPage = z.infer<typeof TicketPage>;

export const CountTickets = z.strictObject(Filters).omit({ status: true });
export type CountTickets = z.infer<typeof CountTickets>;

/** How many in each state, under the same filters as the list; `overdue` are part of `open` and `in_progress`. */
export const TicketCounts = z.object({
  all: z.int(),
  open: z.int(),
  in_progress: z.int(),
  resolved: z.int(),
  closed: z.int(),
  overdue: z.int(),
});
export type TicketCounts = z.infer<typeof TicketCounts>;

export const OneTicket = z.strictObject({ id: id() });

/** One step of a ticket's history. The people of an "assigned" step stand in `from_user` and `to_user`. */
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

/** One ticket with its history, oldest step first. */
export const TicketHistory = z.object({ ticket: Ticket, events: z.array(TicketEvent) });
export type TicketHistory = z.infer<typeof TicketHistory>;

/** Without `due_at` the priority decides (urgent 4 hours, high 24, medium 72, low 168); null is a ticket without a limit. */
export const CreateTicket = z.strictObject({
  subject: line(200),
  description: prose(5000).nullish(),
  category: TicketCategory,
  priority: TicketPriority.default("medium"),
  customer_id: id().nullish(),
  assignee_id: id().nullish(),
  due_at: instant().nullish(),
  conversation_id: id().nullish(),
});
export type CreateTicket = z.infer<typeof CreateTicket>;

/** `version`, when given, is the one the caller saw: a later change by a colleague is then a conflict. */
export const AssignTicket = z.strictObject({ id: id(), version: z.int32().min(1).optional(), assignee_id: id() });
export type AssignTicket = z.infer<typeof AssignTicket>;

export const ResolveTicket = z.strictObject({
  id: id(),
  version: z.int32().min(1).optional(),
  resolution: line(2000).nullish(),
});
export type ResolveTicket = z.infer<typeof ResolveTicket>;
