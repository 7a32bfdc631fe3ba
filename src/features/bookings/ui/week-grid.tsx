"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { cx } from "#ui/cx.ts";
import { useNow } from "#ui/now.tsx";
import { hoursOf, minuteOf, placeDay } from "./calendar-days.ts";
import { DayHead } from "./day-head.tsx";
import type { CalendarItem } from "./types.ts";
import type { BookingFilters } from "./use-booking-filters.ts";
import { useDays } from "./use-days.ts";
import { WeekDay } from "./week-day.tsx";

type Props = {
  days: readonly string[];
  items: readonly CalendarItem[];
  state: BookingFilters;
  fresh: ReadonlySet<string>;
};

/** Hours at which viewings are usual; a week that has earlier or later ones grows. */
const ordinary = [9, 21] as const;
const hour_px = 56;

/** Seven days beside each other over the hours, in the company's zone whatever the browser's. */
export function WeekGrid({ days, items, state, fresh }: Props) {
  const t = useTranslations("bookings");
  const format = useFormat();
  const { today } = useDays();
  const now = minuteOf(useNow(), today, format.time_zone);
  const columns = days.map((day) => ({ day, placed: placeDay(items, day, format.time_zone) }));
  const [from, to] = hoursOf(
    columns.flatMap(({ placed }) => placed),
    ordinary,
  );
  const hours = Array.from({ length: to - from }, (_, at) => from + at);
  const isNowShown = days.includes(today) && now >= from * 60 && now < to * 60;
  const scroller = useFirstInView(
    days[0] ?? "",
    Math.min(...columns.flatMap(({ placed }) => placed.map((item) => item.from)), isNowShown ? now : to * 60),
    from,
  );
  const above = (minute: number) => ((minute - from * 60) / 60) * hour_px;
  return (
    <section
      ref={scroller}
      aria-label={t("view_week")}
      className="hidden min-h-0 flex-1 overflow-y-auto -outline-offset-2 md:block"
    >
      <div className="sticky top-0 z-10 grid grid-cols-[3.5rem_repeat(7,minmax(0,1fr))] border-line border-b bg-surface">
        <span />
        {days.map((day) => (
          <DayHead key={day} day={day} state={state} />
        ))}
      </div>
      <div
        className="relative grid grid-cols-[3.5rem_repeat(7,minmax(0,1fr))]"
        style={{ blockSize: (to - from) * hour_px }}
      >
        <div aria-hidden className="relative text-11 text-muted">
          {hours.slice(1).map((hour) => (
            <span
              key={hour}
              className={cx(
                "absolute end-2 -translate-y-1/2 whitespace-nowrap",
                isNowShown && Math.abs(now - hour * 60) < 15 && "opacity-0",
              )}
              style={{ insetBlockStart: above(hour * 60) }}
            >
              {format.hour(hour)}
            </span>
          ))}
          {isNowShown ? (
            <span
              className="absolute end-2 -translate-y-1/2 font-semibold text-accent-text"
              style={{ insetBlockStart: above(now) }}
            >
              {t("now")}
            </span>
          ) : null}
        </div>
        {columns.map(({ day, placed }) => (
          <WeekDay
            key={day}
            day={day}
            placed={placed}
            state={state}
            fresh={fresh}
            hourPx={hour_px}
            above={above}
            now={isNowShown && day === today ? now : null}
          />
        ))}
      </div>
    </section>
  );
}

/** The first viewing of the week (or now) stands near the top when a week is opened; after that the hand decides. */
function useFirstInView(week: string, minute: number, from: number) {
  const scroller = useRef<HTMLElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current === week || !scroller.current) return;
    shown.current = week;
    scroller.current.scrollTop = ((minute - from * 60) / 60 - 0.5) * hour_px;
  }, [week, minute, from]);
  return scroller;
}
