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

/** What can be done with the call, within reach of a thumb. */
export function CallFooter({ control }: { control: CallControl }) {
  const t = useTranslations("playground");
  const { call, isRunning, isSilenced } = control;
  const [asksDevices, setAsksDevices] = useState(false);
  const hasSound = call.phase === "on" && !call.isByText;
  useShortcut("m", hasSound ? () => control.mute(!call.isMuted) : null, t("mute_key"));
  return (
    <footer className="flex min-h-16.5 shrink-0 flex-wrap items-center gap-2 border-line border-t px-4 py-3 md:px-5">
      {hasSound ? (
        <>
          <Button
            icon={call.isMuted ? MicOff : Mic}
            aria-pressed={call.isMuted}
            onClick={() => control.mute(!call.isMuted)}
            trailing={<Kbd>M</Kbd>}
          >
            {t(call.isMuted ? "unmute" : "mute")}
          </Button>
          <IconButton
            label={t("devices")}
            icon={SlidersHorizontal}
            tone="default"
            size="md"
            onClick={() => setAsksDevices(true)}
          />
        </>
      ) : null}
      {isRunning && call.permit?.is_simulated ? (
        <IconButton
          label={t(isSilenced ? "unsilence" : "silence")}
          icon={isSilenced ? VolumeX : Volume2}
          aria-pressed={isSilenced}
          tone="default"
          size="md"
          onClick={() => control.silence(!isSilenced)}
        />
      ) : null}
      {isRunning ? (
        <Button tone="loss" icon={PhoneOff} onClick={control.end} className="ms-auto">
          {t("end_call")}
        </Button>
      ) : (
        <>
          <Button tone="primary" icon={PhoneCall} onClick={() => control.start(false)}>
            {t(call.phase === "idle" ? "start_call" : "call_again")}
          </Button>
          <Button icon={Keyboard} onClick={() => control.start(true)}>
            {t("start_text")}
          </Button>
        </>
      )}
      {asksDevices ? <DeviceDialog control={control} onClose={() => setAsksDevices(false)} /> : null}
    </footer>
  );
}
