"use client";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { api } from "#trpc/api.ts";
import { Button } from "#ui/button.tsx";
import { Dialog } from "#ui/dialog.tsx";
import { left } from "./outcomes.ts";
import type { Campaign } from "./types.ts";

type Props = {
  step: "start" | "resume" | "cancel" | "redraft";
  campaign: Campaign;
  onClose: () => void;
  onConfirm: () => void;
};

/** Asks before a step, and says whom it touches. */
export function StepDialog({ step, campaign, onClose, onConfirm }: Props) {
  const t = useTranslations("campaigns");
  const ui = useTranslations("ui");
  const format = useFormat();
  const stay = useRef<HTMLButtonElement>(null);
  const reach = api.campaigns.audience.useQuery(campaign.audience, { enabled: step === "start", staleTime: 0 });
  const waiting = left(campaign.metrics);
  const told = {
    start: reach.data && !reach.isFetching ? t("start_reaches", { count: reach.data.reachable }) : ui("loading"),
    resume: t("resume_reaches", { count: waiting }),
    cancel: campaign.metrics.recipients > 0 ? t("cancel_leaves", { count: waiting }) : t("cancel_unstarted"),
    redraft: campaign.scheduled_at
      ? t("redraft_drops", { at: format.dayTime(campaign.scheduled_at, { weekday: false }) })
      : "",
  };
  const isNobody = step === "start" && reach.data?.reachable === 0;
  const confirm = () => {
    onConfirm();
    onClose();
  };
  return (
    <Dialog
      open
      first={stay}
      onOpenChange={(open) => !open && onClose()}
      title={t(`${step}_title`)}
      description={<bdi>{campaign.name}</bdi>}
      actions={
        <>
          <Button ref={stay} onClick={onClose}>
            {ui("cancel")}
          </Button>
          <Button
            tone={step === "cancel" ? "loss" : "primary"}
            disabled={isNobody || (step === "start" && (!reach.data || reach.isFetching))}
            onClick={confirm}
          >
            {t(`${step}_confirm`)}
          </Button>
        </>
      }
    >
      <p className="text-14 text-ink-2" role={step === "start" ? "status" : undefined}>
        {isNobody ? t("nobody") : told[step]}
      </p>
    </Dialog>
  );
}
