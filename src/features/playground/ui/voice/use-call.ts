"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer, useRef, useState } from "react";
import { api } from "#trpc/api.ts";
import { failureOf } from "#trpc/failure.ts";
import { tellSignedOut } from "#trpc/signed-out.ts";
import type { Mode } from "../types.ts";
import { hush } from "./browser-speech.ts";
import { type CallAct, type CallFault, callAfter, no_call } from "./call-state.ts";
import { type HeldCall, holdCall } from "./hold-call.ts";
import { askMicrophone, stillPresent } from "./microphone.ts";

const faults: Record<string, CallFault> = {
  TOO_MANY_REQUESTS: "limited",
  UNAUTHORIZED: "signed_out",
  OFFLINE: "offline",
  CONFLICT: "not_linked",
};
/** What our server says of the vendor, in its message. */
const vendor_faults: Record<string, CallFault> = { voice_no_credit: "quota", voice_quota: "quota" };

/** A call with the company's voice agent, in this browser. Nothing of it is loaded, and no microphone asked for, before it is
 *  started; its lines go to the server as they are said. */
export function useCall(mode: Mode, greeting: string) {
  const [call, act] = useReducer(callAfter, no_call);
  const [devices, setDevices] = useState({ input: "", output: "" });
  const [isSilenced, setSilenced] = useState(false);
  // Kept here and not in its box, which goes with the call: what is being typed when a line drops is still wanted.
  const [draft, setDraft] = useState("");
  const held = useRef<HeldCall>(null);
  const attempt = useRef(0);
  const { client } = api.useUtils();
  const queries = useQueryClient();

  // A tab that closes ends its call; a page left inside the portal too.
  useEffect(() => {
    const leave = () => held.current?.leave();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      attempt.current += 1;
      leave();
    };
  }, []);

  const start = async (isByText: boolean) => {
    attempt.current += 1;
    held.current = null;
    const mine = attempt.current;
    const isStale = () => attempt.current !== mine;
    // A call that was given up ends by itself, beside the next one.
    const report = (what: CallAct) => {
      if (!isStale()) act(what);
    };
    act({ do: "ask", isByText });
    if (!isByText) {
      const fault = await askMicrophone();
      if (isStale()) return;
      if (fault) return act({ do: "fail", fault });
      act({ do: "connect" });
    }
    const present = isByText ? devices : await stillPresent(devices);
    const options = { client, mode, isByText, devices: present, greeting, act: report, isSilenced, isStale };
    const opened = await holdCall(options).catch((error) => {
      const failure = failureOf(error);
      if (failure.code === "UNAUTHORIZED") tellSignedOut();
      const fault = faults[failure.code] ?? vendor_faults[error instanceof Error ? error.message : ""] ?? "away";
      report({ do: "fail", fault, retry_after_seconds: failure.retry_after_seconds });
      return null;
    });
    if (!isStale()) held.current = opened;
    void queries.invalidateQueries({ queryKey: [["conversations"]] });
  };

  /** Before it is connected it is simply not begun. */
  const end = () => {
    const running = held.current;
    if (running) return void running.end().then(() => queries.invalidateQueries({ queryKey: [["conversations"]] }));
    attempt.current += 1;
    act({ do: "end", duration_seconds: null });
  };
  return {
    call,
    devices,
    isSilenced,
    start: (isByText: boolean) => void start(isByText),
    end,
    draft,
    setDraft,
    /** Says what was typed, once there is somebody who hears it. */
    sayDraft: () => {
      if (call.phase !== "on" || !held.current) return;
      held.current.say(draft);
      setDraft("");
    },
    mute: (isMuted: boolean) => {
      held.current?.mute(isMuted);
      act({ do: "mute", isMuted });
    },
    silence: (silenced: boolean) => {
      setSilenced(silenced);
      held.current?.silence(silenced);
      if (silenced) hush();
    },
    levels: () => held.current?.levels() ?? null,
    /** Rejects when the device cannot be used. */
    choose: async (kind: "input" | "output", id: string) => {
      if (call.phase === "on") await held.current?.choose(kind, id);
      setDevices((now) => ({ ...now, [kind]: id }));
    },
    isRunning: call.phase === "asking" || call.phase === "connecting" || call.phase === "on",
  };
}

export type CallControl = ReturnType<typeof useCall>;
