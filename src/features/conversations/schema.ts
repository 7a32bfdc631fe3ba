import * as z from "zod";
import {
  booking_statuses,
  conversation_channels,
  conversation_directions,
  conversation_modes,
  conversation_outcomes,
  conversation_statuses,
  conversation_types,
  sentiments,
  speakers,
  ticket_statuses,
} from "#drizzle/values.ts";
import { foldArabic } from "#lib/arabic.ts";
import { cursor, id, instant, instantOut, limit, prose } from "#lib/fields.ts";

/** One line of a transcript; `at_ms` is its place in the recording. */
export const Line = z.object({ speaker: z.enum(speakers), text: z.string(), at_ms: z.int().nullable() });
export type Line = z.infer<typeof Line>;

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
  handed_over_to: z.object({ id: id(), name: z.string() }).nullable(),
  started_at: instantOut(),
  ended_at: instantOut().nullable(),
  version: z.int(),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type ConversationHead = z.infer<typeof ConversationHead>;

export const ListConversations = z.strictObject({
  type: z.enum(["all", ...conversation_types]).default("all"),
  status: z.enum(conversation_statuses).optional(),
  outcome: z.enum(conversation_outcomes).optional(),
  /** Trial talks of the playground only when asked for. */
  mode: z.enum(conversation_modes).default("real"),
  customer_id: id().optional(),
  /** Begun at or after. */
  from: instant().optional(),
  /** Begun before. */
  to: instant().optional(),
  with_transcript: z.boolean().default(true),
  cursor: cursor(),
  limit: limit(),
});
export type ListConversations = z.infer<typeof ListConversations>;

/** `transcript` is left out when it was not asked for. */
export const ConversationPage = z.object({
  conversations: z.array(ConversationHead.extend({ transcript: z.array(Line).optional() })),
  next_cursor: z.string().nullable(),
});
export type ConversationPage = z.infer<typeof ConversationPage>;

export const OneConversation = z.strictObject({ id: id() });

/** A conversation with its lines and what came of it: bookings and tickets for roles that may read them, else no key. */
export const Conversation = ConversationHead.extend({
  transcript: z.array(Line),
  bookings: z.array(z.object({ id: id(), reference: z.string(), status: z.enum(booking_statuses) })).optional(),
  tickets: z.array(z.object({ id: id(), reference: z.string(), status: z.enum(ticket_statuses) })).optional(),
});
export type Conversation = z.infer<typeof Conversation>;

const longest = 200_000;

/** A talk that is over, as the playground or another tool saves it. `audio_url` must be https. */
export const CreateConversation = z.strictObject({
  type: z.enum(conversation_types),
  customer_id: id().nullish(),
  transcript: z
    .array(
      z.strictObject({
        speaker: z.enum(["customer", "agent", "staff"]),
        text: prose(5000),
        at_ms: z.int().min(0).max(86_400_000).nullish(),
      }),
    )
    .max(2000)
    .refine((lines) => lines.reduce((sum, { text }) => sum + text.length, 0) <= longest, {
      message: `All lines together are at most ${longest} characters`,
      params: { code: "too_big" },
    }),
  summary: prose(5000).nullish(),
  duration_seconds: z.int().min(0).max(86_400).nullish(),
  audio_url: z
    .url({ protocol: /^https$/ })
    .max(2000)
    .nullish(),
  started_at: instant().nullish(),
});
export type CreateConversation = z.infer<typeof CreateConversation>;

export const SearchConversations = z.strictObject({
  /** Words as people type them; two letters at least once marks and spaces at the ends are gone. */
  q: prose(200).refine(
    (words) => {
      const { length } = foldArabic(words);
      return length >= 2 && length <= 200;
    },
    { message: "Two to 200 characters", params: { code: "bad_search_words" } },
  ),
  cursor: cursor(),
  limit: limit(),
});
export type SearchConversations = z.infer<typeof SearchConversations>;

/** Half-open spans to mark, in UTF-16 units of the text they belong to. */
export const Ranges = z.array(z.tuple([z.int(), z.int()]));

/** Conversations that hold the words, newest first, with up to three of the lines that do. */
export const FoundConversations = z.object({
  conversations: z.array(
    ConversationHead.extend({
      snippets: z.array(Line.extend({ ranges: Ranges })),
      summary_ranges: Ranges,
    }),
  ),
  next_cursor: z.string().nullable(),
});
export type FoundConversations = z.infer<typeof FoundConversations>;
