import * as z from "zod";
import { conversation_outcomes, customer_stages } from "#drizzle/values.ts";
import { day, id, instantOut } from "#lib/fields.ts";

export const Period = z.enum(["24h", "7d", "30d", "90d"]);
export type Period = z.infer<typeof Period>;

export const AskStats = z.strictObject({ period: Period.default("7d") });
export type AskStats = z.infer<typeof AskStats>;

/** The window asked for and the one it is compared with: `from` inclusive, `to` exclusive, days in the company's `timezone`. */
const Window = {
  company_id: id(),
  period: Period,
  from: instantOut(),
  to: instantOut(),
  previous_from: instantOut(),
  previous_to: instantOut(),
  timezone: z.string(),
};

/** `conversations` = `calls` (voice) + `chats`; the others are parts of `conversations`. The average is over answered ones whose
 *  length is known; null when there is none. `bookings_created` counts viewings asked for in the window, whoever made them. */
export const CallTotals = z.object({
  calls: z.int(),
  chats: z.int(),
  conversations: z.int(),
  answered: z.int(),
  handed_over: z.int(),
  booked: z.int(),
  average_duration_seconds: z.int().nullable(),
  bookings_created: z.int(),
});
export type CallTotals = z.infer<typeof CallTotals>;

/** One hour or one day; `at` is its first instant, `day` the company's calendar day it lies on. */
export const CallBucket = z.object({
  at: instantOut(),
  day: day(),
  voice: z.int(),
  chat: z.int(),
  handed_over: z.int(),
  booked: z.int(),
  bookings_created: z.int(),
});
export type CallBucket = z.infer<typeof CallBucket>;

/** Every bucket of the window is in `series`, empty ones too; the buckets add up to `totals`, as do the outcomes.
 *  An outcome of null is a conversation that still runs or ended without one. */
export const CallStats = z.object({
  ...Window,
  bucket: z.enum(["hour", "day"]),
  totals: CallTotals,
  previous: CallTotals,
  series: z.array(CallBucket),
  by_outcome: z.array(z.object({ outcome: z.enum(conversation_outcomes).nullable(), count: z.int() })),
});
export type CallStats = z.infer<typeof CallStats>;

/** `opened` counts tickets by when they were opened; the buckets add up to it. */
export const TicketStats = z.object({
  ...Window,
  bucket: z.enum(["hour", "day"]),
  totals: z.object({ opened: z.int() }),
  previous: z.object({ opened: z.int() }),
  series: z.array(z.object({ at: instantOut(), day: day(), opened: z.int() })),
});
export type TicketStats = z.infer<typeof TicketStats>;

/** Rates are between 0 and 1; null when there was nothing to divide by. */
export const ConversionRates = z.object({
  conversations: z.int(),
  booked: z.int(),
  conversation_to_booking_rate: z.number().nullable(),
  /** Customers won, of those won or lost. */
  win_rate: z.number().nullable(),
});
export type ConversionRates = z.infer<typeof ConversionRates>;

/** `customers` are the different ones who reached a stage in the window, `previous` in the one before. */
export const ConversionStats = z.object({
  ...Window,
  funnel: z.array(z.object({ stage: z.enum(customer_stages), customers: z.int(), previous: z.int() })),
  totals: ConversionRates,
  previous: ConversionRates,
  conversation_to_booking_rate: z.number().nullable(),
});
export type ConversionStats = z.infer<typeof ConversionStats>;
