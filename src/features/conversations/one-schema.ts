import * as z from "zod";
import {
  booking_statuses,
  conversation_types,
  genders,
  roles,
  ticket_priorities,
  ticket_statuses,
} from "#drizzle/values.ts";
import { id, instant, instantOut, line, prose } from "#lib/fields.ts";
import { ConversationHead, Line, Person } from "./schema.ts";

export const OneConversation = z.strictObject({ id: id() });

/** What staff wrote down about a conversation. */
export const ConversationNote = z.object({
  id: id(),
  body: z.string(),
  author: Person.extend({ gender: z.enum(genders).nullable() }).nullable(),
  created_at: instantOut(),
});
export type ConversationNote = z.infer<typeof ConversationNote>;

/** A conversation with its lines, its notes (oldest first) and what came of it: bookings and tickets for roles that may read
 *  them, else no key. */
export const Conversation = ConversationHead.extend({
  transcript: z.array(Line),
  notes: z.array(ConversationNote),
  bookings: z
    .array(
      z.object({
        id: id(),
        reference: z.string(),
        status: z.enum(booking_statuses),
        starts_at: instantOut(),
        property_title: z.string(),
      }),
    )
    .optional(),
  tickets: z
    .array(
      z.object({
        id: id(),
        reference: z.string(),
        status: z.enum(ticket_statuses),
        subject: z.string(),
        priority: z.enum(ticket_priorities),
      }),
    )
    .optional(),
});
export type Conversation = z.infer<typeof Conversation>;

/** Where the stored recording of a conversation is; null when it has none of ours. */
export const StoredRecording = z.object({ id: id(), audio_key: z.string().nullable() });
export type StoredRecording = z.infer<typeof StoredRecording>;

/** Where a recording can be heard until `expires_at`, by the session that asked for it and by no other. */
export const AudioLink = z.object({ url: z.string(), expires_at: instantOut() });
export type AudioLink = z.infer<typeof AudioLink>;

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

export const ListReceivers = z.strictObject({});

/** Colleagues a conversation may be handed to, by name; the caller is not among them. */
export const Receivers = z.object({
  staff: z.array(Person.extend({ role: z.enum(roles), gender: z.enum(genders).nullable() })),
});
export type Receivers = z.infer<typeof Receivers>;

/** `version`, when given, is the one the caller saw: a later change by a colleague is then a conflict. */
const Seen = { id: id(), version: z.int32().min(1).optional() };

export const HandOver = z.strictObject({ ...Seen, staff_id: id(), note: line(4000).nullish() });
export type HandOver = z.infer<typeof HandOver>;

export const TakeOver = z.strictObject(Seen);
export type TakeOver = z.infer<typeof TakeOver>;

export const AddNote = z.strictObject({ id: id(), body: line(4000) });
export type AddNote = z.infer<typeof AddNote>;

/** Null takes the customer away. */
export const LinkCustomer = z.strictObject({ ...Seen, customer_id: id().nullable() });
export type LinkCustomer = z.infer<typeof LinkCustomer>;
