"use client";
import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Booking, BookingCounts, BookingDay, BookingPage } from "./types.ts";

const part = [["bookings"]];
type Snapshot = ReturnType<QueryClient["getQueriesData"]>;

/** Puts a viewing, changed, wherever an answer holds it: lists, pages of lists, the open one. Counts move with its state. */
export function showBooking(queries: QueryClient, id: string, change: (booking: Booking) => Booking): void {
  let before: Booking | undefined;
  let after: Booking | undefined;
  const changed = (booking: Booking): Booking => {
    if (booking.id !== id) return booking;
    before = booking;
    after = change(booking);
    return after;
  };
  const page = (held: BookingPage): BookingPage => ({ ...held, bookings: held.bookings.map(changed) });
  queries.setQueriesData<InfiniteData<BookingPage> | BookingPage>({ queryKey: [["bookings", "list"]] }, (held) => {
    if (!held) return held;
    return "pages" in held ? { ...held, pages: held.pages.map(page) } : page(held);
  });
  queries.setQueriesData<BookingDay>({ queryKey: [["bookings", "one"]] }, (held) =>
    held?.booking.id === id ? { ...held, booking: changed(held.booking) } : held,
  );
  if (before && after && before.status !== after.status) moveCount(queries, before.status, after.status);
}

function moveCount(queries: QueryClient, from: Booking["status"], to: Booking["status"]): void {
  queries.setQueriesData<BookingCounts>({ queryKey: [["bookings", "counts"]] }, (held) =>
    held ? { ...held, [from]: Math.max(0, held[from] - 1), [to]: held[to] + 1 } : held,
  );
}

/** Everything held about viewings as it is now, to be put back when an act fails. */
export async function holdBookings(queries: QueryClient): Promise<Snapshot> {
  await queries.cancelQueries({ queryKey: part });
  return queries.getQueriesData({ queryKey: part });
}

export function restoreBookings(queries: QueryClient, snapshot: Snapshot): void {
  for (const [key, data] of snapshot) queries.setQueryData(key, data);
}
