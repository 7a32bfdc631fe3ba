"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Checkbox } from "#ui/checkbox.tsx";
import { TimeField } from "#ui/form/time-field.tsx";
import { Switch } from "#ui/switch.tsx";
import type { Day } from "./values.ts";

type Props = { name: string; day: Day; onChange: (change: Partial<Day>) => void };

/** One weekday: worked or not, from when to when, and whether it is a day of the weekend. */
export function DayRow({ name, day, onChange }: Props) {
  const t = useTranslations("settings");
  const id = useId();
  const { works, from, to, is_weekend } = day;
  return (
    <li className="grid min-h-13 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 border-line border-b px-4 py-2 last:border-b-0 md:grid-cols-[auto_96px_minmax(0,1fr)_auto]">
      <Switch label={t("hours_works", { day: name })} checked={works} onChange={(next) => onChange({ works: next })} />
      <span className="font-medium text-14">{name}</span>
      <span className="col-span-3 row-start-2 flex items-center gap-2 md:col-span-1 md:row-start-auto">
        {works ? (
          <>
            <TimeField
              id={`${id}-from`}
              aria-label={t("hours_from", { day: name })}
              value={from}
              onChange={(next) => onChange({ from: next })}
            />
            <span className="text-13 text-muted">{t("hours_until")}</span>
            <TimeField
              id={`${id}-to`}
              aria-label={t("hours_to", { day: name })}
              value={to}
              onChange={(next) => onChange({ to: next })}
            />
          </>
        ) : (
          <span className="text-13 text-muted">{t("hours_off")}</span>
        )}
      </span>
      <span className="col-start-3 row-start-1 flex items-center gap-2 text-13 text-ink-2 md:col-start-4">
        <Checkbox
          label={t("hours_is_weekend", { day: name })}
          checked={is_weekend}
          onChange={() => onChange({ is_weekend: !is_weekend })}
        />
        <span aria-hidden>{t("hours_weekend")}</span>
      </span>
    </li>
  );
}
