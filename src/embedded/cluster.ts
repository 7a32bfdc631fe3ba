import { spawn } from "node:child_process";
import { chown, lchown, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { Refusal } from "#lib/refusal.ts";
import type { Footing } from "./footing.ts";
import { serverEnvironment } from "./settings.ts";

/** Whether a finished database lies there (a cut-off initdb leaves none, see below). */
export async function clusterExists(cluster: string): Promise<boolean> {
  return (await versionOf(cluster)) !== undefined;
}

/** Makes the data directory if there is none; gives an existing one to the user who runs Postgres now.
 *  Throws Refusal when it was made by another major version. */
export async function ensureCluster(footing: Footing, password: string): Promise<void> {
  const { binaries, cluster, runAs } = footing;
  const version = await versionOf(cluster);
  if (version === undefined) return initialise(footing, password);
  if (version !== binaries.major) {
    throw new Refusal(
      `${cluster} was made by Postgres ${version} and this is ${binaries.major}: move it with pg_dump, or set PORTAL_DATA_DIR to a new folder.`,
    );
  }
  if (runAs.owner !== undefined && (await stat(cluster)).uid !== runAs.owner.uid) {
    await giveTo(cluster, runAs.owner);
  }
}

async function initialise({ binaries, cluster, runAs }: Footing, password: string): Promise<void> {
  // Made aside and renamed when finished: a start that is killed half-way must not look like a database.
  const draft = `${cluster}.new`;
  const passwordFile = `${cluster}.password`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    if (runAs.owner !== undefined) {
      for (const made of [draft, passwordFile]) await chown(made, runAs.owner.uid, runAs.owner.gid);
    }
    const locale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
    await runToEnd(
      runAs.command(binaries.initdb, [
        `--pgdata=${draft}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        `--locale=${locale}`,
        "--no-instructions",
      ]),
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, cluster);
}

type Command = ReturnType<Footing["runAs"]["command"]>;

function runToEnd({ file, args, ...ids }: Command): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      ...ids,
      cwd: "/",
      env: serverEnvironment(),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let complaint = "";
    child.stderr.on("data", (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Refusal(`initdb ended with ${code}, so there is no database yet. It said: ${complaint.trim()}`));
    });
  });
}

async function versionOf(cluster: string): Promise<string | undefined> {
  const text = await readFile(path.join(cluster, "PG_VERSION"), "utf8").catch(() => undefined);
  return text?.trim();
}

async function giveTo(root: string, owner: { uid: number; gid: number }): Promise<void> {
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    await lchown(path.join(entry.parentPath, entry.name), owner.uid, owner.gid);
  }
  // Last, since its owner is what tells whether the work was finished.
  await chown(root, owner.uid, owner.gid);
}
