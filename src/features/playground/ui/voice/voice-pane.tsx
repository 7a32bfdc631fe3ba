"use client";
import { AudioLines, Keyboard, PhoneCall } from "lucide-react";
import { useTranslations } from "next-intl";
import { Chip } from "#ui/chip.tsx";
import { Empty } from "#ui/empty.tsx";
import { useAgentName } from "../agent-name.ts";
import { Composer } from "../composer.tsx";
import { Flow } from "../flow.tsx";
import { GatheredFacts } from "../gathered.tsx";
import { PaneHead } from "../pane-head.tsx";
import type { Agent } from "../types.ts";
import { CallFooter } from "./call-footer.tsx";
import { CallLines } from "./call-lines.tsx";
import { CallOutcome, Unsaved } from "./call-outcome.tsx";
import { Stage } from "./stage.tsx";
import type { CallControl } from "./use-call.ts";

type Props = { agent: Agent; control: CallControl; className: string };

/** A call with the company's voice agent: spoken, or written where there is no microphone. */
export function VoicePane({ agent, control, className }: Props) {
  const t = useTranslations("playground");
  const name = useAgentName(agent);
  const { call } = control;
  const last = call.entries.findLast((entry) => entry.kind === "line" && entry.speaker === "agent");
  const steps = call.entries.flatMap((entry) => (entry.kind === "steps" ? entry.steps : []));
  return (
    <section aria-label={t("voice_pane")} className={`flex min-h-0 min-w-0 flex-col ${className}`}>
      <PaneHead kind="voice" agent={agent}>
        {call.phase === "on" ? (
          <Chip tone="running" icon={PhoneCall}>
            {t(call.isByText ? "by_text" : "connected")}
          </Chip>
        ) : null}
      </PaneHead>
      {call.phase === "idle" ? (
        <div className="grid min-h-0 flex-1 content-center overflow-y-auto">
          <Empty icon={AudioLines} title={t("call_empty")}>
            {t("call_empty_help")}
          </Empty>
        </div>
      ) : (
        <>
          <Stage agent={agent} control={control} />
          <Flow
            label={t("voice_pane")}
            grown={call.entries}
            spoken={last?.kind === "line" ? t("said_by", { who: name, text: last.text }) : ""}
          >
            <CallLines agent={agent} entries={call.entries} />
            <CallOutcome call={call} />
          </Flow>
          <Unsaved call={call} />
          <GatheredFacts agent={agent} steps={steps} />
        </>
      )}
      {call.phase === "on" || control.draft.trim() !== "" ? <WriteBeside control={control} /> : null}
      <CallFooter control={control} />
    </section>
  );
}

/** Words beside the voice. */
function WriteBeside({ control }: { control: CallControl }) {
  const t = useTranslations("playground");
  const { call, draft, setDraft, sayDraft } = control;
  return (
    <div className="grid shrink-0 gap-2.5 border-line border-t px-4 py-3 md:px-5">
      {call.phase === "on" && call.isDeaf ? (
        <p role="status" className="flex items-start gap-2 text-13 text-ink-2">
          <Keyboard size={15} strokeWidth={1.75} className="mt-0.5 shrink-0" aria-hidden />
          {t("deaf")}
        </p>
      ) : null}
      <Composer
        label={t("message_label")}
        hint={t(call.isByText ? "hint" : "write_beside")}
        value={draft}
        onType={setDraft}
        onSend={sayDraft}
        canSend={call.phase === "on"}
      />
    </div>
  );
}
