"use client";
import { useTranslations } from "next-intl";
import { useMay } from "#trpc/me.tsx";
import { cx } from "#ui/cx.ts";
import type { BookingFilters } from "./use-booking-filters.ts";
import { useDays } from "./use-days.ts";

/** A column's day: its name, its number, and the Hijri date below when it is switched on. A press begins a viewing on it. */
export function DayHead({ day, state }: { day: string; state: BookingFilters }) {
  const t = useTranslations("bookings");
  const mayWrite = useMay("bookings.write");
  const { today, weekday, number, full, hijri, isWeekend } = useDays();
  const second = hijri(day);
  return (
    <button
      type="button"
      disabled={!mayWrite}
      aria-label={t("new_on", { day: full(day) })}
      onClick={() => state.set({ new: day })}
      className={cx(
        "min-w-0 border-line border-s px-1.5 py-2 text-center -outline-offset-2 transition-colors duration-120 enabled:hover:bg-hover",
        isWeekend(day) ? "bg-sunken text-muted" : "text-ink-2",
      )}
    >
      <span className="cut block text-12">{weekday(day)}</span>
      <span
        className={cx(
          "mx-auto mt-0.5 grid h-7 min-w-7 place-items-center font-semibold text-15",
          day === today && "w-7 rounded-full bg-accent text-on-accent",
        )}
      >
        {number(day)}
      </span>
      {second ? <span className="cut mt-0.5 block text-11 text-muted">{second}</span> : null}
    </button>
  );
}
