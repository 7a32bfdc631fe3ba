"use client";
import { AudioLines, CloudOff, Download, Pause, Play, RotateCcw, RotateCw } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useMay } from "#trpc/me.tsx";
import { Button, buttonClass } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Menu, MenuChoice } from "#ui/menu.tsx";
import { Spinner } from "#ui/spinner.tsx";
import { Tip } from "#ui/tooltip.tsx";
import { useShortcut } from "#ui/use-shortcut.ts";
import { PlayerTrack } from "./player-track.tsx";
import { isKeptHere, type Recording, rates } from "./use-recording.ts";

type Props = {
  recording: Recording;
  url: string | null /** It still goes on: there is no recording yet. */;
  live: boolean;
};

/** The recording of a call. The box of the sound is left to right in every language. */
export function Player({ recording, url, live }: Props) {
  const t = useTranslations("conversations");
  const mayKeep = useMay("recordings.download");
  const { state, isPlaying, rate } = recording;
  const ready = state === "ready";
  useShortcut("space", ready ? recording.toggle : null, t("play_or_pause"));
  useShortcut("arrowright", ready ? () => recording.jump(5) : null, t("forward", { count: 5 }));
  useShortcut("arrowleft", ready ? () => recording.jump(-5) : null, t("back", { count: 5 }));

  return (
    <section
      aria-label={t("recording")}
      className="grid shrink-0 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-3 border-line border-b px-4 py-3 md:gap-4 md:px-6 md:py-4"
    >
      <button
        type="button"
        aria-label={t(isPlaying ? "pause" : "play")}
        disabled={!ready}
        onClick={recording.toggle}
        className="grid size-11 place-items-center rounded-full bg-accent text-on-accent transition-colors duration-120 hover:bg-accent-hover disabled:bg-paused-soft disabled:text-muted"
      >
        {state === "loading" ? (
          <Spinner size={18} />
        ) : isPlaying ? (
          <Pause size={20} fill="currentColor" strokeWidth={0} aria-hidden />
        ) : (
          <Play size={20} fill="currentColor" strokeWidth={0} className="ms-0.5 [direction:ltr]" aria-hidden />
        )}
      </button>
      <div className="relative min-w-0">
        <PlayerTrack recording={recording} />
        {state === "missing" ? (
          <Note icon={<AudioLines size={16} aria-hidden />}>{t(live ? "recording_later" : "recording_missing")}</Note>
        ) : null}
        {state === "failed" || state === "expired" ? (
          <Note icon={<CloudOff size={16} aria-hidden />}>
            <span role="alert">{t(state === "expired" ? "recording_expired" : "recording_failed")}</span>{" "}
            <Button size="sm" onClick={recording.retry}>
              {t("again")}
            </Button>
          </Note>
        ) : null}
      </div>
      <div className="flex items-center gap-1.5">
        <IconButton
          tone="default"
          className="max-md:hidden"
          label={t("back", { count: 10 })}
          icon={RotateCcw}
          disabled={!ready}
          onClick={() => recording.jump(-10)}
        />
        <IconButton
          tone="default"
          className="max-md:hidden"
          label={t("forward", { count: 10 })}
          icon={RotateCw}
          disabled={!ready}
          onClick={() => recording.jump(10)}
        />
        <Menu
          trigger={
            <Button size="sm" disabled={!ready} aria-label={t("speed_now", { rate: String(rate) })}>
              <bdi dir="ltr">{rate}×</bdi>
            </Button>
          }
        >
          <MenuChoice
            label={t("speed")}
            value={String(rate)}
            onChange={(value) => {
              const next = rates.find((one) => String(one) === value);
              if (next) recording.setRate(next);
            }}
            options={rates.map((value) => ({ value: String(value), label: <bdi dir="ltr">{value}×</bdi> }))}
          />
        </Menu>
        {mayKeep && isKeptHere(url) && ready ? (
          <Tip text={t("download")}>
            <button
              type="button"
              aria-label={t("download")}
              onClick={() => void recording.keep().catch(recording.retry)}
              className={buttonClass({ size: "icon" }, "touch max-md:hidden")}
            >
              <Download size={14} strokeWidth={1.75} aria-hidden />
            </button>
          </Tip>
        ) : null}
      </div>
    </section>
  );
}

function Note({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="absolute inset-0 flex animate-fade items-center gap-2.5 text-13 text-muted">
      {icon}
      <span>{children}</span>
    </p>
  );
}
