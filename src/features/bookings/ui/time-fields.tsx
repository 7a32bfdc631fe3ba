"use client";
import { useTranslations } from "next-intl";
import { StaffPicker } from "#features/shell/ui/pickers/staff-picker.tsx";
import { useFormat } from "#i18n/format-context.tsx";
import { dayAndClock } from "#i18n/zoned.ts";
import { DateField } from "#ui/form/date-field.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import { TimeField } from "#ui/form/time-field.tsx";
import { Select } from "#ui/select.tsx";
import { useClashWords } from "./clash-words.ts";
import { TimeCheck } from "./time-check.tsx";
import { useDays } from "./use-days.ts";
import type { useTimeCheck } from "./use-time-check.ts";
import type { ViewingForm } from "./use-viewing-form.ts";

const usual = ["30", "45", "60", "90", "120"];

/** When, for how long and with whom; below it what that runs into. */
export function TimeFields({ form, check }: { form: ViewingForm; check: ReturnType<typeof useTimeCheck> }) {
  const t = useTranslations("bookings");
  const { time_zone } = useFormat();
  const { today } = useDays();
  const clashWords = useClashWords();
  const { minutes, staff_id } = form.values;
  const lengths = usual.includes(minutes) ? usual : [minutes, ...usual];
  return (
    <>
      <div className="grid grid-cols-2 gap-3 md:grid-cols-3">
        <div className="max-md:col-span-2">
          <FormField form={form} name="day" label={t("day_field")}>
            {(slots, value, set) => <DateField {...slots} value={value} onChange={set} min={today} />}
          </FormField>
        </div>
        <FormField
          form={form}
          name="clock"
          label={t("clock_field")}
          words={{ overlap: check.clash ? clashWords(check.clash) : t("clash_short") }}
        >
          {(slots, value, set) => <TimeField {...slots} value={value} onChange={set} />}
        </FormField>
        <FormField form={form} name="minutes" label={t("length_field")}>
          {({ id }, value, set) => (
            <Select
              id={id}
              label={t("length_field")}
              value={value}
              onChange={set}
              className="w-full"
              options={lengths.map((length) => ({ value: length, label: t("minutes", { count: Number(length) }) }))}
            />
          )}
        </FormField>
      </div>
      <FormField form={form} name="staff_id" label={t("staff_field")}>
        {({ id }, value, set) => <StaffPicker id={id} label={t("staff_field")} value={value} onChange={set} optional />}
      </FormField>
      <TimeCheck
        check={check}
        hasStaff={staff_id !== null}
        onPick={(at) => {
          const { day, clock } = dayAndClock(at, time_zone);
          form.set("day", day);
          form.set("clock", clock);
        }}
      />
    </>
  );
}
