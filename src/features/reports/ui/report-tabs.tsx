"use client";
import { useTranslations } from "next-intl";
import { createSerializer } from "nuqs/server";
import { LinkTabs } from "#ui/tabs.tsx";
import { filterParsers } from "./filters.ts";
import type { ReportState } from "./use-report.ts";

const hrefOf = createSerializer(filterParsers);

/** One tab a report; the days stay, the grouping is each report's own. */
export function ReportTabs({ state: { name, offered, filters, set } }: { state: ReportState }) {
  const t = useTranslations("reports");
  return (
    <LinkTabs
      label={t("tabs")}
      value={name}
      onChange={(next) => void set({ report: offered.find((one) => one === next) ?? null, by: null })}
      tabs={offered.map((report) => ({
        value: report,
        label: t(`report_${report}`),
        href: hrefOf("/reports", { ...filters, report, by: null }),
      }))}
    />
  );
}
