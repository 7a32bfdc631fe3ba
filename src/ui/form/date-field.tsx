"use client";
import { CalendarDays } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { Popover } from "radix-ui";
import { useEffect, useState } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { zoned } from "#i18n/zoned.ts";
import { IconButton } from "../icon-button.tsx";
import { Input } from "../input.tsx";
import { useNow } from "../now.tsx";
import { popoverClass } from "../popover-class.ts";
import { readDay } from "./clock.ts";

const Calendar = dynamic(() => import("./calendar.tsx").then((part) => part.DayCalendar), { ssr: false });

type Props = {
  id: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: true | undefined;
  /** "2026-11-24", "", or what was typed while it is no day yet. */
  value: string;
  onChange: (value: string) => void;
  /** First day that may be chosen in the calendar. */
  min?: string;
};

/** A Gregorian day: typed in any digits as 24/11/2026, or chosen in a month that begins on the company's first weekday. */
export function DateField({ value, onChange, min, ...slots }: Props) {
  const t = useTranslations("forms");
  const { time_zone } = useFormat();
  const { year } = zoned(useNow(), time_zone);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState(shown(value));
  useEffect(() => setText(shown(value)), [value]);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value);
  const settle = () => {
    const read = readDay(text, year) ?? text;
    // Leaving it as it was is no change: what is said of it stays, and nothing moves under the pointer.
    if (read !== value) onChange(read);
  };
  return (
    <Input
      {...slots}
      dir="ltr"
      inputMode="numeric"
      autoComplete="off"
      placeholder={`24/11/${year}`}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        const read = readDay(event.target.value, year);
        if (read && event.target.value.length >= 10) onChange(read);
      }}
      onBlur={settle}
      // The form is sent from within: it must not go with what stood here before.
      onKeyDown={(event) => event.key === "Enter" && settle()}
      className="text-start rtl:text-end"
      trailing={
        <Popover.Root open={open} onOpenChange={setOpen}>
          <Popover.Trigger asChild>
            <IconButton label={t("pick_date")} icon={CalendarDays} className="-me-2 min-h-0 min-w-0" />
          </Popover.Trigger>
          <Popover.Portal>
            <Popover.Content align="end" sideOffset={8} collisionPadding={8} className={`${popoverClass} p-3`}>
              <Calendar
                value={isDay ? value : null}
                {...(min && { min })}
                onPick={(day) => {
                  onChange(day);
                  setOpen(false);
                }}
              />
            </Popover.Content>
          </Popover.Portal>
        </Popover.Root>
      }
    />
  );
}

const shown = (value: string) => {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value);
  return parts ? `${parts[3]}/${parts[2]}/${parts[1]}` : value;
};
