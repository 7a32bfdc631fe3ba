import type { Booking, BookingDay } from "./types.ts";

type Span = { starts_at: string; ends_at: string };
export type LaneItem = BookingDay["day"][number] & { start: number; size: number; isClash: boolean };
/** Shares of the lane's length, 0 to 1; `hours` are the marks below it. */
export type Lane = { start: number; size: number; items: LaneItem[]; hours: { at: number; instant: number }[] };

const hour = 3_600_000;

const overlap = (a: Span, b: Span) => a.starts_at < b.ends_at && b.starts_at < a.ends_at;

/** The hours around a viewing with what else is there, at least five of them and whole ones. */
export function laneOf(booking: Booking, others: BookingDay["day"]): Lane {
  const near = others.filter((item) => item.id !== booking.id);
  const all: Span[] = [booking, ...near];
  let from = Math.floor(Math.min(...all.map((item) => Date.parse(item.starts_at))) / hour) * hour;
  let to = Math.ceil(Math.max(...all.map((item) => Date.parse(item.ends_at))) / hour) * hour;
  while (to - from < 5 * hour) {
    from -= hour;
    if (to - from < 5 * hour) to += hour;
  }
  const length = to - from;
  const place = (item: Span) => ({
    start: (Date.parse(item.starts_at) - from) / length,
    size: (Date.parse(item.ends_at) - Date.parse(item.starts_at)) / length,
  });
  const every = length / hour > 10 ? 3 : length / hour > 6 ? 2 : 1;
  const hours = [];
  for (let at = from; at <= to; at += every * hour) hours.push({ at: (at - from) / length, instant: at });
  return {
    ...place(booking),
    items: near.map((item) => ({
      ...item,
      ...place(item),
      isClash: item.status === "approved" && overlap(item, booking),
    })),
    hours,
  };
}
