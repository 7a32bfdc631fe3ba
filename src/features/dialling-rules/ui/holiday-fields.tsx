"use client";
import { Plus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#ui/button.tsx";
import { DateField } from "#ui/form/date-field.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import type { Form } from "#ui/form/use-form.ts";
import { isDay, type Values, withDay } from "./rule-values.ts";
import { useRuleWords } from "./use-rule-words.ts";

/** The days without calls: each can be taken away, and one at a time is added. */
export function HolidayFields({ form }: { form: Form<Values> }) {
  const t = useTranslations("calling");
  const words = useRuleWords();
  const { holidays, holiday } = form.values;
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="sr-only">{t("holidays")}</legend>
      <FormField form={form} name="holiday" label={t("holidays")} help={t("holidays_help")}>
        {(slots, value, set) => (
          <span className="grid grid-cols-[minmax(0,1fr)_auto] gap-2">
            <DateField {...slots} value={value} onChange={set} />
            <Button
              icon={Plus}
              onClick={() => {
                if (isDay(holiday)) {
                  form.set("holidays", withDay(holidays, holiday));
                  set("");
                }
                document.getElementById(slots.id)?.focus();
              }}
            >
              {t("holiday_add")}
            </Button>
          </span>
        )}
      </FormField>
      {form.problems.holidays ? (
        <p role="alert" className="text-13 text-rejected">
          {t("holiday_many")}
        </p>
      ) : null}
      <ul aria-label={t("holidays")} aria-live="polite" className="flex flex-wrap gap-1.5">
        {holidays.length === 0 ? <li className="text-13 text-muted">{t("holidays_none")}</li> : null}
        {holidays.map((day) => (
          <li key={day} className="flex items-center rounded-chip bg-paused-soft ps-2.25 text-12 text-paused">
            {words.holiday(day)}
            <button
              type="button"
              aria-label={t("holiday_remove", { day: words.holiday(day) })}
              onClick={(event) => {
                const list = event.currentTarget.closest("fieldset");
                form.set(
                  "holidays",
                  holidays.filter((one) => one !== day),
                );
                list?.querySelector("input")?.focus();
              }}
              className="grid size-6 place-items-center rounded-chip hover:bg-hover hover:text-ink pointer-coarse:size-11"
            >
              <X size={13} strokeWidth={2} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
