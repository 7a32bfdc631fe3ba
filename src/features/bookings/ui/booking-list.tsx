"use client";
import { CalendarSearch, CalendarX2, ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { failureOf } from "#trpc/failure.ts";
import { useFreshIds } from "#trpc/live-provider.tsx";
import { Button } from "#ui/button.tsx";
import { cx } from "#ui/cx.ts";
import { Empty } from "#ui/empty.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { BookingCard } from "./booking-card.tsx";
import { BookingListSkeleton } from "./booking-list-skeleton.tsx";
import { BookingTable } from "./booking-table.tsx";
import type { Booking } from "./types.ts";
import type { useBookingPages } from "./use-booking-pages.ts";
import type { Decisions } from "./use-decisions.tsx";
import type { useFilters } from "./use-filters.ts";

type Props = {
  list: ReturnType<typeof useBookingPages>;
  rows: readonly Booking[];
  state: ReturnType<typeof useFilters>;
  decisions: Decisions;
};

/** A table from 768 px up, cards below; loading, empty, failed and full each look like themselves. */
export function BookingList({ list, rows, state, decisions }: Props) {
  const t = useTranslations("bookings");
  const fresh = useFreshIds("bookings");
  const shared = { rows, fresh, open: state.filters.booking, onOpen: state.open, decisions };

  if (list.isPending) return <BookingListSkeleton />;
  if (list.isError && rows.length === 0) {
    const { request_id } = failureOf(list.error);
    return <ErrorPanel request_id={request_id} onRetry={() => void list.refetch()} busy={list.isRefetching} />;
  }
  if (rows.length === 0) return <NoBookings state={state} />;

  return (
    <div
      className={cx(
        "min-h-0 flex-1 transition-opacity duration-180 md:overflow-y-auto",
        list.isPlaceholderData && "pointer-events-none opacity-55",
      )}
    >
      <BookingTable {...shared} />
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-3 px-4 pb-4 md:hidden">
        {rows.map((booking) => (
          <BookingCard key={booking.id} booking={booking} {...shared} />
        ))}
      </ul>
      {list.hasNextPage ? (
        <div className="grid place-items-center px-4 py-5">
          <Button icon={ChevronDown} busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {t("load_more")}
          </Button>
        </div>
      ) : rows.length > 8 ? (
        <p className="py-5 text-center text-12 text-muted">{t("end_of_list", { count: rows.length })}</p>
      ) : null}
    </div>
  );
}

function NoBookings({ state }: { state: Props["state"] }) {
  const t = useTranslations("bookings");
  const words = state.filters.q.trim();
  if (!state.isNarrowed)
    return (
      <Empty icon={CalendarX2} title={t("none_yet")}>
        {t("none_yet_help")}
      </Empty>
    );
  if (!words && state.filters.status === "pending") {
    return (
      <Empty icon={CalendarX2} title={t("none_pending")}>
        {t("none_pending_help")}
      </Empty>
    );
  }
  return (
    <Empty
      icon={CalendarSearch}
      title={words ? t.rich("no_match", { words, bdi: (chunks) => <bdi>{chunks}</bdi> }) : t("no_match_filters")}
      action={<Button onClick={state.clear}>{t("clear_filters")}</Button>}
    >
      {t("no_match_help")}
    </Empty>
  );
}
