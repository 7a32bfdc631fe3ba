"use client";
import { useSelection } from "#ui/list/selection.ts";
import { BookingFrame } from "./booking-frame.tsx";
import { BookingList } from "./booking-list.tsx";
import { BookingToolbar } from "./booking-toolbar.tsx";
import { BulkApprove } from "./bulk-approve.tsx";
import type { BookingCounts } from "./types.ts";
import type { BookingFilters } from "./use-booking-filters.ts";
import { useBookingPages } from "./use-booking-pages.ts";
import type { Decisions } from "./use-decisions.tsx";

type Props = { state: BookingFilters; counts: BookingCounts | undefined; decisions: Decisions };

export function BookingListView({ state, counts, decisions }: Props) {
  const list = useBookingPages(state.list);
  const rows = list.data?.pages.flatMap((page) => page.bookings) ?? [];
  const selection = useSelection(rows);
  return (
    <BookingFrame
      state={state}
      decisions={decisions}
      ids={rows.map((row) => row.id)}
      total={counts?.[state.filters.status ?? "all"] ?? rows.length}
      known={rows}
    >
      <BookingToolbar state={state} />
      <BookingList list={list} rows={rows} state={state} decisions={decisions} selection={selection} />
      <BulkApprove rows={rows} selection={selection} />
    </BookingFrame>
  );
}
