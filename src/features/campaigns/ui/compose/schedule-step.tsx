"use client";
import { useTranslations } from "next-intl";
import { useCompanyPlace } from "#features/shell/ui/company-name.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { dayAndClock } from "#i18n/zoned.ts";
import { DateField } from "#ui/form/date-field.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import { TimeField } from "#ui/form/time-field.tsx";
import { useNow } from "#ui/now.tsx";
import { ChoiceCards } from "./choice-cards.tsx";
import type { Compose } from "./use-compose.ts";
import { startOf } from "./values.ts";

export function ScheduleStep({ compose: { form } }: { compose: Compose }) {
  const t = useTranslations("campaigns");
  const format = useFormat();
  const city = useCompanyPlace();
  const today = dayAndClock(useNow(), format.time_zone).day;
  const at = startOf(form.values, format.time_zone);
  return (
    <div className="grid max-w-160 grid-cols-[minmax(0,1fr)] gap-5">
      <ChoiceCards
        label={t("when")}
        value={form.values.when}
        onChange={(when) => form.set("when", when)}
        options={[
          { value: "now", title: t("when_now"), help: t("when_now_help") },
          { value: "later", title: t("when_later"), help: t("when_later_help") },
        ]}
      />
      {form.values.when === "later" ? (
        <div className="grid animate-rise grid-cols-[minmax(0,1fr)] gap-4 md:grid-cols-2">
          <FormField form={form} name="day" label={t("day")}>
            {(slots, value, set) => <DateField {...slots} value={value} onChange={set} min={today} />}
          </FormField>
          <FormField form={form} name="clock" label={t("time")} help={t("zone", { city })}>
            {(slots, value, set) => <TimeField {...slots} value={value} onChange={set} />}
          </FormField>
        </div>
      ) : null}
      <p role="status" className="text-14 text-ink-2">
        {form.values.when === "now"
          ? t("starts_now")
          : at
            ? t("starts_at", { at: format.dayTime(at) })
            : t("time_missing")}
      </p>
    </div>
  );
}
