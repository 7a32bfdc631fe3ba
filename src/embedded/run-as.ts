import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { Refusal } from "#lib/refusal.ts";
import type { Binaries } from "./binaries.ts";

/** How Postgres, which refuses to run as root, is started on this machine. */
export interface RunAs {
  /** For the log: which way was taken. */
  readonly description: string;
  /** Who must own the data files, seen from this process; undefined: whoever we are. */
  readonly owner: { readonly uid: number; readonly gid: number } | undefined;
  command(program: string, args: readonly string[]): { file: string; args: string[]; uid?: number; gid?: number };
}

export const asOurselves: RunAs = {
  description: "as the current user",
  owner: undefined,
  command: (file, args) => ({ file, args: [...args] }),
};

/** Spawned with the ids of `nobody`. */
export function asNobody(): RunAs {
  const { uid, gid } = nobody();
  return {
    description: `as user nobody (${uid})`,
    owner: { uid, gid },
    command: (file, args) => ({ file, args: [...args], uid, gid }),
  };
}

/** In a user namespace where our root is called nobody: keeps root's way through a closed home folder. */
export const inUserNamespace: RunAs = {
  description: "in a user namespace (unshare)",
  owner: { uid: 0, gid: 0 },
  command: (file, args) => ({
    file: "unshare",
    args: ["-U", "--map-user=65534", "--map-group=65534", file, ...args],
  }),
};

/** Undefined when the programs start and the folder can be entered this way; else the reason. */
export function whyNot(way: RunAs, binaries: Binaries, folder: string): string | undefined {
  if (process.platform === "win32") return undefined;
  const script = '[ "$(id -u)" != 0 ] && cd "$0" && exec "$1" --version';
  const { file, args, ...ids } = way.command("/bin/sh", ["-c", script, folder, binaries.postgres]);
  const probe = spawnSync(file, args, { ...ids, cwd: "/", encoding: "utf8", timeout: 20_000 });
  if (probe.status === 0) return undefined;
  return probe.error?.message ?? (probe.stderr.trim() || `ended with ${probe.status ?? probe.signal}`);
}

/** Throws Refusal naming every way that was tried and what stood against it. */
export function refuseAll(reasons: readonly string[]): never {
  throw new Refusal(
    `Postgres cannot run here (${reasons.join("; ")}): start as a user who is not root, or set DATABASE_URL to a Postgres 15-18.`,
  );
}

function nobody(): { uid: number; gid: number } {
  const fallback = { uid: 65534, gid: 65534 };
  try {
    const line = readFileSync("/etc/passwd", "utf8")
      .split("\n")
      .find((entry) => entry.startsWith("nobody:"));
    const [, , uid, gid] = line?.split(":").map(Number) ?? [];
    return uid !== undefined && gid !== undefined && uid > 0 ? { uid, gid } : fallback;
  } catch {
    return fallback;
  }
}
