"use client";
import { CopyCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { calendar_names } from "#i18n/calendar-names.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { Block } from "#ui/block.tsx";
import { Button } from "#ui/button.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import type { Form } from "#ui/form/use-form.ts";
import { Select } from "#ui/select.tsx";
import { DayRow } from "./day-row.tsx";
import { type IsoDay, iso_days, type Values, weeklyHours } from "./values.ts";
import { WeekProblem } from "./week-problem.tsx";

/** When the week begins, which days are off, and from when to when the others are worked; in the week's own order. */
export function WeekFields({ form }: { form: Form<Values> }) {
  const t = useTranslations("settings");
  const { locale } = useFormat();
  const name = (iso: IsoDay) => calendar_names[locale].weekdays[iso % 7] ?? "";
  const { days, week_start } = form.values;
  const ordered = iso_days.map((_, at) => iso_days[(Number(week_start) - 1 + at) % 7] ?? 1);
  const first = ordered.find((iso) => days[iso].works);
  const copyFirst = (from: IsoDay) =>
    form.set(
      "days",
      mapDays(days, (day) => (day.works ? { ...day, from: days[from].from, to: days[from].to } : day)),
    );

  return (
    <Block
      title={t("company_week")}
      end={
        <span className="text-12 text-muted">
          {t("hours_total", { count: Math.round(weeklyHours(days) * 10) / 10 })}
        </span>
      }
    >
      <div className="border-line border-t px-4 py-4">
        <div className="md:max-w-1/2 md:pe-2">
          <FormField form={form} name="week_start" label={t("company_week_start")} help={t("company_week_start_help")}>
            {({ id }, value, set) => (
              <Select
                id={id}
                label={t("company_week_start")}
                className="w-full"
                value={value}
                onChange={set}
                options={iso_days.map((iso) => ({ value: String(iso), label: name(iso) }))}
              />
            )}
          </FormField>
        </div>
      </div>
      <fieldset data-field="days" className="min-w-0 border-line border-t">
        <legend className="sr-only">{t("hours_hours")}</legend>
        <ul>
          {ordered.map((iso) => (
            <DayRow
              key={iso}
              name={name(iso)}
              day={days[iso]}
              onChange={(change) => form.set("days", { ...days, [iso]: { ...days[iso], ...change } })}
            />
          ))}
        </ul>
        <WeekProblem problem={form.problems.days} name={name} />
      </fieldset>
      {first ? (
        <div className="border-line border-t px-4 py-3">
          <Button size="sm" icon={CopyCheck} onClick={() => copyFirst(first)}>
            {t("hours_copy", { day: name(first) })}
          </Button>
        </div>
      ) : null}
    </Block>
  );
}

const mapDays = (
  days: Values["days"],
  change: (day: Values["days"][IsoDay]) => Values["days"][IsoDay],
): Values["days"] => ({
  1: change(days[1]),
  2: change(days[2]),
  3: change(days[3]),
  4: change(days[4]),
  5: change(days[5]),
  6: change(days[6]),
  7: change(days[7]),
});
