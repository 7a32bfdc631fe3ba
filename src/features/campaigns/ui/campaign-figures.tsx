"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { isolateLtr } from "#i18n/isolate.ts";
import { useFeedStatus } from "#trpc/live-provider.tsx";
import { KpiStrip } from "#ui/kpi-strip.tsx";
import { campaignHref } from "./hrefs.ts";
import { answeredShare, left } from "./outcomes.ts";
import type { Campaign } from "./types.ts";

/** The five figures of a campaign. Those that a list of recipients shows open it. */
export function CampaignFigures({ campaign: { id, metrics } }: { campaign: Campaign }) {
  const t = useTranslations("campaigns");
  const format = useFormat();
  const share = answeredShare(metrics);
  const item = (
    key: "recipients" | "dialled" | "answered" | "booked" | "left",
    count: number,
    since: string,
    href?: string,
  ) => ({
    key,
    label: t(`figure_${key}`),
    figure: format.number(count),
    change: null,
    since,
    ...(href && { href }),
  });
  const of = (part: number, whole: number) =>
    whole > 0 ? t("of_all", { share: isolateLtr(format.percent(part / whole)) }) : t("none_so_far");
  return (
    <KpiStrip
      label={t("figures")}
      stale={useFeedStatus().state === "offline"}
      items={[
        item("recipients", metrics.recipients, t("frozen_at_start"), campaignHref(id)),
        item("dialled", metrics.dialled, of(metrics.dialled, metrics.recipients)),
        item(
          "answered",
          metrics.answered,
          share === null ? t("none_so_far") : t("of_tried", { share: isolateLtr(format.percent(share)) }),
          campaignHref(id, "answered"),
        ),
        item(
          "booked",
          metrics.booked,
          metrics.answered > 0
            ? t("of_answered", { share: isolateLtr(format.percent(metrics.booked / metrics.answered)) })
            : t("none_so_far"),
        ),
        item("left", left(metrics), of(left(metrics), metrics.recipients), campaignHref(id, "pending")),
      ]}
    />
  );
}
