"use client";
import dynamic from "next/dynamic";
import { api } from "#trpc/api.ts";
import { BookingListView } from "./booking-list-view.tsx";
import { StatusTabs } from "./status-tabs.tsx";
import { useBookingFilters } from "./use-booking-filters.ts";
import { useDecisions } from "./use-decisions.tsx";

const CalendarView = dynamic(() => import("./calendar-view.tsx").then((file) => file.CalendarView));

/** The viewings under the filters of the address, as a list, a week or a month. */
export function BookingsScreen() {
  const state = useBookingFilters();
  const counts = api.bookings.counts.useQuery(state.count, { placeholderData: (previous) => previous });
  const decisions = useDecisions();
  const shown = { state, counts: counts.data, decisions };
  const { view } = state.filters;
  return (
    <>
      <StatusTabs state={state} counts={counts.data} />
      {view === "list" || state.days === null ? (
        <BookingListView {...shown} />
      ) : (
        <CalendarView {...shown} view={view} days={state.days} />
      )}
      {decisions.dialog}
    </>
  );
}
