"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { useMe } from "#trpc/me.tsx";
import { Button } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { useShortcut } from "#ui/use-shortcut.ts";
import { type CalendarView, dayOr, stepView } from "./calendar-days.ts";
import type { BookingFilters } from "./use-booking-filters.ts";
import { useDays } from "./use-days.ts";

type Props = { view: CalendarView; days: readonly string[]; state: BookingFilters };

/** What stretch is shown, and the way to the one before, the one after and today's. */
export function CalendarHead({ view, days, state }: Props) {
  const t = useTranslations("bookings");
  const { today } = useDays();
  const { hijri } = useMe();
  const { filters, set, clock } = state;
  const at = dayOr(filters.on, clock.now, clock.format.time_zone);
  const title = useTitle(view, days, at);
  const step = (by: 1 | -1) => set({ on: stepView(view, at, by), booking: null });
  const toToday = days.includes(today) ? null : () => set({ on: null });
  useShortcut("t", toToday, t("today"));
  return (
    <div className="flex shrink-0 items-center gap-1 border-line border-b px-4 pb-3 md:px-6">
      <IconButton label={t(`${view}_before`)} icon={ChevronLeft} flip tone="default" onClick={() => step(-1)} />
      <IconButton label={t(`${view}_after`)} icon={ChevronRight} flip tone="default" onClick={() => step(1)} />
      <div className="ms-2 min-w-0 flex-1" aria-live="polite">
        <h2 className="cut font-semibold text-15">{title.gregorian}</h2>
        {hijri ? <p className="cut text-12 text-muted">{title.hijri}</p> : null}
      </div>
      <Button size="sm" disabled={toToday === null} onClick={() => toToday?.()}>
        {t("today")}
      </Button>
    </div>
  );
}

function useTitle(view: CalendarView, days: readonly string[], at: string) {
  const format = useFormat();
  const { noon, number } = useDays();
  const [first, last] = view === "week" ? [days[0] ?? at, days.at(-1) ?? at] : monthEnds(days, at);
  const [from, to] = [noon(first), noon(last)];
  const joined = (one: string, other: string) => (one === other ? one : `${one} – ${other}`);
  const spanned =
    first.slice(0, 7) === last.slice(0, 7)
      ? `${number(first)} – ${format.day(to, { weekday: false, year: true })}`
      : joined(
          format.day(from, { weekday: false, year: first.slice(0, 4) !== last.slice(0, 4) }),
          format.day(to, { weekday: false, year: true }),
        );
  return {
    gregorian: view === "week" ? spanned : format.month(noon(at)),
    hijri: joined(format.hijriShort(from), format.hijri(to)),
  };
}

/** The first and last day of the month itself, without the days that fill its weeks. */
function monthEnds(days: readonly string[], at: string): [string, string] {
  const own = days.filter((day) => day.startsWith(at.slice(0, 7)));
  return [own[0] ?? at, own.at(-1) ?? at];
}
