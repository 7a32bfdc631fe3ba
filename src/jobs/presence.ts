import { Connection } from "#server/connection.ts";

const every_ms = 3_000;

export interface Presence {
  end(): Promise<void>;
}

/** Says to the other background processes that this one lives, and takes the jobs away from those that do not. Without it the
 *  jobs of a process that was killed would wait four hours (the library's own limit). A connection of its own, since the sign of
 *  life is a session lock: `url` leads to Postgres itself, not to a pooler. Source: sql/40-jobs.sql. */
export function keepPresence(options: {
  url: string;
  worker: string;
  /** Told of each round that failed; the next one tries again. */
  onFailure: (cause: unknown) => void;
  onFreed: (workers: number) => void;
}): Presence {
  const { url, worker } = options;
  let connection: Connection | null = null;
  let isBusy = false;

  const open = async () => {
    const opened = new Connection(url, { prepare: false, application: "portal jobs", onClose: () => {} });
    await opened.send("select app.hold_worker($1)", [worker]);
    return opened;
  };
  const round = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      if (connection === null || connection.closed) connection = await open();
      const [row] = await connection.send("select app.free_dead_workers($1) as freed", [worker]);
      if (Number(row?.freed) > 0) options.onFreed(Number(row?.freed));
    } catch (cause) {
      options.onFailure(cause);
      await connection?.end().catch(() => {});
      connection = null;
    } finally {
      isBusy = false;
    }
  };

  void round();
  const timer = setInterval(() => void round(), every_ms);
  timer.unref();
  return {
    async end() {
      clearInterval(timer);
      await connection?.end().catch(() => {});
    },
  };
}
