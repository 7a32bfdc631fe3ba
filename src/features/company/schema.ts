import * as z from "zod";
import { digit_sets, locales, ticket_priorities } from "#drizzle/values.ts";
import { clock, currency, id, instantOut, line } from "#lib/fields.ts";

/** ISO weekdays: 1 Monday … 7 Sunday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const weekday = () => z.int().min(1).max(7);

const Hours = z.strictObject({ from: clock(), to: clock() }).refine(({ from, to }) => from < to, {
  path: ["to"],
  message: "Ends before it begins",
  params: { code: "ends_before_start" },
});

/** Hours of work by ISO weekday; a day without an entry is off. */
const WorkingHours = z
  .partialRecord(z.enum(weekdays.map(String)), Hours)
  .refine((hours) => Object.keys(hours).length > 0, {
    message: "At least one day of work",
    params: { code: "no_working_day" },
  });

/** Working hours within which a ticket should be solved, by priority. */
const TicketHours = z.strictObject(
  Object.fromEntries(ticket_priorities.map((priority) => [priority, z.number().min(0.5).max(720)])) as Record<
    (typeof ticket_priorities)[number],
    z.ZodNumber
  >,
);

/** A company as its admin sees it. */
export const Company = z.object({
  company_id: id(),
  name: z.string(),
  name_en: z.string(),
  country: z.string(),
  city: z.string(),
  timezone: z.string(),
  currency: z.string(),
  locale: z.enum(locales),
  digits: z.enum(digit_sets),
  week_start: z.int(),
  weekend: z.array(z.int()),
  working_hours: z.partialRecord(z.string(), z.object({ from: z.string(), to: z.string() })),
  ticket_hours: z.object({ low: z.number(), medium: z.number(), high: z.number(), urgent: z.number() }),
  version: z.int(),
  updated_at: instantOut(),
});
export type Company = z.infer<typeof Company>;

export const ReadCompany = z.strictObject({});

/** What is left out stays. `version`, when given, is the one the caller saw. */
export const UpdateCompany = z.strictObject({
  version: z.int32().min(1).optional(),
  name: line(200).optional(),
  name_en: line(200).optional(),
  locale: z.enum(locales).optional(),
  timezone: line(64).optional(),
  currency: currency().optional(),
  digits: z.enum(digit_sets).optional(),
  week_start: weekday().optional(),
  weekend: z
    .array(weekday())
    .max(6)
    .transform((days) => [...new Set(days)].sort((one, other) => one - other))
    .optional(),
  working_hours: WorkingHours.optional(),
  ticket_hours: TicketHours.optional(),
});
export type UpdateCompany = z.infer<typeof UpdateCompany>;
