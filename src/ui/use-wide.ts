"use client";
import { useSyncExternalStore } from "react";

const query = "(min-width: 73.75rem)";

/** Whether a panel fits beside a list. The server prints the wide page; styles hide the panel until a narrow one knows. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia(query);
      media.addEventListener("change", listener);
      return () => media.removeEventListener("change", listener);
    },
    () => window.matchMedia(query).matches,
    () => true,
  );
}
