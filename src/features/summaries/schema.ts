import * as z from "zod";
import { conversation_outcomes, genders, locales, sentiments } from "#drizzle/values.ts";
import { id, instantOut, line } from "#lib/fields.ts";

/** What a conversation came to, once put into words. `model` is the one that served, or the vendor that sent the words along
 *  (then `prompt_version` is 0); `created_by` asked for it again, null when it was written by itself. */
export const Summary = z.object({
  id: id(),
  version: z.int(),
  language: z.enum(locales),
  summary: z.string(),
  outcome: z.enum(conversation_outcomes).nullable(),
  next_step: z.string().nullable(),
  sentiment: z.enum(sentiments).nullable(),
  model: z.string(),
  prompt_version: z.int(),
  created_by: z.object({ id: id(), name: z.string(), gender: z.enum(genders).nullable() }).nullable(),
  created_at: instantOut(),
});
export type Summary = z.infer<typeof Summary>;

/** Newest first; the first is the one that the conversation carries. */
export const Summaries = z.object({ summaries: z.array(Summary) });
export type Summaries = z.infer<typeof Summaries>;

/** What a model has to answer. `refusal_quote` are the customer's own words when he wants no more calls. */
export const ModelSummary = z.object({
  summary: line(2000),
  outcome: z.enum(conversation_outcomes),
  next_step: line(500)
    .nullish()
    .transform((text) => text ?? null),
  sentiment: z.enum(sentiments),
  refusal_quote: z
    .string()
    .max(2000)
    .nullish()
    .transform((text) => text ?? null),
});
export type ModelSummary = z.infer<typeof ModelSummary>;

/** What may follow from a talk by itself; what each does is in talk-rules.ts. */
export const talk_rule_names = [
  "ticket_after_failed_call",
  "stage_after_interest",
  "stage_after_booking",
  "no_calls_after_refusal",
] as const;

export const TalkRule = z.enum(talk_rule_names);
export type TalkRule = z.infer<typeof TalkRule>;

export const ReadTalkRules = z.strictObject({});

/** Every rule, and whether the company lets it work. */
export const TalkRules = z.object({ rules: z.array(z.object({ rule: TalkRule, is_on: z.boolean() })) });
export type TalkRules = z.infer<typeof TalkRules>;

export const SwitchTalkRule = z.strictObject({ rule: TalkRule, is_on: z.boolean() });
export type SwitchTalkRule = z.infer<typeof SwitchTalkRule>;
