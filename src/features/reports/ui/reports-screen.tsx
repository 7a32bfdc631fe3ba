"use client";
import { ChartNoAxesColumn } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCompanyName } from "#features/shell/ui/company-name.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { failureOf } from "#trpc/failure.ts";
import { cx } from "#ui/cx.ts";
import { Empty } from "#ui/empty.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { KpiStripSkeleton } from "#ui/kpi-strip.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { columnsOf } from "../columns.ts";
import type { ReportName } from "../groupings.ts";
import type { Filters } from "./filters.ts";
import { PrintHead, useReportDays } from "./print-head.tsx";
import { ReportChart } from "./report-chart.tsx";
import { ReportSummary } from "./report-summary.tsx";
import { ReportTable } from "./report-table.tsx";
import { ReportTabs } from "./report-tabs.tsx";
import { ReportToolbar } from "./report-toolbar.tsx";
import { type ReportData, useReport } from "./use-report.ts";

/** One report at a time: its totals, drawn, and row by row. */
export function ReportsScreen() {
  const state = useReport();
  const { name, filters, query } = state;
  const { data, error, refetch, isRefetching, isPlaceholderData } = query;
  return (
    <>
      <div className="print:hidden">
        <ReportTabs state={state} />
      </div>
      <ReportToolbar state={state} />
      <div
        className={cx(
          "min-h-0 flex-1 px-4 pb-6 transition-opacity duration-180 md:overflow-y-auto md:px-6 print:overflow-visible print:p-0",
          isPlaceholderData && "opacity-55",
        )}
      >
        {error && !data ? (
          <ErrorPanel request_id={failureOf(error).request_id} onRetry={() => void refetch()} busy={isRefetching} />
        ) : data ? (
          <ReportBody name={name} report={data} filters={filters} />
        ) : (
          <div className="grid gap-4">
            <KpiStripSkeleton />
            <Skeleton className="h-64" />
            <Skeleton className="h-96" />
          </div>
        )}
      </div>
    </>
  );
}

function ReportBody({ name, report, filters }: { name: ReportName; report: ReportData; filters: Filters }) {
  const t = useTranslations("reports");
  const company = useCompanyName();
  const { locale, digits } = useFormat();
  const days = useReportDays(report);
  const whole = columnsOf(name, report.by).find(({ kind }) => kind === "count");
  const figures: Readonly<Record<string, number | null>> = report.totals;
  const isEmpty = !whole || figures[whole.key] === 0;
  return (
    <div
      className="mx-auto grid max-w-[1680px] grid-cols-[minmax(0,1fr)] gap-4 print:block print:max-w-none print:space-y-4"
      {...(locale === "ar" && digits === "arab" && { style: { page: "arabic-digits" } })}
    >
      <PrintHead name={name} report={report} />
      {isEmpty ? (
        <Empty icon={ChartNoAxesColumn} title={t(`empty_${name}`)}>
          {t("empty_help")}
        </Empty>
      ) : (
        <>
          <ReportSummary name={name} report={report} />
          <ReportChart name={name} report={report} filters={filters} />
          <ReportTable
            name={name}
            report={report}
            filters={filters}
            running_head={[company, t(`report_${name}`), days].join(" · ")}
          />
          {name === "funnel" && report.by === "stage" ? (
            <p className="text-12 text-muted">{t("distinct_note")}</p>
          ) : null}
          {name === "tickets" ? <p className="text-12 text-muted">{t("percentile_note")}</p> : null}
        </>
      )}
    </div>
  );
}
