"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useSyncExternalStore } from "react";
import { useFormat } from "#i18n/format-context.tsx";
import { cx } from "#ui/cx.ts";
import type { Recording } from "./use-recording.ts";

const steps: Record<string, number | undefined> = { ArrowLeft: -5, ArrowRight: 5 };

/** The wave, where it stands, and how long it is. Time runs from left to right in every language. */
export function PlayerTrack({ recording }: { recording: Recording }) {
  const t = useTranslations("conversations");
  const format = useFormat();
  const { clock, state, length, seek, jump } = recording;
  const seconds = useSyncExternalStore(
    clock.watch,
    () => clock.read() ?? 0,
    () => 0,
  );
  const ready = state === "ready";
  const [now, all] = [format.duration(seconds), format.duration(length)];
  const step = (event: KeyboardEvent) => {
    const by = steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    jump(by);
  };
  return (
    <div dir="ltr" className={cx("grid gap-1", state !== "ready" && state !== "loading" && "invisible")}>
      <input
        type="range"
        className="peer sr-only"
        aria-label={t("position")}
        aria-valuetext={t("position_of", { now, all })}
        disabled={!ready}
        min={0}
        max={Math.ceil(length)}
        step="any"
        value={seconds}
        onChange={(event) => seek(event.target.valueAsNumber)}
        onKeyDown={step}
      />
      <div
        ref={recording.box}
        className={cx(
          "h-13 cursor-pointer rounded-chip outline-focus outline-offset-2 peer-focus-visible:outline-2",
          state === "loading" && "animate-late bg-sunken",
        )}
      />
      <div className="flex justify-between text-12 text-muted">
        <b className={ready ? "text-ink" : "font-normal"}>{now}</b>
        <span>{all}</span>
      </div>
    </div>
  );
}
