"use client";
import { Pause } from "lucide-react";
import { useTranslations } from "next-intl";
import { MissingPage } from "#features/shell/ui/missing-page.tsx";
import { PageHeader } from "#features/shell/ui/page-header.tsx";
import { usePauseReason } from "#features/shell/ui/words.ts";
import { api } from "#trpc/api.ts";
import { MachineMark } from "#ui/avatar.tsx";
import { StatusChip } from "#ui/chip.tsx";
import { CampaignAbout } from "./campaign-about.tsx";
import { CampaignActs } from "./campaign-acts.tsx";
import { CampaignFigures } from "./campaign-figures.tsx";
import { OutcomeBlock } from "./outcome-block.tsx";
import { RecipientList } from "./recipient-list.tsx";
import type { Campaign } from "./types.ts";
import { useWhen } from "./use-campaign-columns.tsx";

/** One campaign: what it reached so far, whom, what it says, and the acts that its state allows. */
export function CampaignScreen({ id }: { id: string }) {
  const t = useTranslations("campaigns");
  const one = api.campaigns.one.useQuery({ id });
  const back = { href: "/campaigns", label: t("title") };
  if (!one.data) return <MissingPage one={one} back={back} />;
  const campaign = one.data;
  return (
    <>
      <PageHeader title={campaign.name} back={back}>
        <div className="flex items-center gap-2 max-md:hidden">
          <CampaignActs campaign={campaign} />
        </div>
      </PageHeader>
      <div className="min-h-0 flex-1 md:overflow-y-auto">
        <div className="grid grid-cols-[minmax(0,1fr)] gap-4 p-4 md:p-6">
          <State campaign={campaign} />
          {campaign.metrics.recipients > 0 ? (
            <>
              <CampaignFigures campaign={campaign} />
              <OutcomeBlock campaign={campaign} />
            </>
          ) : null}
          <div data-beside="" className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[minmax(0,1fr)_340px]">
            <CampaignAbout campaign={campaign} />
            <RecipientList campaign={campaign} />
          </div>
        </div>
      </div>
      <div className="sticky bottom-15 z-10 flex flex-wrap gap-2 border-line border-t bg-surface px-4 py-2.5 empty:hidden md:hidden">
        <CampaignActs campaign={campaign} />
      </div>
    </>
  );
}

function State({ campaign }: { campaign: Campaign }) {
  const t = useTranslations("campaigns");
  const words = useTranslations("words");
  const when = useWhen();
  const reasonOf = usePauseReason();
  const { type, status, pause_reason } = campaign;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-13 text-muted">
        <MachineMark kind={type} size="sm" />
        <span>{words(`campaign_${type}`)}</span>
        <StatusChip status={status}>{words(`campaign_${status}`)}</StatusChip>
        {status === "paused" ? null : <span>{when(campaign)}</span>}
      </div>
      {status === "paused" && pause_reason ? (
        <p className="flex items-start gap-2 rounded-control bg-paused-soft px-3 py-2.5 text-13">
          <Pause size={15} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
          <span dir="auto">{t("paused_because", { reason: reasonOf(pause_reason) })}</span>
        </p>
      ) : null}
    </div>
  );
}
