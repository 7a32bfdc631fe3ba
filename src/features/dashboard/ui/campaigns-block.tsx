"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { usePauseReason } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { isolateLtr } from "#i18n/isolate.ts";
import { api, type Outputs } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { Block, BlockLink } from "#ui/block.tsx";
import { StatusChip } from "#ui/chip.tsx";
import { CutText } from "#ui/cut-text.tsx";
import { ErrorPanel } from "#ui/error-panel.tsx";
import { Progress } from "#ui/progress.tsx";
import { Skeleton } from "#ui/skeleton.tsx";
import { behind_now } from "./behind.ts";
import { campaign_lists } from "./period.ts";

type Campaign = Outputs["campaigns"]["list"]["campaigns"][number];

export function CampaignsBlock() {
  const t = useTranslations("dashboard");
  const [running, paused] = api.useQueries((ask) => campaign_lists.map((input) => ask.campaigns.list(input)));
  const failed = running?.error ?? paused?.error;
  const campaigns = [...(running?.data?.campaigns ?? []), ...(paused?.data?.campaigns ?? [])].slice(0, 4);
  const retry = () => void Promise.all([running?.refetch(), paused?.refetch()]);
  return (
    <Block title={t("campaigns")} end={<BlockLink href={behind_now.campaigns}>{t("show_all")}</BlockLink>}>
      {failed ? (
        <ErrorPanel request_id={failureOf(failed).request_id} onRetry={retry} />
      ) : !running?.data || !paused?.data ? (
        <Skeleton className="mx-4 mb-4 h-28" />
      ) : campaigns.length === 0 ? (
        <p className="border-line border-t px-4 py-4 text-13 text-muted">{t("campaigns_none")}</p>
      ) : (
        <ul>
          {campaigns.map((campaign) => (
            <CampaignLine key={campaign.id} campaign={campaign} />
          ))}
        </ul>
      )}
    </Block>
  );
}

function CampaignLine({ campaign: { id, name, status, metrics, pause_reason } }: { campaign: Campaign }) {
  const t = useTranslations("dashboard");
  const words = useTranslations("words");
  const reasonOf = usePauseReason();
  const format = useFormat();
  const whole = Math.max(1, metrics.recipients);
  const done = t("campaign_done", {
    dialled: format.number(metrics.dialled),
    recipients: format.number(metrics.recipients),
  });
  const answered =
    metrics.dialled > 0
      ? t("campaign_answered", { share: isolateLtr(format.percent(metrics.answered / metrics.dialled)) })
      : null;
  return (
    <li className="relative grid grid-cols-[minmax(0,1fr)] gap-2 border-line border-t px-4 pt-2.5 pb-3 text-13 transition-colors duration-120 hover:bg-hover">
      <span className="flex items-center gap-3">
        <Link
          href={behind_now.campaign(id)}
          className="block min-w-0 font-semibold text-14 -outline-offset-2 after:absolute after:inset-0"
        >
          <CutText>{name}</CutText>
        </Link>
        <span className="ms-auto">
          <StatusChip status={status}>{words(`campaign_${status}`)}</StatusChip>
        </span>
      </span>
      <Progress
        label={done}
        parts={[
          { key: "answered", share: metrics.answered / whole, color: "var(--chart-1)" },
          { key: "rest", share: Math.max(0, metrics.dialled - metrics.answered) / whole, color: "var(--chart-5)" },
        ]}
      />
      <span className="flex flex-wrap justify-between gap-x-3 text-12 text-muted">
        <span>{done}</span>
        <CutText>
          {status === "paused" && pause_reason
            ? reasonOf(pause_reason)
            : [answered, metrics.booked > 0 ? t("campaign_booked", { count: metrics.booked }) : null]
                .filter(Boolean)
                .join(t("joint"))}
        </CutText>
      </span>
    </li>
  );
}
