"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { Block } from "#ui/block.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Funnel } from "#ui/funnel.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { behind } from "./behind.ts";
import { funnelPeriod, period_counts } from "./period.ts";
import { usePeriod } from "./use-period.ts";

/** How many customers reached each stage in the period. */
export function FunnelBlock() {
  const t = useTranslations("dashboard");
  const words = useTranslations("words");
  const format = useFormat();
  const period = funnelPeriod(usePeriod()[0]);
  const { data, error, refetch, isRefetching } = api.stats.conversions.useQuery(
    { period },
    { placeholderData: (previous) => previous },
  );
  const reached = (data?.funnel ?? []).filter(({ stage }) => stage !== "lost");
  const steps = reached.map(({ stage, customers }, at) => {
    const before = reached[at - 1]?.customers;
    return {
      key: stage,
      label: words(`stage_${stage}`),
      value: customers,
      figure: format.number(customers),
      kept: before && customers <= before ? format.percent(customers / before) : null,
      ...(data && customers > 0 && { href: behind(data).stage(stage) }),
    };
  });
  return (
    <Block
      title={t("funnel")}
      end={<span className="text-12 text-muted">{t(`last_${period}`, { n: period_counts[period] })}</span>}
    >
      {error && !data ? (
        <ErrorPanel request_id={failureOf(error).request_id} onRetry={() => void refetch()} busy={isRefetching} />
      ) : !data ? (
        <Skeleton className="mx-4 mb-4 h-40" />
      ) : (
        <Funnel steps={steps} />
      )}
    </Block>
  );
}
