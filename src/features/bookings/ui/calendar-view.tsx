"use client";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { useFreshIds } from "#trpc/live-provider.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Agenda } from "./agenda.tsx";
import { BookingFrame } from "./booking-frame.tsx";
import { BookingToolbar } from "./booking-toolbar.tsx";
import type { CalendarView as View } from "./calendar-days.ts";
import { CalendarHead } from "./calendar-head.tsx";
import { calendarInput } from "./list-input.ts";
import { MonthGrid } from "./month-grid.tsx";
import type { BookingCounts } from "./types.ts";
import type { BookingFilters } from "./use-booking-filters.ts";
import type { Decisions } from "./use-decisions.tsx";
import { WeekGrid } from "./week-grid.tsx";

type Props = {
  view: View;
  days: readonly string[];
  state: BookingFilters;
  counts: BookingCounts | undefined;
  decisions: Decisions;
};

/** The same filters as the list, over a week or a month. Phones get the days one below the other. */
export function CalendarView({ view, days, state, decisions }: Props) {
  const t = useTranslations("bookings");
  const input = calendarInput(state.filters, days, state.clock);
  const calendar = api.bookings.calendar.useQuery(input, { placeholderData: (previous) => previous });
  const items = calendar.data?.bookings ?? [];
  const shown = { days, items, state, fresh: useFreshIds("bookings") };
  return (
    <BookingFrame state={state} decisions={decisions} ids={items.map(({ id }) => id)} total={items.length}>
      <BookingToolbar state={state} />
      <CalendarHead view={view} days={days} state={state} />
      {calendar.isError && !calendar.data ? (
        <ErrorPanel
          request_id={failureOf(calendar.error).request_id}
          onRetry={() => void calendar.refetch()}
          busy={calendar.isRefetching}
        />
      ) : (
        <div
          aria-busy={calendar.isPlaceholderData || calendar.isPending}
          className={`flex min-h-0 flex-1 flex-col transition-opacity duration-180 ${calendar.isPlaceholderData ? "opacity-55" : ""}`}
        >
          {calendar.data?.is_cut ? (
            <p role="status" className="bg-pending-soft px-4 py-2 text-13 text-pending md:px-6">
              {t("calendar_cut", { count: items.length })}
            </p>
          ) : null}
          {view === "week" ? <WeekGrid {...shown} /> : <MonthGrid {...shown} />}
          <Agenda {...shown} isPending={calendar.isPending} />
        </div>
      )}
    </BookingFrame>
  );
}
