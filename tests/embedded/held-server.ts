import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import postgres from "postgres";

/** A fresh folder that every user may pass through, and what removes it. */
export async function temporaryFolder(): Promise<{ folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), "portal-embedded-"));
  await chmod(folder, 0o711);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export interface HeldServer {
  readonly holder: ChildProcess;
  readonly url: string;
  readonly pid: number;
  readonly description: string;
}

/** An embedded server whose holding process is not this one, so that it can be killed. */
export async function startInOwnProcess(
  dataDir: string,
  ids: { uid?: number; gid?: number } = {},
): Promise<HeldServer> {
  const script = fileURLToPath(new URL("starter.ts", import.meta.url));
  const holder = spawn(process.execPath, [script, dataDir], { ...ids, stdio: ["ignore", "pipe", "pipe"] });
  let complaint = "";
  holder.stderr.on("data", (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const line = once(holder.stdout, "data").then(([chunk]) => String(chunk));
  const early = once(holder, "exit").then(() => Promise.reject(new Error(complaint)));
  early.catch(() => undefined);
  return { holder, ...JSON.parse(await Promise.race([line, early])) };
}

/** Kills without a chance to clean up, and waits until the process is gone. */
export async function killHard(holder: ChildProcess): Promise<void> {
  const gone = once(holder, "exit");
  holder.kill("SIGKILL");
  await gone;
}

/** One statement on a connection of its own. */
export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => undefined });
  try {
    return await sql.unsafe(text);
  } finally {
    await sql.end();
  }
}
