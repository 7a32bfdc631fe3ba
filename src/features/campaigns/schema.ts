import * as z from "zod";
import { campaign_statuses, campaign_types, customer_stages, recipient_statuses } from "#drizzle/values.ts";
import { cursor, day, id, instant, instantOut, limit, line, prose } from "#lib/fields.ts";

export const CampaignStatus = z.enum(campaign_statuses);
export type CampaignStatus = z.infer<typeof CampaignStatus>;
export const CampaignType = z.enum(campaign_types);
export const RecipientStatus = z.enum(recipient_statuses);

const Stages = z.array(z.enum(customer_stages)).min(1).max(customer_stages.length);

/** Whom a campaign is for; nothing given is every customer. Days are of the company's zone and are part of the span.
 *  `last_contact_before`: nobody whose latest conversation began on that day or later; never spoken to is in.
 *  `property_id`, `district`: who asked about that listing, or one there, or has a viewing of it. */
export const Audience = z
  .strictObject({
    stages: Stages.optional(),
    owner_id: z.union([id(), z.literal("none")]).optional(),
    created_from: day().optional(),
    created_to: day().optional(),
    last_contact_before: day().optional(),
    property_id: id().optional(),
    district: line(120).optional(),
  })
  .refine(({ created_from: from, created_to: to }) => from === undefined || to === undefined || from <= to, {
    path: ["created_to"],
    message: "Ends before it begins",
    params: { code: "ends_before_start" },
  });
export type Audience = z.infer<typeof Audience>;

/** Whom an audience holds just now. `duplicates` are customers that were merged into another, who is counted himself. */
export const AudienceReach = z.object({
  reachable: z.int(),
  do_not_call: z.int(),
  duplicates: z.int(),
  /** The newest few of those that can be reached. */
  sample: z.array(z.object({ id: id(), name: z.string(), phone: z.string(), stage: z.enum(customer_stages) })),
});
export type AudienceReach = z.infer<typeof AudienceReach>;

/** Counted from the recipients and their tries at every reading, never stored. The eight states add up to `recipients`;
 *  `dialled` were tried at least once, `attempts` is all the tries. */
export const CampaignMetrics = z.object({
  recipients: z.int(),
  dialled: z.int(),
  attempts: z.int(),
  pending: z.int(),
  dialling: z.int(),
  answered: z.int(),
  no_answer: z.int(),
  busy: z.int(),
  voicemail: z.int(),
  failed: z.int(),
  skipped: z.int(),
  booked: z.int(),
});
export type CampaignMetrics = z.infer<typeof CampaignMetrics>;

/** Calls or messages to many customers. `audience` says whom, until the start freezes them as recipients. */
export const Campaign = z.object({
  id: id(),
  company_id: id(),
  name: z.string(),
  type: CampaignType,
  status: CampaignStatus,
  script: z.string().nullable(),
  audience: z.object(Audience.shape),
  scheduled_at: instantOut().nullable(),
  started_at: instantOut().nullable(),
  finished_at: instantOut().nullable(),
  pause_reason: z.string().nullable(),
  created_by: z.object({ id: id(), name: z.string() }).nullable(),
  metrics: CampaignMetrics,
  version: z.int(),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type Campaign = z.infer<typeof Campaign>;

const Filters = {
  /** Part of a name, however spelt. */
  q: prose(200).trim().optional(),
  status: CampaignStatus.optional(),
  type: CampaignType.optional(),
};

export const ListCampaigns = z.strictObject({ ...Filters, cursor: cursor(), limit: limit() });
export type ListCampaigns = z.infer<typeof ListCampaigns>;

export const CampaignPage = z.object({ campaigns: z.array(Campaign), next_cursor: z.string().nullable() });
export type CampaignPage = z.infer<typeof CampaignPage>;

export const CountCampaigns = z.strictObject(Filters).omit({ status: true });
export type CountCampaigns = z.infer<typeof CountCampaigns>;

const statusCounts = Object.fromEntries(campaign_statuses.map((status) => [status, z.int()]));
/** How many in each state, under the same filters as the list. */
export const CampaignCounts = z.object({ all: z.int(), ...(statusCounts as Record<CampaignStatus, z.ZodInt>) });
export type CampaignCounts = z.infer<typeof CampaignCounts>;

export const OneCampaign = z.strictObject({ id: id() });

export const ListRecipients = z.strictObject({
  /** The campaign. */
  id: id(),
  status: RecipientStatus.optional(),
  /** Part of a customer's name, however spelt, or of a number. */
  q: prose(200).trim().optional(),
  cursor: cursor(),
  limit: limit(),
});
export type ListRecipients = z.infer<typeof ListRecipients>;

/** Somebody a campaign reaches. `customer` is who has the number today: after a merge the one that stayed. */
export const Recipient = z.object({
  id: id(),
  customer: z.object({ id: id(), name: z.string(), stage: z.enum(customer_stages) }).nullable(),
  phone: z.string(),
  status: RecipientStatus,
  reason: z.string().nullable(),
  attempts: z.int(),
  last_attempt_at: instantOut().nullable(),
  next_attempt_at: instantOut().nullable(),
  conversation_id: id().nullable(),
});
export type Recipient = z.infer<typeof Recipient>;

export const RecipientPage = z.object({ recipients: z.array(Recipient), next_cursor: z.string().nullable() });
export type RecipientPage = z.infer<typeof RecipientPage>;

/** With `scheduled_at` it is scheduled, without a draft. */
export const CreateCampaign = z.strictObject({
  name: line(200),
  type: CampaignType,
  script: prose(10_000).nullish(),
  audience: Audience.optional(),
  scheduled_at: instant().nullish(),
});
export type CreateCampaign = z.infer<typeof CreateCampaign>;

/** Here and below, when given, the version the caller saw: a later change by a colleague is then a conflict. */
const seen = { id: id(), version: z.int32().min(1).optional() };

/** Changes a draft. What is left out stays; null empties. A time stored here schedules nothing yet. */
export const UpdateCampaign = z
  .strictObject({
    ...seen,
    name: line(200).optional(),
    script: prose(10_000).nullish(),
    audience: Audience.optional(),
    scheduled_at: instant().nullish(),
  })
  .refine(({ id: _id, version: _version, ...changes }) => Object.values(changes).some((value) => value !== undefined), {
    message: "Nothing to change was given",
    params: { code: "nothing_to_change" },
  });
export type UpdateCampaign = z.infer<typeof UpdateCampaign>;

export const SetCampaignStatus = z.strictObject({ ...seen, status: CampaignStatus });
export type SetCampaignStatus = z.infer<typeof SetCampaignStatus>;

/** One step of one campaign. */
export const StepCampaign = z.strictObject(seen);
export type StepCampaign = z.infer<typeof StepCampaign>;

export const ScheduleCampaign = z.strictObject({ ...seen, scheduled_at: instant() });
export type ScheduleCampaign = z.infer<typeof ScheduleCampaign>;

export const PauseCampaign = z.strictObject({ ...seen, reason: line(500) });
export type PauseCampaign = z.infer<typeof PauseCampaign>;
