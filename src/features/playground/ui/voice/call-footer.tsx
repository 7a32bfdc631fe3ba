"use client";
import { Keyboard, Mic, MicOff, PhoneCall, PhoneOff, SlidersHorizontal, Volume2, VolumeX } from "lucide-react";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#ui/button.tsx";
import { IconButton } from "#ui/icon-button.tsx";
import { Kbd } from "#ui/kbd.tsx";
import { useShortcut } from "#ui/use-shortcut.ts";
import type { CallControl } from "./use-call.ts";

const DeviceDialog = dynamic(() => import("./device-dialog.tsx").then((file) => file.DeviceDialog));

const pressed =
  "aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-text aria-pressed:hover:bg-accent-soft";

/** What can be done with the call, within reach of a thumb. */
export function CallFooter({ control }: { control: CallControl }) {
  const t = useTranslations("playground");
  const { call, isRunning, isSilenced } = control;
  const [asksDevices, setAsksDevices] = useState(false);
  const hasSound = call.phase === "on" && !call.isByText;
  useShortcut("m", hasSound ? () => control.mute(!call.isMuted) : null, t("mute_key"));
  const devices = (
    <IconButton
      label={t("devices")}
      icon={SlidersHorizontal}
      tone="default"
      size="md"
      onClick={() => setAsksDevices(true)}
    />
  );
  return (
    <footer className="flex min-h-16.5 shrink-0 flex-wrap items-center gap-2 border-line border-t px-4 py-3 md:px-5">
      {hasSound ? (
        <>
          {/* Pressed or not is its whole state: a name that changed with it would say the opposite. */}
          <Button
            icon={call.isMuted ? MicOff : Mic}
            aria-pressed={call.isMuted}
            aria-keyshortcuts="m"
            onClick={() => control.mute(!call.isMuted)}
            trailing={
              <span aria-hidden className="contents">
                <Kbd tone={call.isMuted ? "inherit" : "plain"}>M</Kbd>
              </span>
            }
            className={pressed}
          >
            {t("mute")}
          </Button>
          {devices}
        </>
      ) : null}
      {isRunning && call.permit?.is_simulated ? (
        <IconButton
          label={t("silence")}
          icon={isSilenced ? VolumeX : Volume2}
          aria-pressed={isSilenced}
          tone="default"
          size="md"
          onClick={() => control.silence(!isSilenced)}
          className={pressed}
        />
      ) : null}
      {isRunning ? (
        <Button tone="loss" icon={PhoneOff} onClick={control.end} className="ms-auto">
          {t("end_call")}
        </Button>
      ) : (
        <>
          <Button tone="primary" icon={PhoneCall} onClick={() => control.start(false)} className="max-md:px-2">
            {t(call.phase === "idle" ? "start_call" : "call_again")}
          </Button>
          <Button icon={Keyboard} onClick={() => control.start(true)} className="max-md:px-2">
            {t("start_text")}
          </Button>
          {devices}
        </>
      )}
      {asksDevices ? <DeviceDialog control={control} onClose={() => setAsksDevices(false)} /> : null}
    </footer>
  );
}
