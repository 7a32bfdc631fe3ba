"use client";
import { ChartColumn, Table2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { Block } from "#ui/block.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Legend } from "#ui/legend.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { type Series, StackedBars } from "#ui/stacked-bars.tsx";
import { barsOf } from "./bars.ts";
import { ChartTable } from "./chart-table.tsx";
import { period_counts } from "./period.ts";
import { usePeriod } from "./use-period.ts";

/** Calls and chats over time, stacked, with the same numbers as a table one press away. */
export function ConversationsChart() {
  const t = useTranslations("dashboard");
  const ui = useTranslations("ui");
  const format = useFormat();
  const [period] = usePeriod();
  const [asTable, setAsTable] = useState(false);
  const { data, error, refetch, isRefetching } = api.stats.calls.useQuery(
    { period },
    { placeholderData: (previous) => previous },
  );
  const series: Series[] = [
    { key: "voice", label: t("calls"), color: "var(--chart-1)" },
    { key: "chat", label: t("chats_short"), color: "var(--chart-2)" },
  ];
  const bars = data ? barsOf(data, format) : [];
  const summary = data
    ? t("chart_summary", {
        calls: format.number(data.totals.calls),
        chats: format.number(data.totals.chats),
        period: t(`period_${data.period}`, { n: period_counts[data.period] }),
      })
    : "";

  return (
    <Block
      title={t(data?.bucket === "day" ? "chart_days" : "chart_hours")}
      end={
        <>
          <Legend series={series} />
          <IconButton
            label={asTable ? ui("show_chart") : ui("show_table")}
            icon={asTable ? ChartColumn : Table2}
            onClick={() => setAsTable(!asTable)}
          />
        </>
      }
    >
      {error && !data ? (
        <ErrorPanel request_id={failureOf(error).request_id} onRetry={() => void refetch()} busy={isRefetching} />
      ) : !data ? (
        <Skeleton className="mx-4 mb-4 h-52" />
      ) : asTable ? (
        <ChartTable bars={bars.filter((bar) => !bar.ahead)} series={series} caption={summary} />
      ) : (
        <div className="pt-3">
          <StackedBars
            label={summary}
            series={series}
            bars={bars}
            now_label={t("now")}
            total_label={t("total")}
            number={(value) => format.number(value)}
          />
        </div>
      )}
    </Block>
  );
}
