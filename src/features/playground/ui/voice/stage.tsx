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
  const now = doing(call);
  const isOn = call.phase === "on";
  const isWaiting = call.phase === "asking" || call.phase === "connecting";
  return (
    <div className="grid shrink-0 grid-cols-[minmax(0,1fr)] gap-2.5 border-line border-b bg-agent-soft px-4 py-3 md:px-5 md:py-4">
      <div className="flex items-center justify-between gap-3">
        <p role="status" className="flex min-w-0 items-center gap-2 font-semibold text-14 text-agent-text">
          {isWaiting ? <Spinner size={15} /> : null}
          <span className="min-w-0">
            {t.rich(`call_${now}`, { name, gender: agent.gender, bdi: (chunks) => <bdi>{chunks}</bdi> })}
            {call.isMuted && isOn && now !== "muted" ? <span className="sr-only">{` ${t("also_muted")}`}</span> : null}
          </span>
        </p>
        {isUnbegun(call) ? null : (
          <span className="font-semibold text-20">
            <CallClock call={call} />
          </span>
        )}
      </div>
      {call.isByText || isUnbegun(call) ? null : (
        <LevelMeter
          levels={levels}
          isOn={isOn}
          isSpeaking={call.isSpeaking && !control.isSilenced && call.permit?.is_simulated === true}
        />
      )}
      {isUnbegun(call) ? null : <CallFigures call={call} />}
    </div>
  );
}

/** It failed before there was anything to measure. */
const isUnbegun = ({ phase, began_at }: Call) => phase === "failed" && began_at === null;

function doing(call: Call) {
  const { phase, entries, isSpeaking, isByText, isMuted, isDeaf } = call;
  if (phase !== "on") return isUnbegun(call) ? "idle" : phase;
  const last = entries.at(-1);
  if (last?.kind === "steps" && last.steps.some(({ state }) => state === "running")) return "tool";
  if (isSpeaking) return "speaking";
  if (isMuted) return "muted";
  return isByText || isDeaf ? "reading" : "listening";
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
  const { phase, reply_ms, interruptions, permit, isByText, isMuted } = call;
  const language = permit?.language;
  const figures: [string, ReactNode][] = [
    [t("reply_time"), reply_ms === null ? "—" : <bdi key="took">{format.seconds(reply_ms)}</bdi>],
    ...(isByText ? [] : ([[t("interruptions"), format.number(interruptions)]] as [string, ReactNode][])),
    [t("language"), language === "ar" || language === "en" ? t(`language_${language}`) : (language ?? "—")],
    [
      t("microphone"),
      phase === "on" ? t(isByText ? "microphone_none" : isMuted ? "microphone_off" : "microphone_on") : "—",
    ],
  ];
  return (
    // A phone has room for the words or for these.
    <dl className="flex justify-between gap-x-4 text-12 text-ink-2 max-md:hidden">
      {figures.map(([name, value]) => (
        <div key={name} className="flex gap-1.5">
          <dt>{name}</dt>
          <dd className="font-semibold text-ink">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
