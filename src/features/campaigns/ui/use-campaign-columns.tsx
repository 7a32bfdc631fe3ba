"use client";
import { useTranslations } from "next-intl";
import { useAgo, usePauseReason } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { MachineMark } from "#ui/avatar.tsx";
import { StatusChip } from "#ui/chip.tsx";
import { CutText } from "#ui/cut-text.tsx";
import type { Column, Lead } from "#ui/list/record.ts";
import { Ltr } from "#ui/ltr.tsx";
import { CampaignProgress } from "./campaign-progress.tsx";
import type { Campaign } from "./types.ts";

export function useCampaignLead(): (campaign: Campaign) => Lead {
  const t = useTranslations("words");
  const when = useWhen();
  return (campaign) => ({
    mark: <MachineMark kind={campaign.type} />,
    title: campaign.name,
    under: (
      <CutText>
        {t(`campaign_${campaign.type}`)} · {when(campaign)}
      </CutText>
    ),
  });
}

export function useCampaignColumns(): readonly Column<Campaign>[] {
  const t = useTranslations("campaigns");
  const words = useTranslations("words");
  const format = useFormat();
  const figure = (name: "answered" | "no_answer" | "failed") => ({
    id: name,
    head: words(`recipient_${name}`),
    cell: ({ metrics }: Campaign) =>
      metrics.recipients === 0 ? <span className="text-muted">—</span> : <Ltr>{format.number(metrics[name])}</Ltr>,
    width: "w-24",
    from: "4xl" as const,
    end: true,
  });
  return [
    {
      id: "progress",
      head: t("col_progress"),
      cell: (campaign) => <CampaignProgress campaign={campaign} />,
      card: "line",
    },
    figure("answered"),
    figure("no_answer"),
    figure("failed"),
    {
      id: "status",
      head: t("col_status"),
      width: "w-38",
      card: "end",
      cell: ({ status }) => <StatusChip status={status}>{words(`campaign_${status}`)}</StatusChip>,
    },
  ];
}

/** The one time that matters in a campaign's state: when it will start, began or ended, or why it stands still. */
export function useWhen(): (campaign: Campaign) => string {
  const t = useTranslations("campaigns");
  const format = useFormat();
  const ago = useAgo();
  const reasonOf = usePauseReason();
  const at = (instant: string) => format.dayTime(instant, { weekday: false });
  return ({ status, scheduled_at, started_at, finished_at, pause_reason, created_at }) => {
    if (status === "scheduled" && scheduled_at) return t("when_scheduled", { at: at(scheduled_at) });
    if (status === "paused" && pause_reason) return reasonOf(pause_reason);
    if (status === "completed" && finished_at) return t("when_completed", { at: at(finished_at) });
    if (status === "cancelled" && finished_at) return t("when_cancelled", { at: at(finished_at) });
    if (started_at) return t("when_started", { at: at(started_at) });
    return t("when_created", { ago: ago(created_at) });
  };
}
