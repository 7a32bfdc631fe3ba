"use client";
import { useSyncExternalStore } from "react";
import type { PlayClock } from "./play-clock.ts";
import type { Line } from "./types.ts";

/** The place of the line that sounds at `seconds`: the last spoken one that has begun; -1 before the first. */
export function lineAt(lines: readonly Pick<Line, "at_ms" | "speaker">[], seconds: number): number {
  // Where a player stands after a jump may lie a sample before the place it was sent to.
  const reached = seconds * 1000 + 20;
  return lines.findLastIndex(({ at_ms, speaker }) => speaker !== "tool" && at_ms !== null && at_ms <= reached);
}

/** The place of the line being heard; -1 while nothing was played. Draws again only when another line begins. */
export function useCurrentLine(clock: PlayClock, lines: readonly Line[]): number {
  const read = () => {
    const seconds = clock.read();
    return seconds === null ? -1 : lineAt(lines, seconds);
  };
  return useSyncExternalStore(clock.watch, read, () => -1);
}
