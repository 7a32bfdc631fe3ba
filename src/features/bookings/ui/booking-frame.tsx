"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { focusRow, SplitView } from "#ui/list/split-view.tsx";
import { BookingPanel } from "./booking-panel.tsx";
import type { Booking } from "./types.ts";
import type { BookingFilters } from "./use-booking-filters.ts";
import type { Decisions } from "./use-decisions.tsx";

type Props = {
  state: BookingFilters;
  decisions: Decisions;
  /** What the keys step through, as far as it is loaded, and how many there are. */
  ids: readonly string[];
  total: number;
  /** Rows to show until the whole answer is there. */
  known?: readonly Booking[];
  children: ReactNode;
};

/** The list or the calendar, and beside it the viewing that is open. */
export function BookingFrame({ state, decisions, ids, total, known = [], children }: Props) {
  const t = useTranslations("bookings");
  const { booking: open } = state.filters;
  const close = () => {
    state.show({ booking: null });
    focusRow(open);
  };
  return (
    <SplitView
      label={t("list")}
      panelLabel={t("details")}
      onClose={close}
      panel={
        open ? (
          <BookingPanel
            key={open}
            id={open}
            known={known.find((row) => row.id === open)}
            neighbours={ids}
            total={total}
            onStep={(booking) => state.set({ booking })}
            onClose={close}
            decisions={decisions}
          />
        ) : null
      }
    >
      {children}
    </SplitView>
  );
}
