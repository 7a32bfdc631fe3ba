import * as z from "zod";
import { clock, closingClock, day, instantOut } from "#lib/fields.ts";

/** Between which clock times, in the zone of whom is called, on weekends or not, and how many unanswered tries. */
const Limits = z.object({
  from_time: z.string(),
  to_time: z.string(),
  on_weekend: z.boolean(),
  unanswered_per_day: z.int(),
  unanswered_per_week: z.int(),
});

/** When and how often people of a country may be called. */
export const DiallingRule = z.object({
  /** ISO 3166 alpha-2; null is the line for every other number, which no company replaces. */
  country: z.string().nullable(),
  calling_code: z.string().nullable(),
  timezone: z.string(),
  /** ISO weekdays. */
  weekend: z.array(z.int()),
  /** What holds where the company set nothing. */
  usual: Limits,
  own: Limits.extend({ holidays: z.array(z.string()), updated_at: instantOut() }).nullable(),
  /** Of the company's own line; 0 where it has none. */
  version: z.int(),
});
export type DiallingRule = z.infer<typeof DiallingRule>;

export const ReadDiallingRules = z.strictObject({});

export const DiallingRules = z.object({ rules: z.array(DiallingRule) });
export type DiallingRules = z.infer<typeof DiallingRules>;

/** The country, and the version the caller saw (0 for none of its own); without one the last word wins. */
const seen = { country: z.string().regex(/^[A-Z]{2}$/, "Two capital letters"), version: z.int32().min(0).optional() };

export const SaveDiallingRule = z
  .strictObject({
    ...seen,
    from_time: clock(),
    to_time: closingClock(),
    on_weekend: z.boolean(),
    unanswered_per_day: z.int().min(1).max(10),
    unanswered_per_week: z.int().min(1).max(30),
    holidays: z
      .array(day())
      .max(100)
      .transform((days) => [...new Set(days)].sort()),
  })
  .refine(({ from_time, to_time }) => from_time < to_time, {
    path: ["to_time"],
    message: "Ends before it begins",
    params: { code: "ends_before_start" },
  });
export type SaveDiallingRule = z.infer<typeof SaveDiallingRule>;

export const ResetDiallingRule = z.strictObject(seen);
export type ResetDiallingRule = z.infer<typeof ResetDiallingRule>;
