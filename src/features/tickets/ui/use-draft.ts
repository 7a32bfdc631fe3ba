"use client";
import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

/** What was typed and not yet sent, kept for this browser tab across pages and reloads.
 *  @param key names the box: the person and the record */
export function useDraft(key: string): [words: string, write: (words: string) => void] {
  const name = `portal-draft:${key}`;
  const words = useSyncExternalStore(
    subscribe,
    () => sessionStorage.getItem(name) ?? "",
    () => "",
  );
  const write = useCallback(
    (next: string) => {
      if (next === "") sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, next);
      for (const listener of listeners) listener();
    },
    [name],
  );
  return [words, write];
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
