"use client";
import { useEffect } from "react";

/** Has the browser keep the page for the time when the portal cannot be reached. */
export function OfflineKeeper() {
  useEffect(() => {
    if (!("serviceWorker" in navigator)) return;
    // Without it (a private window, an old browser) the browser's own page stands there instead.
    navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  }, []);
  return null;
}
