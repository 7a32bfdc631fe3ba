"use client";
import { TRPCClientError } from "@trpc/client";
import { useEffect, useRef, useState } from "react";
import type WaveSurfer from "wavesurfer.js";
import { api } from "#trpc/api.ts";
import { lanes, onThemeChange, resolvedAccent } from "./lanes.ts";
import { createPlayClock } from "./play-clock.ts";

export const rates = [0.75, 1, 1.25, 1.5, 2] as const;
export type Rate = (typeof rates)[number];
type State = "loading" | "ready" | "missing" | "expired" | "failed";

/** The sound of a conversation and how to move in it; `box` is where the wave is drawn. What is kept here is opened by a link of
 *  five minutes; when one has died on the way, another is asked for, once by itself.
 *  The player's code is fetched when there is something to play. A jump before the sound is there is made when it comes. */
export function useRecording({ id, url }: { id: string; url: string | null }) {
  const { client } = api.useUtils();
  const box = useRef<HTMLDivElement>(null);
  const surfer = useRef<WaveSurfer | null>(null);
  const wanted = useRef<number | null>(null);
  const [clock] = useState(createPlayClock);
  const [state, setState] = useState<State>(url ? "loading" : "missing");
  const [isPlaying, setPlaying] = useState(false);
  const [rate, setRate] = useState<Rate>(1);
  const [length, setLength] = useState(0);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    const container = box.current;
    if (!url || !container) return setState("missing");
    const media = document.createElement("audio");
    container.append(media);
    const leaving = new AbortController();
    let made: WaveSurfer | undefined;
    let stopWatching: (() => void) | undefined;
    setState("loading");
    const open = async () => {
      const bytes = async () => {
        const address = isKeptHere(url)
          ? (await client.conversations.audioLink.query({ id }, { signal: leaving.signal })).url
          : url;
        return fetch(address, { signal: leaving.signal, cache: attempt > 0 ? "reload" : "default" });
      };
      const [{ default: Player }, first] = await Promise.all([import("wavesurfer.js"), bytes()]);
      const answer = isExpired(first) ? await bytes() : first;
      if (isExpired(answer)) return setState("expired");
      if (!answer.ok) return setState(answer.status === 404 ? "missing" : "failed");
      const blob = await answer.blob();
      if (leaving.signal.aborted) return;
      const player = Player.create({
        container,
        media,
        height: 26,
        barWidth: 2,
        barGap: 2,
        barRadius: 2,
        normalize: true,
        cursorWidth: 2,
        cursorColor: resolvedAccent(),
        splitChannels: lanes(),
        hideScrollbar: true,
      });
      made = player;
      surfer.current = player;
      stopWatching = onThemeChange(() => player.setOptions({ splitChannels: lanes(), cursorColor: resolvedAccent() }));
      player.on("play", () => setPlaying(true));
      player.on("pause", () => setPlaying(false));
      player.on("timeupdate", (seconds) => {
        if (seconds > 0 || clock.read() !== null) clock.set(seconds);
      });
      player.on("interaction", (seconds) => clock.set(seconds));
      await player.loadBlob(blob);
      if (leaving.signal.aborted) return;
      setLength(player.getDuration());
      setState("ready");
      if (wanted.current !== null) player.setTime(wanted.current);
      wanted.current = null;
    };
    open().catch((failure: unknown) => {
      if (leaving.signal.aborted) return;
      const data: unknown = failure instanceof TRPCClientError ? failure.data : null;
      setState(Object(data).code === "NOT_FOUND" ? "missing" : "failed");
    });
    return () => {
      leaving.abort();
      stopWatching?.();
      made?.destroy();
      media.remove();
      surfer.current = null;
      setPlaying(false);
      clock.set(null);
    };
  }, [id, url, client, clock, attempt]);

  const seek = (seconds: number) => {
    const at = Math.min(Math.max(0, seconds), length || seconds);
    clock.set(at);
    if (state === "ready") surfer.current?.setTime(at);
    else wanted.current = at;
  };
  return {
    box,
    state,
    clock,
    isPlaying,
    rate,
    /** Seconds; 0 until it is known. */
    length,
    toggle: () => void surfer.current?.playPause(),
    seek,
    jump: (seconds: number) => seek((clock.read() ?? 0) + seconds),
    setRate: (next: Rate) => {
      surfer.current?.setPlaybackRate(next, true);
      setRate(next);
    },
    retry: () => setAttempt((count) => count + 1),
    /** Has the browser keep the sound as a file, by a link made now. */
    keep: async () => {
      const link = await client.conversations.audioLink.query({ id });
      window.location.assign(`${link.url}&download`);
    },
  };
}

/** Stored by the portal, and not at an address of somebody else's. */
export const isKeptHere = (url: string | null) => url?.startsWith("/api/") ?? false;
const isExpired = ({ status }: Response) => status === 403 || status === 410;

export type Recording = ReturnType<typeof useRecording>;
