"use client";
import { useTranslations } from "next-intl";
import { Segment } from "#ui/segment.tsx";
import { period_counts, periods } from "./period.ts";
import { usePeriod } from "./use-period.ts";

export function PeriodSwitch() {
  const t = useTranslations("dashboard");
  const [period, setPeriod] = usePeriod();
  return (
    <Segment
      label={t("period")}
      value={period}
      onChange={setPeriod}
      options={periods.map((value) => ({ value, label: t(`period_${value}`, { n: period_counts[value] }) }))}
    />
  );
}
