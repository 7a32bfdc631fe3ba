"use client";
import { CalendarRange, Rows3 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { zonedDay } from "#lib/time.ts";
import { cx } from "#ui/cx.ts";
import { Field } from "#ui/field.tsx";
import { DateField } from "#ui/form/date-field.tsx";
import { useNow } from "#ui/now.tsx";
import { Segment } from "#ui/segment.tsx";
import { Select } from "#ui/select.tsx";
import { filterOff, filterOn } from "#ui/select-button.tsx";
import { groupings } from "../groupings.ts";
import { wordOfGrouping } from "../row-names.ts";
import { periods } from "./filters.ts";
import { useReportDays } from "./print-head.tsx";
import type { ReportData, ReportState } from "./use-report.ts";

const period_counts = { "24h": 24, "7d": 7, "30d": 30, "90d": 90 };

/** Of when, and what the rows stand for. */
export function ReportToolbar({ state: { name, by, filters, set, query } }: { state: ReportState }) {
  const t = useTranslations("reports");
  const { time_zone } = useFormat();
  const today = zonedDay(new Date(useNow()), time_zone);
  const byDays = filters.from !== null || filters.to !== null;
  const isReversed = byDays && (filters.from ?? "") > (filters.to ?? "");
  const first = query.data ? zonedDay(query.data.from, time_zone) : today;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 px-4 py-3 md:px-6 print:hidden">
      <div className="bare-scroll max-w-full overflow-x-auto">
        <Segment
          label={t("period")}
          value={byDays ? "" : filters.period}
          onChange={(next) => {
            const period = periods.find((one) => one === next);
            if (period) void set({ period, from: null, to: null });
          }}
          options={periods.map((value) => ({ value, label: t(`period_${value}`, { n: period_counts[value] }) }))}
        />
      </div>
      <button
        type="button"
        aria-pressed={byDays}
        onClick={() => void set(byDays ? { from: null, to: null } : { from: first, to: today })}
        className={cx(
          "touch inline-flex h-8 items-center gap-1.5 rounded-control border px-2.5 text-13 whitespace-nowrap transition-colors duration-120 ease-ui",
          byDays ? filterOn : filterOff,
        )}
      >
        <CalendarRange size={14} strokeWidth={1.75} aria-hidden />
        {t("days_chosen")}
      </button>
      <Select
        look="filter"
        label={t("by")}
        icon={Rows3}
        value={by}
        on={by !== groupings[name][0]}
        onChange={(next) => void set({ by: next === groupings[name][0] ? null : next })}
        options={groupings[name].map((value) => ({ value, label: t("by_label", { by: t(wordOfGrouping(value)) }) }))}
      />
      {query.data ? <Days report={query.data} /> : null}
      {byDays ? (
        <div className="grid w-full max-w-120 animate-rise grid-cols-2 gap-3 pt-1">
          <Field label={t("first_day")}>
            {(slots) => (
              <DateField {...slots} value={filters.from ?? ""} onChange={(from) => void set({ from: from || null })} />
            )}
          </Field>
          <Field label={t("last_day")} error={isReversed ? t("days_reversed") : undefined}>
            {(slots) => (
              <DateField {...slots} value={filters.to ?? ""} onChange={(to) => void set({ to: to || null })} />
            )}
          </Field>
        </div>
      ) : null}
    </div>
  );
}

function Days({ report }: { report: ReportData }) {
  return <p className="ms-auto text-13 text-muted max-md:w-full">{useReportDays(report)}</p>;
}
