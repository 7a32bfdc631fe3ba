"use client";
import { useTranslations } from "next-intl";
import { useFormat } from "#i18n/format-context.tsx";
import { Progress } from "#ui/progress.tsx";
import { shares } from "./outcomes.ts";
import type { Campaign } from "./types.ts";

/** How far a campaign is: a bar by what became of each, and how many were tried. Nothing before it starts. */
export function CampaignProgress({ campaign: { metrics } }: { campaign: Campaign }) {
  const t = useTranslations("campaigns");
  const format = useFormat();
  if (metrics.recipients === 0) return <span className="text-12 text-muted">{t("not_started")}</span>;
  const tried = t("tried_of", {
    dialled: format.number(metrics.dialled),
    recipients: format.number(metrics.recipients),
  });
  return (
    <span className="grid gap-1.5">
      <Progress label={tried} parts={shares(metrics)} />
      <span className="text-12 text-muted" aria-hidden>
        {tried}
      </span>
    </span>
  );
}
