"use client";
import { useTranslations } from "next-intl";
import { api } from "#trpc/api.ts";
import { useAct } from "#trpc/use-act.ts";
import { FormProblem } from "#ui/form/form-problem.tsx";
import { LeaveGuard } from "#ui/form/leave-guard.tsx";
import { SaveBar } from "#ui/form/save-bar.tsx";
import { StaleNotice } from "#ui/form/stale-notice.tsx";
import { useVersionedForm } from "#ui/form/use-versioned-form.ts";
import { checkAgent, inputOf, valuesOf } from "./agent-values.ts";
import { MachineFields } from "./machine-fields.tsx";
import { SpeechFields } from "./speech-fields.tsx";
import type { Agent } from "./types.ts";
import { WhoFields } from "./who-fields.tsx";

export function AgentForm({ agent }: { agent: Agent }) {
  const t = useTranslations("settings");
  const save = useAct(api.agents.save, {
    parts: ["agents"],
    done: ({ version }) => t("agent_saved", { version }),
    refused: () => "quiet",
  });
  const { form, isStale, take, keep } = useVersionedForm<Agent, ReturnType<typeof valuesOf>>(agent, {
    valuesOf,
    check: checkAgent,
    send: (values, { kind }, version) => save.ask({ ...inputOf(values), kind, version }),
  });
  return (
    <form {...form.props} className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4">
      <WhoFields form={form} />
      <SpeechFields form={form} />
      <MachineFields form={form} />
      <SaveBar form={form} words={t("unsaved")} save={t("agent_save")} discard={t("discard")}>
        {isStale ? (
          <StaleNotice
            title={t("agent_stale")}
            take={t("stale_take")}
            keep={t("stale_keep")}
            onTake={take}
            onKeep={keep}
            busy={form.busy}
          >
            {t("agent_stale_help")}
          </StaleNotice>
        ) : (
          <FormProblem failure={form.failure} />
        )}
      </SaveBar>
      <LeaveGuard dirty={form.isDirty} />
    </form>
  );
}
