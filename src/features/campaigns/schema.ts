import * as z from "zod";
import { campaign_statuses, campaign_types, customer_stages } from "#drizzle/values.ts";
import { cursor, id, instant, instantOut, limit, line, prose } from "#lib/fields.ts";

export const CampaignStatus = z.enum(campaign_statuses);
export type CampaignStatus = z.infer<typeof CampaignStatus>;
export const CampaignType = z.enum(campaign_types);

/** Counted from the recipients at every reading, never stored. The eight states add up to `recipients`. */
export const CampaignMetrics = z.object({
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
});
export type CampaignMetrics = z.infer<typeof CampaignMetrics>;

/** Calls or messages to many customers. `audience.stages` says whom, until the start freezes them as recipients. */
export const Campaign = z.object({
  id: id(),
  company_id: id(),
  name: z.string(),
  type: CampaignType,
  status: CampaignStatus,
  script: z.string().nullable(),
  audience: z.object({ stages: z.array(z.enum(customer_stages)).optional() }),
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

export const ListCampaigns = z.strictObject({
  status: CampaignStatus.optional(),
  type: CampaignType.optional(),
  cursor: cursor(),
  limit: limit(),
});
export type ListCampaigns = z.infer<typeof ListCampaigns>;

export const CampaignPage = z.object({ campaigns: z.array(Campaign), next_cursor: z.string().nullable() });
export type CampaignPage = z.infer<typeof CampaignPage>;

export const OneCampaign = z.strictObject({ id: id() });

/** With `scheduled_at` it is scheduled, without a draft. Without stages the audience is every customer. */
export const CreateCampaign = z.strictObject({
  name: line(200),
  type: CampaignType,
  script: prose(10_000).nullish(),
  audience: z
    .strictObject({ stages: z.array(z.enum(customer_stages)).min(1).max(customer_stages.length).optional() })
    .optional(),
  scheduled_at: instant().nullish(),
});
export type CreateCampaign = z.infer<typeof CreateCampaign>;

/** `version`, when given, is the one the caller saw: a later change by a colleague is then a conflict. */
export const SetCampaignStatus = z.strictObject({
  id: id(),
  version: z.int32().min(1).optional(),
  status: CampaignStatus,
});
export type SetCampaignStatus = z.infer<typeof SetCampaignStatus>;
