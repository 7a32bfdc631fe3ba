import * as z from "zod";
import { id, instant, line, prose } from "#lib/fields.ts";
import { TicketCategory, TicketPriority } from "./schema.ts";

/** Without `due_at` the priority decides, in the company's working hours (companies.ticket_hours); null is a ticket without a
 *  limit. */
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
const version = () => z.int32().min(1).optional();

/** What is left out stays; null empties. A new priority sets a new time, unless staff ever set it. */
export const UpdateTicket = z.strictObject({
  id: id(),
  version: version(),
  subject: line(200).optional(),
  description: prose(5000).nullable().optional(),
  category: TicketCategory.optional(),
  priority: TicketPriority.optional(),
  due_at: instant().nullable().optional(),
});
export type UpdateTicket = z.infer<typeof UpdateTicket>;

/** Null gives it back: nobody works on it. */
export const AssignTicket = z.strictObject({ id: id(), version: version(), assignee_id: id().nullable() });
export type AssignTicket = z.infer<typeof AssignTicket>;

const resolution = () => line(2000).nullish();
export const ResolveTicket = z.strictObject({ id: id(), version: version(), resolution: resolution() });
export type ResolveTicket = z.infer<typeof ResolveTicket>;

export const StepTicket = z.strictObject({ id: id(), version: version() });
export type StepTicket = z.infer<typeof StepTicket>;

export const CommentTicket = z.strictObject({ id: id(), body: line(5000) });
export type CommentTicket = z.infer<typeof CommentTicket>;

const ids = () => z.array(id()).min(1).max(100);
export const AssignTickets = z.strictObject({ ids: ids(), assignee_id: id().nullable() });
export type AssignTickets = z.infer<typeof AssignTickets>;

export const ResolveTickets = z.strictObject({ ids: ids(), resolution: resolution() });
export type ResolveTickets = z.infer<typeof ResolveTickets>;

/** What became of many: each id is in one of the two. `reason` is a conflict's, or "not_found". */
export const ManyTickets = z.object({
  done: z.array(id()),
  failed: z.array(z.object({ id: id(), reason: z.string() })),
});
export type ManyTickets = z.infer<typeof ManyTickets>;
