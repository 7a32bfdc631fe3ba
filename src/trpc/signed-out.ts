"use client";
import { useSyncExternalStore } from "react";

// A session can end while a page is open: by time, by a colleague, by a new password. The page stays as it is, with all
// that was typed, and asks for the password in place (features/shell/ui/sign-in-question.tsx).
let is_out = false;
const watchers = new Set<() => void>();

export function tellSignedOut(out = true): void {
  if (is_out === out) return;
  is_out = out;
  for (const watcher of watchers) watcher();
}

export function useSignedOut(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => is_out,
    () => false,
  );
}
