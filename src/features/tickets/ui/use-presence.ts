"use client";
import { useEffect } from "react";
import type { Outputs } from "#trpc/api.ts";
import { api } from "#trpc/api.ts";

export type Viewer = Outputs["tickets"]["viewers"]["viewers"][number];

/** A third of the time after which the server takes silence for leaving. */
const heartbeat_ms = 20_000;
const settled_ms = 300;

/** Says that this page shows the ticket, for as long as it does and is in sight; answers who else has it open. */
export function usePresence(id: string): readonly Viewer[] {
  const utils = api.useUtils();
  const { data } = api.tickets.viewers.useQuery({ id });
  useEffect(() => {
    let first: ReturnType<typeof setTimeout> | undefined;
    let timer: ReturnType<typeof setInterval> | undefined;
    const { enter, leave } = utils.client.tickets;
    // Nobody waits for these: whoever cannot be told sees it within a minute.
    const beat = () =>
      void enter.mutate({ id }).then(
        (seen) => utils.tickets.viewers.setData({ id }, seen),
        () => undefined,
      );
    const stop = () => {
      clearTimeout(first);
      if (timer === undefined) return;
      clearInterval(timer);
      timer = undefined;
      void leave.mutate({ id }).catch(() => undefined);
    };
    // Stepping through the list is not looking at each: only who stays is seen.
    const begin = () => {
      clearTimeout(first);
      if (timer !== undefined) return;
      first = setTimeout(() => {
        beat();
        timer = setInterval(beat, heartbeat_ms);
      }, settled_ms);
    };
    const turn = () => (document.visibilityState === "hidden" ? stop() : begin());
    turn();
    document.addEventListener("visibilitychange", turn);
    return () => {
      document.removeEventListener("visibilitychange", turn);
      stop();
    };
  }, [id, utils]);
  return data?.viewers ?? [];
}
