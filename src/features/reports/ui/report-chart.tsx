"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { startOfZonedDay } from "#lib/time.ts";
import { Block } from "#ui/block.tsx";
import { Legend } from "#ui/legend.tsx";
import { RankBars } from "#ui/rank-bars.tsx";
import { type Bar, type Series, StackedBars } from "#ui/stacked-bars.tsx";
import type { ReportName } from "../groupings.ts";
import { wordOfColumn, wordOfGrouping } from "../row-names.ts";
import { behindRow, endsOf } from "./behind.ts";
import { chart_parts } from "./chart-series.ts";
import type { Filters } from "./filters.ts";
import type { ReportData } from "./use-report.ts";
import { useRowName } from "./use-words.ts";

const most_bars = 12;
const most_ticks = 8;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

type Props = { name: ReportName; report: ReportData; filters: Filters };

/** The report drawn: along time when its rows are days, else side by side. The table below it is its twin. */
export function ReportChart({ name, report, filters }: Props) {
  const t = useTranslations("reports");
  const format = useFormat();
  const nameOf = useRowName();
  const parts = chart_parts[name];
  const series: Series[] = parts.map(({ label, color }) => ({
    key: label,
    color,
    label: t(wordOfColumn({ key: label })),
  }));
  const ends = endsOf(report, filters);
  const bars = report.rows.map((row) => {
    const figures: Readonly<Record<string, number | null>> = row.figures;
    const values = parts.map((part) => sum(part.figures.map((key) => figures[key] ?? 0)));
    const href = sum(values) > 0 ? behindRow(name, report, ends, row.key) : null;
    return { key: row.key ?? "none", name: nameOf(report.by, row), values, ...(href && { href }) };
  });
  const title = t("chart_title", { what: t(`report_${name}`), by: t(wordOfGrouping(report.by)) });
  return (
    <Block
      title={title}
      end={parts.length > 1 ? <Legend series={series} /> : null}
      className="print:break-inside-avoid"
    >
      {report.by === "day" ? (
        <div className="pt-3">
          <StackedBars
            label={title}
            series={series}
            bars={bars.map((bar, at) => ({ ...bar, ...tickOf(bar.key, bars.length - 1 - at, bars.length) }))}
            now_label=""
            total_label={t("total")}
            number={(value) => format.number(value)}
          />
        </div>
      ) : (
        <>
          <RankBars
            series={series}
            bars={bars.slice(0, most_bars).map((bar) => ({ ...bar, figure: format.number(sum(bar.values)) }))}
          />
          {bars.length > most_bars ? (
            <p className="px-4 pb-3 text-12 text-muted">{t("chart_more", { count: bars.length - most_bars })}</p>
          ) : null}
        </>
      )}
    </Block>
  );

  /** Counted from the newest bar back, so that today always has its name. */
  function tickOf(day: string, fromEnd: number, count: number): Pick<Bar, "tick" | "minor"> {
    const step = Math.ceil(count / most_ticks);
    if (fromEnd % step !== 0) return { tick: null };
    const at = startOfZonedDay(day, format.time_zone).getTime();
    return {
      tick: count <= 7 ? format.weekdayShort(at) : format.day(at, { weekday: false }),
      minor: (fromEnd / step) % 2 === 1,
    };
  }
}
