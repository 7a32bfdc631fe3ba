"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { useMay } from "#trpc/me.tsx";
import { cx } from "#ui/cx.ts";
import { dayOr, placeDay } from "./calendar-days.ts";
import { CalendarEvent } from "./calendar-event.tsx";
import { bookingsHref } from "./hrefs.ts";
import type { CalendarItem } from "./types.ts";
import type { BookingFilters } from "./use-booking-filters.ts";
import { useDays } from "./use-days.ts";

type Props = {
  days: readonly string[];
  items: readonly CalendarItem[];
  state: BookingFilters;
  fresh: ReadonlySet<string>;
};

/** Weeks below each other; a day shows its first viewings and leads to the rest. */
export function MonthGrid({ days, items, state, fresh }: Props) {
  const t = useTranslations("bookings");
  const format = useFormat();
  const { weekday, isWeekend } = useDays();
  const { on } = state.filters;
  const month = dayOr(on, state.clock.now, format.time_zone).slice(0, 7);
  return (
    <section
      aria-label={t("view_month")}
      className="hidden min-h-0 flex-1 flex-col overflow-y-auto -outline-offset-2 md:flex"
    >
      <div aria-hidden className="sticky top-0 z-10 grid grid-cols-7 border-line border-b bg-surface text-12">
        {days.slice(0, 7).map((day) => (
          <span
            key={day}
            className={cx(
              "cut border-line border-s px-2 py-1.5 first:border-s-0",
              isWeekend(day) ? "bg-sunken text-muted" : "text-ink-2",
            )}
          >
            {weekday(day)}
          </span>
        ))}
      </div>
      {/* As many rows as there are weeks from the first byte on: weeks that are parsed later must not shrink the ones before. */}
      <ol
        className="grid flex-1 grid-cols-7"
        style={{ gridTemplateRows: `repeat(${days.length / 7}, minmax(7.25rem, 1fr))` }}
      >
        {days.map((day) => (
          <MonthDay
            key={day}
            day={day}
            isInside={day.startsWith(month)}
            items={placeDay(items, day, format.time_zone)}
            state={state}
            fresh={fresh}
          />
        ))}
      </ol>
    </section>
  );
}

const room = 3;

function MonthDay({ day, isInside, items, state, fresh }: Omit<Props, "days"> & { day: string; isInside: boolean }) {
  const t = useTranslations("bookings");
  const format = useFormat();
  const { today, number, full, hijri, isWeekend } = useDays();
  const mayWrite = useMay("bookings.write");
  const shown = items.length > room ? items.slice(0, room - 1) : items;
  const more = items.length - shown.length;
  const second = hijri(day);
  return (
    <li
      aria-label={t("day_with", { day: full(day), count: items.length })}
      className={cx(
        "flex min-w-0 flex-col gap-0.5 border-line border-s border-b p-1 [&:nth-child(7n+1)]:border-s-0",
        isWeekend(day) && "bg-sunken",
      )}
    >
      <div className="flex min-h-6 min-w-0 items-center gap-1.5 px-0.5">
        <button
          type="button"
          disabled={!mayWrite}
          aria-label={t("new_on", { day: full(day) })}
          onClick={() => state.set({ new: day })}
          className={cx(
            "grid h-6 min-w-6 shrink-0 place-items-center rounded-chip font-medium text-13 transition-colors duration-120 enabled:hover:bg-hover",
            day === today
              ? "rounded-full bg-accent font-semibold text-on-accent"
              : isInside
                ? "text-ink"
                : "text-muted",
          )}
        >
          {number(day)}
        </button>
        {second ? <span className="cut text-11 text-muted">{second}</span> : null}
        {items.length > 0 ? (
          <span aria-hidden className="ms-auto shrink-0 text-11 text-muted">
            {format.number(items.length)}
          </span>
        ) : null}
      </div>
      {shown.map((item) => (
        <div key={item.id} className="h-6 shrink-0">
          <CalendarEvent item={item} state={state} isFresh={fresh.has(item.id)} lines={1} />
        </div>
      ))}
      {more > 0 ? (
        <Link
          href={bookingsHref({ ...state.filters, view: "week", on: day, booking: null })}
          prefetch={false}
          className="cut flex h-6 items-center rounded-chip px-1.5 text-12 text-accent-text hover:bg-hover"
        >
          {t("more_of_day", { count: more })}
        </Link>
      ) : null}
    </li>
  );
}
