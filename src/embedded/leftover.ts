import { setTimeout as pause } from "node:timers/promises";
import { readPostmasterFile } from "./postmaster-file.ts";
import { commandOf, isAlive } from "./processes.ts";

/** Stops a server that a killed process left running on this data directory (call it only while holding the folder).
 *  Answers the process id in a stale file, which may by now be somebody else's: Postgres must be told to ignore it. */
export async function stopLeftover(cluster: string, log: (line: string) => void): Promise<number | undefined> {
  const file = readPostmasterFile(cluster);
  if (file === undefined) return undefined;
  if (isAlive(file.pid) && isServerOf(file.pid, cluster)) {
    log(`Postgres of an earlier run is still there (process ${file.pid}): stopping it.`);
    await stopServer(file.pid);
  }
  return file.pid;
}

/** Whether that process is a Postgres on this very directory, and not a stranger with a recycled id. */
export function isServerOf(pid: number, cluster: string): boolean {
  const command = commandOf(pid);
  return command.includes("postgres") && command.includes(`-D ${cluster} `);
}

/** Fast shutdown (open transactions are rolled back, everything is flushed); harder when it takes too long. */
export async function stopServer(pid: number): Promise<void> {
  const steps = [
    ["SIGINT", 20_000],
    ["SIGQUIT", 5_000],
    ["SIGKILL", 5_000],
  ] as const;
  for (const [signal, patience_ms] of steps) {
    signalTo(pid, signal);
    const until = Date.now() + patience_ms;
    while (Date.now() < until) {
      if (!isAlive(pid)) return;
      await pause(20);
    }
  }
  throw new Error(`Postgres (process ${pid}) does not end`);
}

export function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error;
  }
}
