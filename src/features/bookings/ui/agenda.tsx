"use client";
import { CalendarX2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { cx } from "#ui/cx.ts";
import { Empty } from "#ui/empty.tsx";
import { ListSkeleton } from "#ui/list/list-skeleton.tsx";
import { NoMatch } from "#ui/list/no-match.tsx";
import { RecordLink } from "#ui/list/record-link.tsx";
import { BookingStatusChip } from "./booking-status.tsx";
import { placeDay } from "./calendar-days.ts";
import { ClashNote } from "./clash-note.tsx";
import { bookingsHref } from "./hrefs.ts";
import type { CalendarItem } from "./types.ts";
import type { BookingFilters } from "./use-booking-filters.ts";
import { useDays } from "./use-days.ts";

type Props = {
  days: readonly string[];
  items: readonly CalendarItem[];
  state: BookingFilters;
  fresh: ReadonlySet<string>;
  isPending: boolean;
};

/** A calendar on a phone: the days that have something, one below the other. */
export function Agenda({ days, items, state, fresh, isPending }: Props) {
  const t = useTranslations("bookings");
  const format = useFormat();
  const { today, full, hijri } = useDays();
  const filled = days
    .map((day) => ({ day, placed: placeDay(items, day, format.time_zone) }))
    .filter(({ placed }) => placed.length > 0);
  return (
    <div className="md:hidden">
      {isPending ? <ListSkeleton /> : null}
      {!isPending && filled.length === 0 ? <Nothing state={state} /> : null}
      {filled.map(({ day, placed }) => (
        <section key={day} aria-label={t("day_with", { day: full(day), count: placed.length })}>
          <h3 className="sticky top-14 z-[5] flex items-baseline gap-2 border-line border-y bg-sunken px-4 py-2 text-13">
            <span className={day === today ? "text-accent-text" : ""}>{day === today ? t("today") : full(day)}</span>
            <span className="ms-auto font-normal text-12 text-muted">{hijri(day)}</span>
          </h3>
          <ol>
            {placed.map((item) => (
              <AgendaLine key={item.id} item={item} state={state} isFresh={fresh.has(item.id)} />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function AgendaLine({ item, state, isFresh }: { item: CalendarItem; state: BookingFilters; isFresh: boolean }) {
  const format = useFormat();
  const title = usePropertyTitle();
  return (
    <li
      className={cx(
        "relative grid grid-cols-[4.25rem_minmax(0,1fr)_auto] items-center gap-x-2.5 border-line border-b px-4 py-2.5",
        isFresh && "animate-flash",
      )}
    >
      <span className="font-medium text-13">
        {format.time(item.starts_at)}
        <small className="block font-normal text-12 text-muted">{format.time(item.ends_at)}</small>
      </span>
      <span className="min-w-0">
        <RecordLink
          id={item.id}
          href={bookingsHref({ ...state.filters, booking: item.id })}
          onOpen={(booking) => state.show({ booking })}
          className="block font-semibold text-14 after:absolute after:inset-0"
        >
          <CutText>{item.customer_name}</CutText>
        </RecordLink>
        <small className="block text-12 text-muted">
          <CutText>{title({ title: item.property_title, title_en: item.property_title_en })}</CutText>
        </small>
      </span>
      <BookingStatusChip status={item.status} />
      {item.clashes > 0 ? (
        <div className="col-span-2 col-start-2 mt-1">
          <ClashNote />
        </div>
      ) : null}
    </li>
  );
}

function Nothing({ state }: { state: BookingFilters }) {
  const t = useTranslations("bookings");
  if (state.isNarrowed) return <NoMatch words={state.filters.q} onClear={state.clear} help={t("no_match_calendar")} />;
  return (
    <Empty icon={CalendarX2} title={t("none_in_days")}>
      {t("none_in_days_help")}
    </Empty>
  );
}
