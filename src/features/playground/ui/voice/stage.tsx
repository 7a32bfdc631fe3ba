"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { Ltr } from "#ui/ltr.tsx";
import { useSeconds } from "#ui/now.tsx";
import { Spinner } from "#ui/spinner.tsx";
import { useAgentName } from "../agent-name.ts";
import type { Agent } from "../types.ts";
import type { Call } from "./call-state.ts";
import { LevelMeter } from "./level-meter.tsx";
import type { CallControl } from "./use-call.ts";

/** Who speaks now, for how long it has gone on, and both voices. */
export function Stage({ agent, control }: { agent: Agent; control: CallControl }) {
  const t = useTranslations("playground");
  const { call, levels } = control;
  const name = useAgentName(agent);
  const isWaiting = call.phase === "asking" || call.phase === "connecting";
  return (
    <div className="grid shrink-0 grid-cols-[minmax(0,1fr)] gap-2.5 border-line border-b bg-agent-soft px-4 py-3 md:px-5 md:py-4">
      <div className="flex items-center justify-between gap-3">
        <p role="status" className="flex min-w-0 items-center gap-2 font-semibold text-14 text-agent-text">
          {isWaiting ? <Spinner size={15} /> : null}
          <span className="min-w-0">
            {t.rich(`call_${doing(call)}`, { name, gender: agent.gender, bdi: (chunks) => <bdi>{chunks}</bdi> })}
          </span>
        </p>
        <span className="font-semibold text-20">
          <CallClock call={call} />
        </span>
      </div>
      {call.isByText ? null : (
        <LevelMeter
          levels={levels}
          isOn={call.phase === "on"}
          isSpeaking={call.isSpeaking && !control.isSilenced && call.permit?.is_simulated === true}
        />
      )}
      <CallFigures call={call} />
    </div>
  );
}

function doing({ phase, entries, isSpeaking, isByText }: Call) {
  if (phase !== "on") return phase;
  const last = entries.at(-1);
  if (last?.kind === "steps" && last.steps.some(({ state }) => state === "running")) return "tool";
  return isSpeaking ? "speaking" : isByText ? "reading" : "listening";
}

function CallClock({ call: { phase, began_at, duration_seconds } }: { call: Call }) {
  const format = useFormat();
  if (phase === "on" && began_at !== null) return <Running since={began_at} />;
  return <Ltr>{format.duration(duration_seconds ?? 0)}</Ltr>;
}

function Running({ since }: { since: number }) {
  const format = useFormat();
  return <Ltr>{format.duration((useSeconds() - since) / 1000)}</Ltr>;
}

function CallFigures({ call }: { call: Call }) {
  const t = useTranslations("playground");
  const format = useFormat();
  const { reply_ms, interruptions, permit, isByText, isMuted } = call;
  const language = permit?.language;
  const figures: [string, ReactNode][] = [
    [t("reply_time"), reply_ms === null ? "—" : <Ltr key="ms">{format.number(reply_ms)} ms</Ltr>],
    ...(isByText ? [] : ([[t("interruptions"), format.number(interruptions)]] as [string, ReactNode][])),
    [t("language"), language === "ar" || language === "en" ? t(`language_${language}`) : (language ?? "—")],
    [t("microphone"), t(isByText ? "microphone_none" : isMuted ? "microphone_off" : "microphone_on")],
  ];
  return (
    <dl className="flex flex-wrap justify-between gap-x-4 gap-y-0.5 text-12 text-ink-2">
      {figures.map(([name, value]) => (
        <div key={name} className="flex gap-1.5">
          <dt>{name}</dt>
          <dd className="font-semibold text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
