"use client";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

const Now = createContext<number | null>(null);

/** The page's clock. It begins at the server's instant, so the first paint in the browser says the same words. */
export function NowProvider({ at, children }: { at: string; children: ReactNode }) {
  const [now, setNow] = useState(() => Date.parse(at));
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 15_000);
    document.addEventListener("visibilitychange", tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", tick);
    };
  }, []);
  return <Now value={now}>{children}</Now>;
}

/** Milliseconds since the epoch; moves every 15 s. */
export function useNow(): number {
  const now = useContext(Now);
  if (now === null) throw new Error("useNow needs <NowProvider>");
  return now;
}

/** The same clock by the second, for running calls. */
export function useSeconds(): number {
  const now = useNow();
  const [second, setSecond] = useState(now);
  useEffect(() => {
    setSecond(Date.now());
    const timer = setInterval(() => setSecond(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(now, second);
}
