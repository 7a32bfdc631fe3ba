import type { ReactNode } from "react";

type Act = { label: string; onClick: () => void };
export type Extra = { description?: ReactNode; action?: Act };
export type Notice = { kind: "done" | "news" | "failed"; title: ReactNode; extra: Extra };

let waiting: readonly Notice[] = [];
let count = 0;
const watchers = new Set<() => void>();

export function putNotice(notice: Notice): void {
  waiting = [...waiting, notice];
  count += 1;
  for (const watcher of watchers) watcher();
}

/** Hands over what waits, once. */
export function takeNotices(): readonly Notice[] {
  const taken = waiting;
  waiting = [];
  return taken;
}

/** How many there have been since the page began. */
export const noticeCount = (): number => count;

export function watchNotices(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
