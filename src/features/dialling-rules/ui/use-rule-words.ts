"use client";
import { useTranslations } from "next-intl";
import { calendar_names } from "#i18n/calendar-names.ts";
import { createFormat } from "#i18n/format.ts";
import { useFormat } from "#i18n/format-context.tsx";
import type { Limits, Rule } from "./types.ts";

const named = ["AE", "BH", "EG", "JO", "KW", "OM", "QA", "SA"] as const;

/** Limits and countries in words. */
export function useRuleWords() {
  const t = useTranslations("calling");
  const { locale, digits } = useFormat();
  const clocks = createFormat({ locale, digits, time_zone: "UTC" });
  const clock = (value: string) => clocks.time(Date.UTC(2026, 0, 1, Number(value.slice(0, 2)), Number(value.slice(3))));
  const hours = ({ from_time, to_time }: Limits) => t("hours", { from: clock(from_time), to: clock(to_time) });
  const weekend = ({ weekend }: Rule) =>
    weekend.map((iso) => calendar_names[locale].weekdays[iso % 7] ?? "").join(t("joint"));
  const days = (rule: Rule, { on_weekend }: Limits) => (on_weekend ? t("no_weekend_off") : weekend(rule));
  const tries = ({ unanswered_per_day, unanswered_per_week }: Limits) =>
    [t("tries_day", { count: unanswered_per_day }), t("tries_week", { count: unanswered_per_week })] as const;
  return {
    country: ({ country }: Rule) => {
      const known = named.find((code) => code === country);
      return known ? t(`country_${known}`) : (country ?? t("country_others"));
    },
    clock,
    hours,
    weekend,
    days,
    tries,
    /** All of it in one line. */
    whole: (rule: Rule, limits: Limits) => [hours(limits), days(rule, limits), ...tries(limits)].join(t("comma")),
    /** A holiday, "2026-12-02". */
    holiday: (day: string) => clocks.day(`${day}T00:00:00Z`, { weekday: false, year: true }),
  };
}
