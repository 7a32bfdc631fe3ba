"use client";
import { useTranslations } from "next-intl";
import { useCompanyName } from "#features/shell/ui/company-name.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { isolate } from "#i18n/isolate.ts";
import { useMe } from "#trpc/me.tsx";
import { Logo } from "#ui/logo.tsx";
import { useNow } from "#ui/now.tsx";
import type { ReportName } from "../groupings.ts";
import { wordOfGrouping } from "../row-names.ts";
import type { ReportData } from "./use-report.ts";

/** The days of a report in words: "24 أكتوبر – 22 نوفمبر 2026". */
export function useReportDays({ from, to }: Pick<ReportData, "from" | "to">): string {
  const t = useTranslations("reports");
  const format = useFormat();
  const last = Math.max(Date.parse(from), Date.parse(to) - 1);
  const day = (at: string | number) => format.day(at, { weekday: false, year: true });
  return format.sameDay(from, last) ? day(from) : t("days_span", { from: day(from), to: day(last) });
}

/** What a printed report begins with: whose it is, of what, of when, and when it was made. */
export function PrintHead({ name, report }: { name: ReportName; report: ReportData }) {
  const t = useTranslations("reports");
  const format = useFormat();
  const company = useCompanyName();
  const { name: person } = useMe();
  const days = useReportDays(report);
  return (
    <header className="hidden items-start gap-4 border-line border-b pb-4 print:flex">
      <Logo className="size-11" />
      <div className="flex-1">
        <p className="text-13 text-ink-2">{company}</p>
        <h2 className="font-semibold text-20">
          {t("chart_title", { what: t(`report_${name}`), by: t(wordOfGrouping(report.by)) })}
        </h2>
        <p className="text-13 text-ink-2">
          {days} · {t("zone", { zone: isolate(report.timezone) })}
        </p>
      </div>
      <p className="text-12 text-muted">
        {t("made_by", { name: isolate(person), at: format.dayTime(useNow(), { year: true }) })}
      </p>
    </header>
  );
}
