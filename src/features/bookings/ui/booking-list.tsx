"use client";
import { CalendarX2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFreshIds } from "#trpc/live-provider.tsx";
import { Empty } from "#ui/empty.tsx";
import { ListFrame } from "#ui/list/list-frame.tsx";
import { ListSkeleton } from "#ui/list/list-skeleton.tsx";
import { NoMatch } from "#ui/list/no-match.tsx";
import { RecordList } from "#ui/list/record-list.tsx";
import type { Selection } from "#ui/list/selection.ts";
import { BookingCardActs } from "./booking-card-acts.tsx";
import { bookingsHref } from "./hrefs.ts";
import type { Booking } from "./types.ts";
import { useBookingColumns, useBookingLead } from "./use-booking-columns.tsx";
import type { BookingFilters } from "./use-booking-filters.ts";
import type { useBookingPages } from "./use-booking-pages.ts";
import type { Decisions } from "./use-decisions.tsx";

type Props = {
  list: ReturnType<typeof useBookingPages>;
  rows: readonly Booking[];
  state: BookingFilters;
  decisions: Decisions;
  selection: Selection;
};

export function BookingList({ list, rows, state, decisions, selection }: Props) {
  const t = useTranslations("bookings");
  const columns = useBookingColumns(decisions);
  const lead = useBookingLead();
  return (
    <ListFrame
      pages={list}
      count={rows.length}
      skeleton={<ListSkeleton />}
      empty={<NoBookings state={state} />}
      end={t("end_of_list", { count: rows.length })}
    >
      <RecordList
        label={t("list")}
        rows={rows}
        head={t("col_customer")}
        lead={lead}
        leadWidth="room-2xl:w-[27%]"
        columns={columns}
        href={(booking) => bookingsHref({ ...state.filters, booking: booking.id })}
        name={(booking) => booking.customer.name}
        open={state.filters.booking}
        onOpen={(booking) => state.show({ booking })}
        fresh={useFreshIds("bookings")}
        selection={selection}
        foot={(booking) =>
          booking.status === "pending" ? <BookingCardActs booking={booking} decisions={decisions} /> : null
        }
      />
    </ListFrame>
  );
}

function NoBookings({ state }: { state: BookingFilters }) {
  const t = useTranslations("bookings");
  if (!state.isNarrowed)
    return (
      <Empty icon={CalendarX2} title={t("none_yet")}>
        {t("none_yet_help")}
      </Empty>
    );
  if (!state.filters.q.trim() && state.filters.status === "pending") {
    return (
      <Empty icon={CalendarX2} title={t("none_pending")}>
        {t("none_pending_help")}
      </Empty>
    );
  }
  return <NoMatch words={state.filters.q} onClear={state.clear} help={t("no_match_help")} />;
}
