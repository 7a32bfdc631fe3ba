import * as z from "zod";
import { actor_kinds, booking_statuses, customer_stages, property_kinds } from "#drizzle/values.ts";
import { amount, currency, cursor, id, instant, instantOut, limit, line, prose } from "#lib/fields.ts";

export const BookingStatus = z.enum(booking_statuses);
export type BookingStatus = z.infer<typeof BookingStatus>;

const Person = z.object({ id: id(), name: z.string() });

/** A viewing. `price` is a decimal string in `currency`; instants are UTC. `clashes` is how many approved viewings of the same
 *  property or member of staff overlap a pending one: more than none, and it cannot be approved. */
export const Booking = z.object({
  id: id(),
  company_id: id(),
  reference: z.string(),
  customer_id: id(),
  customer: z.object({ id: id(), name: z.string(), phone: z.string(), stage: z.enum(customer_stages) }),
  property_id: id(),
  property: z.object({
    id: id(),
    reference: z.string(),
    title: z.string(),
    title_en: z.string().nullable(),
    district: z.string(),
    kind: z.enum(property_kinds),
    permit_number: z.string().nullable(),
    permit_expires_on: z.string().nullable(),
  }),
  staff_id: id().nullable(),
  staff: Person.nullable(),
  conversation_id: id().nullable(),
  starts_at: instantOut(),
  ends_at: instantOut(),
  price: z.string().nullable(),
  currency: z.string(),
  status: BookingStatus,
  source: z.enum(actor_kinds),
  notes: z.string().nullable(),
  clashes: z.int(),
  decided_by: Person.extend({ gender: z.enum(["female", "male"]).nullable() }).nullable(),
  decided_at: instantOut().nullable(),
  reject_reason: z.string().nullable(),
  version: z.int(),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type Booking = z.infer<typeof Booking>;

const Filters = {
  status: BookingStatus.optional(),
  /** Viewings that begin at or after. */
  from: instant().optional(),
  /** Viewings that begin before. */
  to: instant().optional(),
  /** Part of a customer's name or phone, or a booking's number. */
  q: prose(200).trim().optional(),
  customer_id: id().optional(),
  property_id: id().optional(),
  staff_id: id().optional(),
};

export const ListBookings = z.strictObject({
  ...Filters,
  sort: z.enum(["soonest", "latest"]).default("soonest"),
  cursor: cursor(),
  limit: limit(),
});
export type ListBookings = z.infer<typeof ListBookings>;

export const BookingPage = z.object({ bookings: z.array(Booking), next_cursor: z.string().nullable() });
export type BookingPage = z.infer<typeof BookingPage>;

export const CountBookings = z.strictObject(Filters).omit({ status: true });
export type CountBookings = z.infer<typeof CountBookings>;

/** How many in each state, under the same filters as the list. */
export const BookingCounts = z.object({
  all: z.int(),
  ...(Object.fromEntries(booking_statuses.map((status) => [status, z.int()])) as Record<BookingStatus, z.ZodInt>),
});
export type BookingCounts = z.infer<typeof BookingCounts>;

export const OneBooking = z.strictObject({ id: id() });

/** The viewings around one: what else its property and its member of staff have on that day. */
export const BookingDay = z.object({
  booking: Booking,
  day: z.array(
    z.object({
      id: id(),
      status: BookingStatus,
      starts_at: instantOut(),
      ends_at: instantOut(),
      customer_name: z.string(),
      property_title: z.string(),
      same_property: z.boolean(),
      same_staff: z.boolean(),
    }),
  ),
});
export type BookingDay = z.infer<typeof BookingDay>;

/** Judged only when each time is one by itself: a wrong date is named once. */
const wrongEnd = (code: string, message: string) => ({
  path: ["ends_at"],
  message,
  params: { code },
  when: ({ issues }: { issues: unknown[] }) => issues.length === 0,
});

export const CreateBooking = z
  .strictObject({
    customer_id: id(),
    property_id: id(),
    staff_id: id().nullish(),
    starts_at: instant(),
    ends_at: instant(),
    price: amount().nullish(),
    currency: currency().optional(),
    notes: prose(2000).nullish(),
  })
  .refine(({ starts_at, ends_at }) => ends_at > starts_at, wrongEnd("ends_before_start", "Ends before it begins"))
  .refine(
    ({ starts_at, ends_at }) => Date.parse(ends_at) - Date.parse(starts_at) <= 86_400_000,
    wrongEnd("too_long", "A viewing takes at most a day"),
  );
export type CreateBooking = z.infer<typeof CreateBooking>;

/** `version`, when given, is the one the decider saw: a later change by a colleague is then a conflict. */
export const ApproveBooking = z.strictObject({ id: id(), version: z.int32().min(1).optional() });
export type ApproveBooking = z.infer<typeof ApproveBooking>;

export const RejectBooking = z.strictObject({
  id: id(),
  version: z.int32().min(1).optional(),
  reason: line(500).nullish(),
});
export type RejectBooking = z.infer<typeof RejectBooking>;
