import type { LiveState } from "#ui/live-mark.tsx";

/** A row that changed, without its content: whoever shows it fetches it again through his own permissions. */
export type Change = { table: string; id: string; op: string };
export type FeedStatus = { state: LiveState /** When the feed was last known to be whole, ms. */; at: number | null };

type Source = {
  /** `change` is null when the stream only says where it stands. */
  onEvent: (id: string, change: Change | null) => void;
  /** Too much was missed to list. */
  onReset: (id: string) => void;
  onState: (state: "connecting" | "live") => void;
  onEnd: () => void;
};
/** Opens the stream, after the given event when there is one; returns how to close it. */
export type OpenStream = (last_id: string | null, source: Source) => () => void;

type Message =
  | { kind: "hello" }
  | { kind: "status"; status: FeedStatus; last_id: string | null }
  | { kind: "change"; change: Change; last_id: string }
  | { kind: "reset"; last_id: string };

const patience_ms = 12_000;
const reopen_ms = 3_000;

/** One stream for all tabs of a browser (HTTP/1.1 allows six connections): the tab that holds the lock listens and tells
 *  the others. When it goes, the next one carries on after the last event. Without locks each tab listens for itself. */
export function createLiveFeed(name: string, since: string | null, open: OpenStream) {
  let status: FeedStatus = { state: "connecting", at: null };
  let last_id = since;
  let close: (() => void) | null = null;
  let stopped = false;
  let leads = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const statusListeners = new Set<() => void>();
  const changeListeners = new Set<(change: Change) => void>();
  const gapListeners = new Set<() => void>();
  const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(name);
  const stop = new AbortController();

  const tell = (message: Message) => channel?.postMessage(message);
  const setStatus = (state: LiveState) => {
    const wasCut = status.state === "reconnecting" || status.state === "offline";
    status = { state, at: state === "live" || status.state === "live" ? Date.now() : status.at };
    if (state === "live" && wasCut) for (const listener of gapListeners) listener();
    for (const listener of statusListeners) listener();
    if (leads) tell({ kind: "status", status, last_id });
  };
  const cut = () => {
    if (status.state === "connecting" || status.state === "offline") return;
    setStatus("reconnecting");
    clearTimeout(timer);
    timer = setTimeout(() => status.state === "reconnecting" && setStatus("offline"), patience_ms);
  };

  const listen = () => {
    if (stopped) return;
    close = open(last_id, {
      onEvent: (id, change) => {
        last_id = id;
        if (!change) return;
        for (const listener of changeListeners) listener(change);
        tell({ kind: "change", change, last_id: id });
      },
      onReset: (id) => {
        last_id = id;
        for (const listener of gapListeners) listener();
        tell({ kind: "reset", last_id: id });
      },
      onState: (state) => {
        clearTimeout(timer);
        if (state === "live") setStatus("live");
        else cut();
      },
      onEnd: () => {
        cut();
        setTimeout(listen, reopen_ms);
      },
    });
  };
  const lead = (): Promise<void> => {
    // Granted in the same moment as it was given up: holding on would shut every tab out.
    if (stopped) return Promise.resolve();
    leads = true;
    listen();
    return new Promise<void>((resolve) => stop.signal.addEventListener("abort", () => resolve()));
  };

  channel?.addEventListener("message", ({ data }: MessageEvent<Message>) => {
    if (data.kind === "hello" && leads) tell({ kind: "status", status, last_id });
    if (leads || data.kind === "hello") return;
    last_id = data.last_id ?? last_id;
    if (data.kind === "change") for (const listener of changeListeners) listener(data.change);
    else if (data.kind === "reset") for (const listener of gapListeners) listener();
    else if (data.status.state !== status.state) setStatus(data.status.state);
  });

  const away = () => leads && cut();
  const back = () => {
    if (!leads) return;
    close?.();
    listen();
  };

  return {
    start() {
      window.addEventListener("offline", away);
      window.addEventListener("online", back);
      tell({ kind: "hello" });
      if (typeof navigator.locks === "undefined") void lead();
      else navigator.locks.request(name, { signal: stop.signal }, lead).catch(() => undefined);
    },
    stop() {
      stopped = true;
      window.removeEventListener("offline", away);
      window.removeEventListener("online", back);
      clearTimeout(timer);
      close?.();
      stop.abort();
      channel?.close();
    },
    status: () => status,
    onStatus: (listener: () => void) => added(statusListeners, listener),
    onChange: (listener: (change: Change) => void) => added(changeListeners, listener),
    /** Called when the feed is whole again after a gap: what is on screen may have missed something. */
    onGap: (listener: () => void) => added(gapListeners, listener),
  };
}

export type LiveFeed = ReturnType<typeof createLiveFeed>;

function added<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
