"use client";
import { useTranslations } from "next-intl";
import { isolate } from "#i18n/isolate.ts";
import { api } from "#trpc/api.ts";
import type { Failure } from "#trpc/failure.ts";
import { useAct } from "#trpc/use-act.ts";
import type { Campaign } from "./types.ts";

type Told = "started" | "paused" | "resumed" | "cancelled" | "redrafted" | "scheduled";

/** What a step of a campaign says when it is done, and when it is refused: a colleague's step is shown instead of ours. */
export function useStepWords() {
  const t = useTranslations("campaigns");
  const words = useTranslations("words");
  const forms = useTranslations("forms");
  const refused = ({ code, current, issues }: Failure) => {
    if (issues?.some(({ path }) => path === "audience")) return { title: t("nobody"), description: t("nobody_help") };
    if (issues?.some(({ path }) => path === "scheduled_at")) return { title: forms("past") };
    if (code !== "CONFLICT" || !isCampaign(current)) return null;
    const state = words(`campaign_${current.status}`);
    return { title: t("was_first", { state }), description: t("was_first_help") };
  };
  return (key: Told) => ({
    parts: ["campaigns", "live"] as const,
    done: ({ name }: Campaign) => t(`${key}_toast`, { name: isolate(name) }),
    refused,
  });
}

/** Start, pause, resume, cancel, and back to a draft. */
export function useCampaignSteps() {
  const told = useStepWords();
  const start = useAct(api.campaigns.start, told("started"));
  const pause = useAct(api.campaigns.pause, told("paused"));
  const resume = useAct(api.campaigns.resume, told("resumed"));
  const cancel = useAct(api.campaigns.cancel, told("cancelled"));
  const redraft = useAct(api.campaigns.setStatus, told("redrafted"));
  const seen = ({ id, version }: Campaign) => ({ id, version });
  return {
    start: (campaign: Campaign) => start.run(seen(campaign)),
    pause: (campaign: Campaign, reason: string) => pause.run({ ...seen(campaign), reason }),
    resume: (campaign: Campaign) => resume.run(seen(campaign)),
    cancel: (campaign: Campaign) => cancel.run(seen(campaign)),
    redraft: (campaign: Campaign) => redraft.run({ ...seen(campaign), status: "draft" }),
    isBusy: [start, pause, resume, cancel, redraft].some((act) => act.isBusy),
  };
}

export type CampaignSteps = ReturnType<typeof useCampaignSteps>;

/** The row that a conflict carries. */
export function isCampaign(value: unknown): value is Campaign {
  return typeof value === "object" && value !== null && "status" in value && "metrics" in value;
}
