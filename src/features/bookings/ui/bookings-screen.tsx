"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { api } from "#trpc/api.ts";
import { cx } from "#ui/cx.ts";
import { Sheet } from "#ui/dialog.tsx";
import { useWide } from "#ui/use-wide.ts";
import { BookingList } from "./booking-list.tsx";
import { BookingPanel } from "./booking-panel.tsx";
import { StatusTabs } from "./status-tabs.tsx";
import { Toolbar } from "./toolbar.tsx";
import { useBookingPages } from "./use-booking-pages.ts";
import { useDecisions } from "./use-decisions.tsx";
import { useFilters } from "./use-filters.ts";

/** The list with its filters, and beside it, on wide screens, the viewing that is open. */
export function BookingsScreen() {
  const t = useTranslations("bookings");
  const state = useFilters();
  const wide = useWide();
  const search = useRef<HTMLInputElement>(null);
  const opener = useRef<string | null>(null);
  const list = useBookingPages(state.list);
  const counts = api.bookings.counts.useQuery(state.count, { placeholderData: (previous) => previous });
  const rows = list.data?.pages.flatMap((page) => page.bookings) ?? [];
  const decisions = useDecisions();
  const { booking: open } = state.filters;

  const close = () => {
    opener.current = open;
    state.open(null);
    // Back to the row it was opened from, so that the keyboard goes on where it was.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-booking="${opener.current}"]`)?.focus());
  };
  const panel = open ? (
    <BookingPanel
      key={open}
      id={open}
      known={rows.find((row) => row.id === open)}
      neighbours={rows.map((row) => row.id)}
      total={counts.data?.[state.filters.status ?? "all"] ?? rows.length}
      onStep={state.step}
      onClose={close}
      decisions={decisions}
    />
  ) : null;

  return (
    <>
      <StatusTabs state={state} counts={counts.data} />
      <div
        className={cx(
          "grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)]",
          open && "lg:grid-cols-[minmax(0,1fr)_372px] xl:grid-cols-[minmax(0,1fr)_var(--panel)]",
        )}
      >
        <section aria-label={t("list")} className="@container flex min-h-0 min-w-0 flex-col">
          <Toolbar state={state} search={search} />
          <BookingList list={list} rows={rows} state={state} decisions={decisions} />
        </section>
        {panel && wide ? (
          <aside aria-label={t("details")} className="hidden min-h-0 border-line border-s lg:flex">
            {panel}
          </aside>
        ) : null}
      </div>
      {panel && !wide ? (
        <Sheet open onOpenChange={(next) => !next && close()} label={t("details")}>
          {panel}
        </Sheet>
      ) : null}
      {decisions.dialog}
    </>
  );
}
