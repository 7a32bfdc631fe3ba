import * as z from "zod";
import { campaign_statuses, campaign_types, conversation_types, roles } from "#drizzle/values.ts";
import { id, instantOut } from "#lib/fields.ts";

export const AskOperations = z.strictObject({});

const Person = z.object({ id: id(), name: z.string() });

/** What happens in the company at `as_of`. What the role may not read is left out: `campaigns_running` is empty then, and the
 *  count is missing. */
export const Operations = z.object({
  company_id: id(),
  as_of: instantOut(),
  /** Voice and chat, longest first; trials in the playground are not among them. At most 100. */
  calls_in_progress: z.array(
    z.object({
      id: id(),
      type: z.enum(conversation_types),
      customer_id: id().nullable(),
      customer_name: z.string().nullable(),
      customer_phone: z.string().nullable(),
      agent_name: z.string().nullable(),
      started_at: instantOut(),
      handed_over_to: Person.nullable(),
    }),
  ),
  campaigns_running: z.array(
    z.object({
      id: id(),
      name: z.string(),
      type: z.enum(campaign_types),
      status: z.enum(campaign_statuses),
      metrics: z.object({
        recipients: z.int(),
        dialled: z.int(),
        pending: z.int(),
        dialling: z.int(),
        answered: z.int(),
        no_answer: z.int(),
        busy: z.int(),
        voicemail: z.int(),
        failed: z.int(),
        skipped: z.int(),
        booked: z.int(),
      }),
    }),
  ),
  /** Seen within the last two minutes. */
  staff_online: z.array(z.object({ id: id(), name: z.string(), role: z.enum(roles), last_seen_at: instantOut() })),
  /** `open_tickets` are those in state open; `urgent_tickets` the urgent ones that are not solved yet. */
  counts: z.object({
    pending_bookings: z.int().optional(),
    open_tickets: z.int().optional(),
    urgent_tickets: z.int().optional(),
  }),
});
export type Operations = z.infer<typeof Operations>;
