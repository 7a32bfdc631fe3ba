import { dayMs, hourMs, iso, minuteMs } from "../calendar.ts";
import type { Context, KnownCustomer, KnownProperty } from "../context.ts";
import { idAt } from "../ids.ts";
import type { Random } from "../random.ts";
import type { Row } from "../rows.ts";
import { say } from "../wording.ts";
import type { WrittenTalk } from "./talk.ts";

type Status = Row<"bookings">["status"];
export type Viewing = { starts: number; minutes: number; staff: "sales" | "agent" | "admin" };

/** The first day after `at` that a viewing may fall on, to the last. */
const soon: readonly [number, number] = [1, 6];

/** A half hour within the next days at which the property and one of the staff are free; null after a dozen tries. */
export function findViewing(
  context: Context,
  at: number,
  property: KnownProperty,
  chance: Random,
  [least, most]: readonly [number, number] = soon,
): Viewing | null {
  const { calendar, plan, diary, staff } = context;
  const today = Math.floor((calendar.dayStart(0) - at) / dayMs) + 1;
  for (let tries = 0; tries < 12; tries += 1) {
    const day = chance.int(least, most) - today;
    const restDay = plan.weekend.includes(calendar.weekday(calendar.dayStart(day) + 12 * hourMs));
    const hour = chance.weighted([
      [10, 3],
      [11, 4],
      [12, 2],
      [16, 7],
      [17, 9],
      [18, 7],
      [19, 6],
      [20, 3],
    ] as const);
    if (restDay && hour < 16) continue;
    const starts = calendar.dayStart(day) + hour * hourMs + chance.pick([0, 30]) * minuteMs;
    const minutes = chance.pick([30, 45, 45, 60]);
    const who = chance.weighted([
      ["agent", 6],
      ["sales", 4],
      ["admin", 1],
    ] as const);
    const both = [property.row.id, staff[who]];
    if (starts > at + hourMs && diary.areFree(both, starts, starts + minutes * minuteMs))
      return { starts, minutes, staff: who };
  }
  return null;
}

/** The booking that a talk ended in. */
export function bookFromTalk(context: Context, talk: WrittenTalk, viewing: Viewing, chance: Random): void {
  if (!talk.customer || !talk.row.ended_at) return;
  const made = Date.parse(talk.row.ended_at);
  const source = talk.row.type === "voice" ? "voice_agent" : "chat_agent";
  addBooking(
    context,
    { made, source, conversation_id: talk.row.id, customer: talk.customer, property: talk.property, viewing },
    chance,
  );
}

/** Viewings that staff arranged themselves: `ahead` in the coming ten days, the rest over the season, until there are `total`. */
export function addStaffBookings(context: Context, total: number, ahead: number): void {
  const chance = context.random("staff bookings");
  const { calendar } = context;
  const missing = Math.max(0, total - context.rows.bookings.length);
  for (let index = 0; index < missing; index += 1) {
    const isAhead = index < ahead;
    const made = isAhead
      ? calendar.now - chance.int(40, 4 * 24 * 60) * minuteMs
      : calendar.at(-chance.int(4, 88), "10:00") + chance.int(0, 480) * minuteMs;
    const customers = context.customers.filter((one) => one.row.created_at < iso(made) && one.row.stage !== "won");
    const customer = chance.pick(customers);
    const property = chance.pick(context.properties.filter(({ row }) => row.permit_number !== null));
    const viewing = findViewing(context, made, property, chance, isAhead ? [5, 10] : soon);
    if (viewing)
      addBooking(context, { made, source: "staff", conversation_id: null, customer, property, viewing }, chance);
  }
}

type NewBooking = {
  made: number;
  source: Row<"bookings">["source"];
  conversation_id: string | null;
  customer: KnownCustomer;
  property: KnownProperty;
  viewing: Viewing;
};

function addBooking(context: Context, booking: NewBooking, chance: Random): void {
  const { company_id, rows, staff, plan, calendar, diary } = context;
  const { made, viewing, property, customer } = booking;
  const ends = viewing.starts + viewing.minutes * minuteMs;
  const decidedAt = Math.min(made + chance.int(12, 20 * 60) * minuteMs, viewing.starts - 30 * minuteMs);
  const status = statusOf(viewing.starts, ends, decidedAt, calendar.now, chance);
  const isDecided = status !== "pending" && (status !== "cancelled" || chance.chance(0.6));
  const note = chance.chance(0.4) ? say(chance.pick(plan.phrases.booking_notes), {}, customer.gender) : null;
  if (status === "approved" || status === "completed" || chance.chance(0.8)) {
    diary.take([property.row.id, staff[viewing.staff]], viewing.starts, ends);
  }
  rows.bookings.push({
    company_id,
    id: idAt(made, chance),
    number: 0,
    customer_id: customer.row.id,
    property_id: property.row.id,
    staff_id: staff[viewing.staff],
    conversation_id: booking.conversation_id,
    starts_at: iso(viewing.starts),
    ends_at: iso(ends),
    price_minor: property.row.price_minor,
    currency: plan.currency,
    status,
    source: booking.source,
    notes: note,
    decided_by: isDecided ? (chance.chance(0.85) ? staff.sales : staff.admin) : null,
    decided_at: isDecided ? iso(decidedAt) : null,
    reject_reason: status === "rejected" ? chance.pick(plan.phrases.reject_reasons) : null,
    created_by: booking.source === "staff" ? staff.sales : null,
    version: status === "pending" ? 1 : status === "completed" ? 3 : 2,
    created_at: iso(made),
    updated_at: iso(status === "completed" ? ends : isDecided ? decidedAt : made),
  });
}

function statusOf(starts: number, ends: number, decidedAt: number, now: number, chance: Random): Status {
  if (decidedAt > now) return "pending";
  if (starts > now)
    return chance.weighted([
      ["pending", 42],
      ["approved", 42],
      ["rejected", 8],
      ["cancelled", 8],
    ] as const);
  if (ends > now) return "approved";
  return chance.weighted([
    ["completed", 67],
    ["rejected", 14],
    ["cancelled", 14],
    ["approved", 5],
  ] as const);
}
