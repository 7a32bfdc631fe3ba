import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { Refusal } from "#lib/refusal.ts";
import type { Footing } from "./footing.ts";
import { readPostmasterFile } from "./postmaster-file.ts";
import { serverArguments, serverEnvironment } from "./settings.ts";

const START_PATIENCE_MS = 60_000;
const LOG_LIMIT_BYTES = 5_000_000;

export interface ServerProcess {
  readonly pid: number;
  readonly port: number;
  isRunning(): boolean;
  /** Settles when the process is gone, for whatever reason. */
  readonly ended: Promise<void>;
}

interface Launch {
  readonly footing: Footing;
  readonly log: string;
  readonly port: number;
  readonly fsync: boolean;
  readonly strangerPid: number | undefined;
}

/** Starts the server and waits until it says itself, in its own data directory, that it is ready on this port:
 *  asking the port could reach somebody else's server. Throws NotYet, or Refusal with the server's last lines. */
export async function launchServer({ footing, log, port, fsync, strangerPid }: Launch): Promise<ServerProcess> {
  const { binaries, cluster, runAs } = footing;
  const { file, args, ...ids } = runAs.command(binaries.postgres, serverArguments(cluster, port, fsync));
  const start = rotate(log);
  const output = openSync(log, "a", 0o600);
  const child = spawn(file, args, {
    ...ids,
    cwd: "/",
    // Its own process group: Ctrl-C must reach us alone, so that requests are drained before the database stops.
    detached: true,
    stdio: ["ignore", output, output],
    // Postgres takes a living process with the number in a stale file for a rival, unless it is named here.
    env: serverEnvironment(strangerPid === undefined ? {} : { PG_GRANDPARENT_PID: String(strangerPid) }),
  });
  closeSync(output);
  const failed = new Promise<Error>((resolve) => child.once("error", resolve));
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await Promise.race([isReady(child, cluster, port), failed.then((error) => Promise.reject(error))]);
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  if (isRunning() && child.pid !== undefined) {
    child.unref();
    return { pid: child.pid, port, isRunning, ended };
  }
  const said = readFileSync(log).subarray(start).toString().trim();
  if (/could not bind|could not create any TCP/.test(said)) throw new NotYet("port", said);
  // The children of a server that was killed live on for a moment.
  if (/pre-existing shared memory block/.test(said)) throw new NotYet("memory", said);
  throw new Refusal(`Postgres did not start (${runAs.description}). The end of ${log}:\n${tail(said)}`);
}

/** The start failed for a reason that goes away: choose another port, or wait. */
export class NotYet extends Error {
  readonly reason: "port" | "memory";
  constructor(reason: "port" | "memory", message: string) {
    super(message);
    this.reason = reason;
  }
}

async function isReady(child: ChildProcess, cluster: string, port: number): Promise<void> {
  const until = Date.now() + START_PATIENCE_MS;
  while (child.exitCode === null && child.signalCode === null) {
    const file = readPostmasterFile(cluster);
    if (file?.pid === child.pid && file?.port === port && file.isReady) return;
    if (Date.now() > until) child.kill("SIGQUIT");
    await pause(10);
  }
}

/** Keeps one earlier log; answers where the new lines begin. */
function rotate(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size < LOG_LIMIT_BYTES) return size;
  renameSync(log, `${log}.1`);
  return 0;
}

function tail(text: string): string {
  return text.split("\n").slice(-20).join("\n");
}
