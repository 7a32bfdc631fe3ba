"use client";
import { parseDate, today } from "@internationalized/date";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  Heading,
  I18nProvider,
} from "react-aria-components";
import { useFormat } from "#i18n/format-context.tsx";
import { useMe } from "#trpc/me.tsx";

const week_days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;
const arrow = "grid size-8 place-items-center rounded-control text-ink-2 hover:bg-hover pointer-coarse:size-11";

type Props = { value: string | null; min?: string; onPick: (day: string) => void };

/** One month, by keyboard too; the library knows the grid, we know the week, the digits and the zone. */
export function DayCalendar({ value, min, onPick }: Props) {
  const t = useTranslations("forms");
  const { locale, digits, time_zone } = useFormat();
  const { company } = useMe();
  return (
    <I18nProvider locale={`${locale}-u-ca-gregory-nu-${digits}`}>
      <Calendar
        aria-label={t("pick_date")}
        autoFocus
        value={value ? parseDate(value) : null}
        defaultFocusedValue={value ? parseDate(value) : today(time_zone)}
        {...(min && { minValue: parseDate(min) })}
        firstDayOfWeek={week_days[company.week_start % 7] ?? "sun"}
        onChange={(day) => onPick(day.toString())}
      >
        <header className="mb-2 flex items-center gap-1">
          <Button slot="previous" className={arrow} aria-label={t("previous_month")}>
            <ChevronLeft size={16} strokeWidth={1.75} className="flip" aria-hidden />
          </Button>
          <Heading className="flex-1 text-center font-semibold text-14" />
          <Button slot="next" className={arrow} aria-label={t("next_month")}>
            <ChevronRight size={16} strokeWidth={1.75} className="flip" aria-hidden />
          </Button>
        </header>
        <CalendarGrid weekdayStyle="short" className="border-collapse text-center text-13">
          <CalendarGridHeader>
            {(day) => <CalendarHeaderCell className="pb-1 font-medium text-11 text-muted">{day}</CalendarHeaderCell>}
          </CalendarGridHeader>
          <CalendarGridBody>
            {(date) => (
              <CalendarCell
                date={date}
                className="grid size-9 cursor-pointer place-items-center rounded-control outline-none hover:bg-hover data-disabled:cursor-default data-outside-month:hidden data-selected:bg-accent data-selected:font-semibold data-disabled:text-muted data-selected:text-on-accent data-disabled:opacity-60 data-focus-visible:outline-2 data-focus-visible:outline-focus"
              />
            )}
          </CalendarGridBody>
        </CalendarGrid>
      </Calendar>
    </I18nProvider>
  );
}
