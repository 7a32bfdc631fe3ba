"use client";
import { useSyncExternalStore } from "react";

/** Whether the device has any network at all; a server that is away is only found out by asking it. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      window.addEventListener("online", watcher);
      window.addEventListener("offline", watcher);
      return () => {
        window.removeEventListener("online", watcher);
        window.removeEventListener("offline", watcher);
      };
    },
    () => navigator.onLine,
    () => true,
  );
}
