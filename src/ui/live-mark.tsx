"use client";
import { cx } from "./cx.ts";

export type LiveState = "live" | "connecting" | "reconnecting" | "offline";

const tones: Record<LiveState, string> = {
  live: "text-running",
  connecting: "text-muted",
  reconnecting: "text-pending",
  offline: "text-rejected",
};

/** A dot, a word and an age: the screen says itself whether it is live. */
export function LiveMark({ state, word, age }: { state: LiveState; word: string; age?: string | null }) {
  return (
    <span
      role="status"
      className={cx("inline-flex items-center gap-1.75 font-medium text-12 whitespace-nowrap", tones[state])}
    >
      <i
        className={cx(
          "size-2 rounded-full bg-current shadow-[0_0_0_3px_color-mix(in_oklab,currentColor_22%,transparent)]",
          state === "live" && "animate-breathe",
        )}
      />
      {word}
      {age ? <small className="font-normal text-12 text-muted max-md:hidden">{age}</small> : null}
    </span>
  );
}
