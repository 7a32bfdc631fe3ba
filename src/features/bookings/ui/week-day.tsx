"use client";
import { useTranslations } from "next-intl";
import { cx } from "#ui/cx.ts";
import type { Placed } from "./calendar-days.ts";
import { CalendarEvent } from "./calendar-event.tsx";
import type { CalendarItem } from "./types.ts";
import type { BookingFilters } from "./use-booking-filters.ts";
import { useDays } from "./use-days.ts";

type Props = {
  day: string;
  placed: readonly Placed<CalendarItem>[];
  state: BookingFilters;
  fresh: ReadonlySet<string>;
  hourPx: number;
  above: (minute: number) => number;
  /** The minute of now; null on every other day. */
  now: number | null;
};

const lowest = 22;

/** One day's column: its viewings at their hours, those that overlap beside each other. */
export function WeekDay({ day, placed, state, fresh, hourPx, above, now }: Props) {
  const t = useTranslations("bookings");
  const { isWeekend, full } = useDays();
  return (
    <div
      className={cx(
        "relative min-w-0 border-line border-s bg-[linear-gradient(var(--border)_1px,transparent_1px)]",
        isWeekend(day) && "bg-sunken",
      )}
      style={{ backgroundSize: `100% ${hourPx}px` }}
    >
      <ol className="absolute inset-0" aria-label={t("day_with", { day: full(day), count: placed.length })}>
        {placed.map((item) => {
          const height = Math.max(above(item.to) - above(item.from), lowest);
          return (
            <li
              key={item.id}
              className="absolute p-px"
              style={{
                insetBlockStart: above(item.from),
                blockSize: height,
                insetInlineStart: `${(item.lane / item.lanes) * 100}%`,
                inlineSize: `${100 / item.lanes}%`,
              }}
            >
              <CalendarEvent
                inLane
                item={item}
                state={state}
                isFresh={fresh.has(item.id)}
                lines={height >= 58 ? 3 : height >= 40 ? 2 : 1}
              />
            </li>
          );
        })}
      </ol>
      {now === null ? null : (
        <div
          aria-hidden
          className="pointer-events-none absolute inset-x-0 border-accent border-t-2 before:absolute before:-top-1.25 before:-start-1 before:size-2 before:rounded-full before:bg-accent"
          style={{ insetBlockStart: above(now) }}
        />
      )}
    </div>
  );
}
