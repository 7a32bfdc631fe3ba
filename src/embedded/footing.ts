import { createHash } from "node:crypto";
import { chmod, cp, lstat, mkdir, readdir, realpath, rename, rm, symlink } from "node:fs/promises";
import path from "node:path";
import { type Binaries, binariesIn } from "./binaries.ts";
import type { DataFolder } from "./data-folder.ts";
import { asNobody, asOurselves, inUserNamespace, type RunAs, refuseAll, whyNot } from "./run-as.ts";

/** Where Postgres runs from, and as whom. */
export interface Footing {
  readonly binaries: Binaries;
  /** The real path of the data directory, which may not exist yet. */
  readonly cluster: string;
  readonly runAs: RunAs;
}

/** Only root can write here, so nobody else can have laid the folder out for us. */
const OPEN_PLACES = ["/var/lib", "/opt", "/srv"];

/** The first way that works: as we are, as nobody, in a user namespace, as nobody from a copy outside a closed home. */
export async function findFooting(folder: DataFolder, binaries: Binaries): Promise<Footing> {
  const cluster = await realpath(folder.cluster).catch(() => folder.cluster);
  if (process.getuid?.() !== 0) {
    const reason = whyNot(asOurselves, binaries, folder.root);
    return reason === undefined ? { binaries, cluster, runAs: asOurselves } : refuseAll([reason]);
  }
  const reasons: string[] = [];
  for (const runAs of [asNobody(), inUserNamespace]) {
    const reason = whyNot(runAs, binaries, path.dirname(cluster));
    if (reason === undefined) return { binaries, cluster, runAs };
    reasons.push(`${runAs.description}: ${reason}`);
  }
  for (const place of OPEN_PLACES) {
    try {
      const footing = await moveTo(path.join(place, "voice-agent-portal"), folder, binaries);
      const reason = whyNot(footing.runAs, footing.binaries, path.dirname(footing.cluster));
      if (reason === undefined) return footing;
      reasons.push(`from a copy in ${place}: ${reason}`);
    } catch (error) {
      reasons.push(`from a copy in ${place}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return refuseAll(reasons);
}

/** Copies the programs and moves the data; a symlink in the data folder leads there from then on. */
async function moveTo(place: string, folder: DataFolder, binaries: Binaries): Promise<Footing> {
  const native = path.join(place, `postgres-${binaries.version}`);
  const outside = path.join(place, createHash("sha256").update(folder.root).digest("hex").slice(0, 12));
  for (const made of [place, outside]) {
    await mkdir(made, { recursive: true });
    await chmod(made, 0o755);
  }
  await copyPrograms(binaries.native, native);
  const cluster = path.join(outside, "cluster");
  const there = await lstat(folder.cluster).catch(() => undefined);
  if (there?.isDirectory()) {
    await rename(folder.cluster, cluster).catch(() =>
      cp(folder.cluster, cluster, { recursive: true, preserveTimestamps: true }).then(() =>
        rename(folder.cluster, `${folder.cluster}.before-move`),
      ),
    );
  }
  if (!there?.isSymbolicLink()) await symlink(cluster, folder.cluster);
  const runAs = asNobody();
  return {
    binaries: binariesIn(native, binaries.version),
    cluster: await realpath(folder.cluster).catch(() => cluster),
    runAs: { ...runAs, description: `${runAs.description}, from a copy in ${place}` },
  };
}

/** Never over an earlier copy: a server may be running from it. */
async function copyPrograms(from: string, to: string): Promise<void> {
  if (await lstat(to).catch(() => undefined)) return;
  const draft = `${to}.${process.pid}`;
  await cp(from, draft, { recursive: true, verbatimSymlinks: true });
  await letEveryoneRead(draft);
  // Another checkout may have been quicker, with the very same programs.
  await rename(draft, to).catch(() => rm(draft, { recursive: true }));
}

async function letEveryoneRead(root: string): Promise<void> {
  await chmod(root, 0o755);
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const program = path.basename(entry.parentPath) === "bin";
    await chmod(path.join(entry.parentPath, entry.name), entry.isDirectory() || program ? 0o755 : 0o644);
  }
}
