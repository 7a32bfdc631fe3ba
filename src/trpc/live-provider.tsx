"use client";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { api } from "./api.ts";
import { failureOf } from "./failure.ts";
import { createLiveFeed, type FeedStatus, type LiveFeed } from "./live-feed.ts";
import { useLiveRefresh } from "./live-refresh.ts";
import { useMe } from "./me.tsx";
import { tellSignedOut, useSignedOut } from "./signed-out.ts";

const Context = createContext<LiveFeed | null>(null);
const before: FeedStatus = { state: "connecting", at: null };

/** Keeps the page true: other people's changes arrive, and the page itself says when they cannot.
 *  `since` is where the feed stood when the page was printed, so that nothing between print and stream is missed. */
export function LiveProvider({ since, children }: { since: string | null; children: ReactNode }) {
  const { id } = useMe();
  const { client } = api.useUtils();
  const [feed, setFeed] = useState<LiveFeed | null>(null);
  const start = useRef(since);
  const isOut = useSignedOut();

  useEffect(() => {
    if (isOut) return;
    const made = createLiveFeed(`portal-live:${id}`, start.current, (last_id, source) => {
      const stream = client.live.changes.subscribe(
        { lastEventId: last_id },
        {
          onData: ({ id, data }) => {
            if (data.kind === "reset") source.onReset(id);
            else source.onEvent(id, data.kind === "change" ? data : null);
          },
          onConnectionStateChange: ({ state }) =>
            state !== "idle" && source.onState(state === "pending" ? "live" : "connecting"),
          onError: (error) => {
            if (failureOf(error).code === "UNAUTHORIZED") tellSignedOut();
            else source.onEnd();
          },
          onComplete: source.onEnd,
        },
      );
      return () => stream.unsubscribe();
    });
    made.start();
    setFeed(made);
    return () => made.stop();
  }, [id, client, isOut]);

  useLiveRefresh(feed);
  return <Context value={feed}>{children}</Context>;
}

/** Whether the screen is live, and since when it is not. */
export function useFeedStatus(): FeedStatus {
  const feed = useContext(Context);
  return useSyncExternalStore(
    (listener) => feed?.onStatus(listener) ?? (() => undefined),
    () => feed?.status() ?? before,
    () => before,
  );
}

/** Ids of a table's rows that somebody else changed within the last moments, for a short mark on the screen. */
export function useFreshIds(table: string): ReadonlySet<string> {
  const feed = useContext(Context);
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = feed?.onChange((change) => {
      if (change.table !== table) return;
      setFresh((ids) => new Set(ids).add(change.id));
      timers.add(setTimeout(() => setFresh((ids) => new Set([...ids].filter((id) => id !== change.id))), 4000));
    });
    return () => {
      stop?.();
      for (const timer of timers) clearTimeout(timer);
    };
  }, [feed, table]);
  return fresh;
}
