"use client";
import { Ban, Ellipsis, Pause, PencilLine, Play, Undo2 } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { nextStates } from "#lib/states.ts";
import { useMay } from "#trpc/me.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Menu, MenuItem } from "#ui/menu.tsx";
import { draftHref } from "./hrefs.ts";
import type { Campaign } from "./types.ts";
import { useCampaignSteps } from "./use-campaign-steps.ts";

const StepDialog = dynamic(() => import("./step-dialog.tsx").then((part) => part.StepDialog));
const PauseDialog = dynamic(() => import("./pause-dialog.tsx").then((part) => part.PauseDialog));

type Question = "start" | "pause" | "resume" | "cancel" | "redraft";

/** What may be done with a campaign just now, by the one state machine; each act asks first and names what it does. */
export function CampaignActs({ campaign }: { campaign: Campaign }) {
  const t = useTranslations("campaigns");
  const steps = useCampaignSteps();
  const [asked, setAsked] = useState<Question | null>(null);
  const mayWrite = useMay("campaigns.write");
  const next = nextStates("campaign", campaign.status);
  if (!mayWrite || next.length === 0) return null;
  const ask = (question: Question) => () => setAsked(question);
  const isPaused = campaign.status === "paused";
  return (
    <>
      {campaign.status === "draft" ? (
        <LinkButton icon={PencilLine} href={draftHref(campaign.id)}>
          {t("edit")}
        </LinkButton>
      ) : null}
      {next.includes("paused") ? (
        <Button icon={Pause} busy={steps.isBusy} onClick={ask("pause")}>
          {t("pause")}
        </Button>
      ) : null}
      {next.includes("running") ? (
        <Button tone="primary" icon={Play} busy={steps.isBusy} onClick={ask(isPaused ? "resume" : "start")}>
          {t(isPaused ? "resume" : "start_now")}
        </Button>
      ) : null}
      <Menu trigger={<IconButton label={t("more")} icon={Ellipsis} tone="default" size="md" />}>
        {next.includes("draft") ? (
          <MenuItem icon={Undo2} flip onSelect={ask("redraft")}>
            {t("redraft")}
          </MenuItem>
        ) : null}
        <MenuItem icon={Ban} tone="danger" onSelect={ask("cancel")}>
          {t("cancel")}
        </MenuItem>
      </Menu>
      {asked === "pause" ? (
        <PauseDialog
          campaign={campaign}
          onClose={() => setAsked(null)}
          onPause={(reason) => steps.pause(campaign, reason)}
        />
      ) : asked ? (
        <StepDialog
          step={asked}
          campaign={campaign}
          onClose={() => setAsked(null)}
          onConfirm={() => steps[asked](campaign)}
        />
      ) : null}
    </>
  );
}
