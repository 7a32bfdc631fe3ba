"use client";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { useRef, useState } from "react";
import { usePropertyTitle } from "#features/shell/ui/words.ts";
import { useFormat } from "#i18n/format-context.tsx";
import { api, type Outputs } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { useAct } from "#trpc/use-act.ts";
import { useForm } from "#ui/form/use-form.ts";
import { campaignHref } from "../hrefs.ts";
import type { Campaign } from "../types.ts";
import { isCampaign, useStepWords } from "../use-campaign-steps.ts";
import { type ComposeStep, compose_steps, composeParsers } from "./parsers.ts";
import { draftOf, problemsOf, startOf, valuesOf } from "./values.ts";

const quiet = { parts: ["campaigns"] as const, refused: () => "quiet" as const };

/** A campaign in the making. Leaving a step saves what was typed as a draft; the last act starts or schedules it.
 *  @param property the listing that the draft's audience names */
export function useCompose(initial: Campaign | null, property: Outputs["properties"]["one"] | null) {
  const router = useRouter();
  const { time_zone } = useFormat();
  const title = usePropertyTitle();
  const told = useStepWords();
  const [url, setUrl] = useQueryStates(composeParsers, { history: "push" });
  const [draft, setDraft] = useState(initial);
  const latest = useRef(initial);
  const create = useAct(api.campaigns.create, quiet);
  const update = useAct(api.campaigns.update, quiet);
  const start = useAct(api.campaigns.start, told("started"));
  const schedule = useAct(api.campaigns.schedule, told("scheduled"));
  // What has no draft yet begins at the beginning, whatever the address says.
  const step: ComposeStep = draft ? url.step : "audience";

  const keep = (campaign: Campaign) => {
    latest.current = campaign;
    setDraft(campaign);
  };
  const form = useForm(valuesOf(initial, property ? title(property) : "", time_zone), {
    check: (values) =>
      Object.assign(
        {},
        ...(step === "review" ? compose_steps : [step]).map((one) => problemsOf(one, values, time_zone, Date.now())),
      ),
    rename: { "audience.created_to": "created_to", "audience.district": "district", scheduled_at: "clock" },
    send: async (values) => {
      const held = latest.current;
      const content = draftOf(values, time_zone);
      if (held && isSame(held, content, time_zone)) return;
      try {
        // A new campaign with a time would be scheduled at once; a draft only keeps it.
        const saved = held
          ? await update.ask({ id: held.id, version: held.version, ...content })
          : await create.ask({ type: values.type, ...content, scheduled_at: null });
        keep(saved);
        if (!held) await setUrl({ draft: saved.id }, { history: "replace" });
      } catch (error) {
        const { current } = failureOf(error);
        if (isCampaign(current) && current.status !== "draft") router.push(campaignHref(current.id));
        // Seen now: what is typed here is saved over it by the next press, and only then.
        else if (isCampaign(current)) keep(current);
        throw error;
      }
    },
  });

  const go = async (to: ComposeStep) => {
    if (await form.submit()) await setUrl({ step: to });
  };
  /** Opens the first step in which something is wrong, and says what. */
  const mend = async (): Promise<boolean> => {
    const wrong = compose_steps.find((one) =>
      Object.values(problemsOf(one, form.values, time_zone, Date.now())).some(Boolean),
    );
    if (wrong) await setUrl({ step: wrong });
    return form.submit();
  };
  const finish = async () => {
    if (!(await mend()) || !latest.current) return;
    const { id, version } = latest.current;
    const scheduled_at = startOf(form.values, time_zone);
    try {
      await (scheduled_at ? schedule.ask({ id, version, scheduled_at }) : start.ask({ id, version }));
      router.push(campaignHref(id));
    } catch {
      // Told by the act; a time that passed meanwhile is shown in its step.
      await mend();
    }
  };
  return {
    step,
    form,
    draft,
    go,
    finish,
    leave: async () => {
      if (await form.submit()) router.push("/campaigns");
    },
    isFinishing: start.isBusy || schedule.isBusy,
  };
}

export type Compose = ReturnType<typeof useCompose>;

const isSame = (held: Campaign, content: ReturnType<typeof draftOf>, zone: string) =>
  JSON.stringify(draftOf(valuesOf(held, "", zone), zone)) === JSON.stringify(content);
