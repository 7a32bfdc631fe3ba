import * as z from "zod";
import {
  actor_kinds,
  booking_statuses,
  conversation_directions,
  conversation_types,
  customer_stages,
  property_kinds,
} from "#drizzle/values.ts";
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
  /** Viewings asked for at or after. */
  created_from: instant().optional(),
  /** Viewings asked for before. */
  created_to: instant().optional(),
  /** Part of a customer's name or phone, or a booking's number. */
  q: prose(200).trim().optional(),
  customer_id: id().optional(),
  property_id: id().optional(),
  staff_id: id().optional(),
};

export const ListBookings = z.strictObject({
  ...Filters,
  /** "pending_first": what waits for a decision, soonest first, and then the rest, latest first. */
  sort: z.enum(["soonest", "latest", "pending_first"]).default("soonest"),
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
  /** The talk it was booked in. */
  conversation: z
    .object({
      id: id(),
      type: z.enum(conversation_types),
      direction: z.enum(conversation_directions),
      agent_name: z.string().nullable(),
      summary: z.string().nullable(),
      started_at: instantOut(),
      duration_seconds: z.int().nullable(),
    })
    .nullable(),
});
export type BookingDay = z.infer<typeof BookingDay>;

/** Viewings of a stretch of time, as a calendar draws them: those that touch it. At most 62 days at once. */
export const ListCalendar = z
  .strictObject({ ...Filters, from: instant(), to: instant() })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= 62 * 86_400_000, {
    path: ["to"],
    message: "At most 62 days at once",
    params: { code: "too_long" },
  });
export type ListCalendar = z.infer<typeof ListCalendar>;

/** `is_cut`: there are more than are answered; the latest are missing. */
export const Calendar = z.object({
  bookings: z.array(
    Booking.pick({ id: true, reference: true, status: true, starts_at: true, ends_at: true, clashes: true }).extend({
      customer_name: z.string(),
      property_title: z.string(),
      property_title_en: z.string().nullable(),
      district: z.string(),
      staff: Person.nullable(),
    }),
  ),
  is_cut: z.boolean(),
});
export type Calendar = z.infer<typeof Calendar>;

/** Judged only when each time is one by itself: a wrong date is named once. */
const wrongEnd = (code: string, message: string) => ({
  path: ["ends_at"],
  message,
  params: { code },
  when: ({ issues }: { issues: unknown[] }) => issues.length === 0,
});

interface Span {
  starts_at: string;
  ends_at: string;
}
const times = { starts_at: instant(), ends_at: instant() };
const endsAfterStart = ({ starts_at, ends_at }: Span) => ends_at > starts_at;
const takesADayAtMost = ({ starts_at, ends_at }: Span) => Date.parse(ends_at) - Date.parse(starts_at) <= 86_400_000;
const endsTooEarly = wrongEnd("ends_before_start", "Ends before it begins");
const takesTooLong = wrongEnd("too_long", "A viewing takes at most a day");

export const CreateBooking = z
  .strictObject({
    customer_id: id(),
    property_id: id(),
    staff_id: id().nullish(),
    ...times,
    price: amount().nullish(),
    currency: currency().optional(),
    notes: prose(2000).nullish(),
  })
  .refine(endsAfterStart, endsTooEarly)
  .refine(takesADayAtMost, takesTooLong);
export type CreateBooking = z.infer<typeof CreateBooking>;

/** A time somebody thinks of; `booking_id` is the viewing that would move there, which is not in its own way. */
export const CheckTime = z
  .strictObject({ property_id: id(), staff_id: id().nullish(), ...times, booking_id: id().optional() })
  .refine(endsAfterStart, endsTooEarly)
  .refine(takesADayAtMost, takesTooLong);
export type CheckTime = z.infer<typeof CheckTime>;

/** A viewing that overlaps. An approved one is in the way; a pending one only wants the same time. */
export const Clash = z.object({
  id: id(),
  reference: z.string(),
  status: BookingStatus,
  starts_at: instantOut(),
  ends_at: instantOut(),
  customer_name: z.string(),
  property_title: z.string(),
  property_title_en: z.string().nullable(),
  staff: Person.nullable(),
  same_property: z.boolean(),
  same_staff: z.boolean(),
});
export type Clash = z.infer<typeof Clash>;

/** `free_at`: times of that day, in the company's zone, at which both are free for as long; the nearest first four, in order. */
export const CheckedTime = z.object({ clashes: z.array(Clash), free_at: z.array(instantOut()) });
export type CheckedTime = z.infer<typeof CheckedTime>;

/** The version that the caller saw: a later change by a colleague is then a conflict. */
const seen = { id: id(), version: z.int32().min(1).optional() };

export const ApproveBooking = z.strictObject(seen);
export type ApproveBooking = z.infer<typeof ApproveBooking>;

export const RejectBooking = z.strictObject({ ...seen, reason: line(500).nullish() });
export type RejectBooking = z.infer<typeof RejectBooking>;

export const ApproveBookings = z.strictObject({
  bookings: z
    .array(ApproveBooking)
    .min(1)
    .max(100)
    .refine((all) => new Set(all.map(({ id }) => id.toLowerCase())).size === all.length, {
      message: "Each viewing once",
      params: { code: "repeated" },
    }),
});
export type ApproveBookings = z.infer<typeof ApproveBookings>;

/** Each viewing stands in one of the two. `booking` is as it is now, null when there is none; `clash` is the approved viewing
 *  that is in the way. */
export const ApprovedBookings = z.object({
  done: z.array(Booking),
  failed: z.array(
    z.object({
      id: id(),
      reason: z.enum(["not_found", "already_decided", "stale", "overlap_property", "overlap_staff"]),
      booking: Booking.nullable(),
      clash: Clash.nullable(),
    }),
  ),
});
export type ApprovedBookings = z.infer<typeof ApprovedBookings>;

/** Without `staff_id` whoever shows it stays; null is nobody yet. */
export const RescheduleBooking = z
  .strictObject({ ...seen, ...times, staff_id: id().nullish() })
  .refine(endsAfterStart, endsTooEarly)
  .refine(takesADayAtMost, takesTooLong);
export type RescheduleBooking = z.infer<typeof RescheduleBooking>;

export const AssignStaff = z.strictObject({ ...seen, staff_id: id().nullable() });
export type AssignStaff = z.infer<typeof AssignStaff>;

export const CancelBooking = z.strictObject({ ...seen, reason: line(500).nullish() });
export type CancelBooking = z.infer<typeof CancelBooking>;

export const CompleteBooking = z.strictObject(seen);
export type CompleteBooking = z.infer<typeof CompleteBooking>;
