"use client";
import { useTranslations } from "next-intl";
import type { Format } from "#i18n/format.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { type Kpi, KpiStrip } from "#ui/kpi-strip.tsx";
import { type Column, figureOf } from "../columns.ts";
import type { ReportName } from "../groupings.ts";
import { wordOfColumn } from "../row-names.ts";
import { headlinesOf } from "./summary.ts";
import type { ReportData } from "./use-report.ts";
import { useFigure } from "./use-words.ts";

/** The totals that matter most, each beside the window before. */
export function ReportSummary({ name, report }: { name: ReportName; report: ReportData }) {
  const t = useTranslations("reports");
  const format = useFormat();
  const figure = useFigure();
  const items = headlinesOf(name).map(({ column, better }): Kpi => {
    const [value, before] = [figureOf(column, report.totals), figureOf(column, report.previous)];
    const change = changeOf(column.kind, value, before, format);
    return {
      key: column.key,
      label: t(wordOfColumn(column)),
      figure: figure(column.kind, value),
      in_words: column.kind === "seconds",
      change: change && {
        text: change.text,
        good: change.moved === 0 || better === 0 ? null : change.moved * better > 0,
      },
      since: change ? t("since") : t("no_before"),
      ...(report.by === "day" && { spark: sparkOf(report, column) }),
    };
  });
  return <KpiStrip label={t("totals")} items={items} />;
}

function changeOf(kind: Column["kind"], value: number | null, before: number | null, format: Format) {
  if (value === null || before === null || (kind !== "share" && before === 0)) return null;
  const moved = kind === "share" ? (value - before) * 100 : ((value - before) / before) * 100;
  const shown = kind === "share" ? format.signed(moved, 1) : signedPercent(moved / 100, format);
  const isStill = Math.abs(moved) < (kind === "share" ? 0.05 : 0.5);
  return { text: shown, moved: isStill ? 0 : moved };
}

function signedPercent(share: number, format: Format): string {
  if (Math.round(share * 100) === 0) return format.percent(0);
  return `${share > 0 ? "+" : "−"}${format.percent(Math.abs(share))}`;
}

const most_points = 15;

/** The last days of a figure; more than fit are left out at the beginning. */
function sparkOf({ rows }: ReportData, column: Column): number[] {
  return rows.slice(-most_points).map((row) => figureOf(column, row.figures) ?? 0);
}
