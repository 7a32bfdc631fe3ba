import * as z from "zod";
import {
  conversation_channels,
  conversation_directions,
  conversation_modes,
  conversation_outcomes,
  conversation_statuses,
  conversation_types,
  sentiments,
  speakers,
} from "#drizzle/values.ts";
import { foldArabic } from "#lib/arabic.ts";
import { cursor, id, instant, instantOut, limit, prose } from "#lib/fields.ts";

/** What a machine did between two lines. */
export const ToolStep = z.object({
  name: z.string(),
  ok: z.boolean(),
  duration_ms: z.int().nullable(),
  arguments: z.unknown().optional(),
  result: z.unknown().optional(),
});
export type ToolStep = z.infer<typeof ToolStep>;

/** What a machine's answer took. Money in millionths of a US dollar. */
export const Took = z.object({
  model: z.string(),
  duration_ms: z.int(),
  first_token_ms: z.int().nullable(),
  prompt_tokens: z.int(),
  completion_tokens: z.int(),
  cost_usd_micros: z.int(),
});
export type Took = z.infer<typeof Took>;

/** One line of a transcript; `at_ms` is its place in the recording. Of a step of a machine `tool` says which; `text` is then
 *  its result in words. `is_cut`: the answer broke off; `text` is what came until then, which may be nothing. */
export const Line = z.object({
  speaker: z.enum(speakers),
  text: z.string(),
  at_ms: z.int().nullable(),
  tool: ToolStep.optional(),
  is_cut: z.literal(true).optional(),
  took: Took.optional(),
});
export type Line = z.infer<typeof Line>;

export const Person = z.object({ id: id(), name: z.string() });

/** Half-open spans to mark, in UTF-16 units of the text they belong to. */
export const Ranges = z.array(z.tuple([z.int(), z.int()]));
export type Ranges = z.infer<typeof Ranges>;

/** Words as people type them; two letters at least once marks and spaces at the ends are gone. */
const searchWords = () =>
  prose(200).refine(
    (words) => {
      const { length } = foldArabic(words);
      return length >= 2 && length <= 200;
    },
    { message: "Two to 200 characters", params: { code: "bad_search_words" } },
  );

/** A call or a chat without its lines. `duration` is "2:34", null while it runs or when nobody measured. */
export const ConversationHead = z.object({
  id: id(),
  company_id: id(),
  type: z.enum(conversation_types),
  status: z.enum(conversation_statuses),
  mode: z.enum(conversation_modes),
  channel: z.enum(conversation_channels),
  direction: z.enum(conversation_directions),
  outcome: z.enum(conversation_outcomes).nullable(),
  customer_id: id().nullable(),
  customer_name: z.string().nullable(),
  customer_phone: z.string().nullable(),
  agent_name: z.string().nullable(),
  language: z.string().nullable(),
  duration: z.string().nullable(),
  duration_seconds: z.int().nullable(),
  message_count: z.int(),
  summary: z.string().nullable(),
  next_step: z.string().nullable(),
  sentiment: z.enum(sentiments).nullable(),
  audio_url: z.string().nullable(),
  model: z.string().nullable(),
  prompt_tokens: z.int().nullable(),
  completion_tokens: z.int().nullable(),
  /** Millionths of a US dollar. */
  cost_usd_micros: z.int().nullable(),
  handed_over_to: Person.nullable(),
  handed_over_at: instantOut().nullable(),
  started_at: instantOut(),
  ended_at: instantOut().nullable(),
  version: z.int(),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type ConversationHead = z.infer<typeof ConversationHead>;

const Filters = {
  type: z.enum(["all", ...conversation_types]).default("all"),
  status: z.enum(conversation_statuses).optional(),
  outcome: z.enum(conversation_outcomes).optional(),
  customer_id: id().optional(),
  /** A member of staff; "me" is the caller. */
  handed_over_to: z.union([z.literal("me"), id()]).optional(),
  /** Begun at or after. */
  from: instant().optional(),
  /** Begun before. */
  to: instant().optional(),
};
export type ConversationFilters = z.infer<z.ZodObject<typeof Filters>>;

/** Trial talks of the playground only when asked for. */
const mode = () => z.enum(conversation_modes).default("real");

export const ListConversations = z.strictObject({
  ...Filters,
  mode: mode(),
  /** Words of a line, of the summary or of the customer's name. */
  q: searchWords().optional(),
  with_transcript: z.boolean().default(true),
  cursor: cursor(),
  limit: limit(),
});
export type ListConversations = z.infer<typeof ListConversations>;

/** Where the words stand: in up to three of the lines that hold them, in the summary and in the customer's name. */
const Marks = { snippets: z.array(Line.extend({ ranges: Ranges })), summary_ranges: Ranges, name_ranges: Ranges };

/** `transcript` is left out when it was not asked for, and what words were found in when none were. */
export const ConversationPage = z.object({
  conversations: z.array(
    ConversationHead.extend({ transcript: z.array(Line).optional(), ...z.object(Marks).partial().shape }),
  ),
  next_cursor: z.string().nullable(),
});
export type ConversationPage = z.infer<typeof ConversationPage>;

export const CountConversations = z
  .strictObject({ ...Filters, mode: mode(), q: searchWords().optional() })
  .omit({ status: true, handed_over_to: true });
export type CountConversations = z.infer<typeof CountConversations>;

/** How many conversations the list's filters let through: all, by status, and those handed to the caller. */
export const ConversationCounts = z.object({
  all: z.int(),
  in_progress: z.int(),
  ended: z.int(),
  failed: z.int(),
  handed_to_me: z.int(),
});
export type ConversationCounts = z.infer<typeof ConversationCounts>;

export const SearchConversations = z.strictObject({
  ...Filters,
  q: searchWords(),
  /** Real and trial talks when left out. */
  mode: z.enum(conversation_modes).optional(),
  cursor: cursor(),
  limit: limit(),
});
export type SearchConversations = z.infer<typeof SearchConversations>;

/** Conversations that hold the words, newest first. */
export const FoundConversations = z.object({
  conversations: z.array(ConversationHead.extend(Marks)),
  next_cursor: z.string().nullable(),
});
export type FoundConversations = z.infer<typeof FoundConversations>;
