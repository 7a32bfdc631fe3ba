"use client";
import { useEffect, useRef, useState } from "react";
import type WaveSurfer from "wavesurfer.js";
import { lanes, onThemeChange, resolvedAccent } from "./lanes.ts";
import { createPlayClock } from "./play-clock.ts";

export const rates = [0.75, 1, 1.25, 1.5, 2] as const;
export type Rate = (typeof rates)[number];
type State = "loading" | "ready" | "missing" | "failed";

/** The sound of a conversation and how to move in it; `box` is where the wave is drawn.
 *  The player's code is fetched when there is something to play. A jump before the sound is there is made when it comes. */
export function useRecording(url: string | null) {
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
      const [{ default: Player }, answer] = await Promise.all([
        import("wavesurfer.js"),
        fetch(url, { signal: leaving.signal, cache: attempt > 0 ? "reload" : "default" }),
      ]);
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
    open().catch(() => {
      if (!leaving.signal.aborted) setState("failed");
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
  }, [url, clock, attempt]);

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
  };
}

export type Recording = ReturnType<typeof useRecording>;
