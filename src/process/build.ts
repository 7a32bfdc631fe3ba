import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Refusal } from "#lib/refusal.ts";
import { childEnv } from "#src/env.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const MARK = path.join(ROOT, ".next/portal-fingerprint");
const FOLDERS = ["src", "drizzle", "public"];
const FILES = ["next.config.ts", "postcss.config.mjs", "tsconfig.json", "package.json", "package-lock.json"];
/** What the pages are not made of. */
const APART = /^src\/(embedded|deploy|demo|process|main\.ts|dev\.ts|worker\.ts)/;

export interface Build {
  /** Whether it had to be made. */
  readonly done: Promise<boolean>;
  stop(): void;
}

/** Makes .next with `next build`, unless it was made from these very files. Rejects with Refusal when it fails. */
export function ensureBuild(log: (line: string) => void): Build {
  let child: ChildProcess | undefined;
  let isStopped = false;
  const build = async (): Promise<boolean> => {
    const wanted = await fingerprint();
    if ((await readFile(MARK, "utf8").catch(() => "")) === wanted) return false;
    if (isStopped) return false;
    log("Building the pages (only when something changed; 15-60 s) …");
    const { process: started, ended } = run();
    child = started;
    const said = await ended;
    if (said !== undefined && !isStopped) throw new Refusal(`The pages could not be built. Next said:\n${said}`);
    if (!isStopped) await writeFile(MARK, wanted);
    return true;
  };
  return {
    done: build(),
    stop: () => {
      isStopped = true;
      child?.kill("SIGTERM");
    },
  };
}

// npm run build: for an image whose first start should not have to.
if (import.meta.main) await ensureBuild(console.log).done;

function run(): { process: ChildProcess; ended: Promise<string | undefined> } {
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  const child = spawn(process.execPath, [next, "build"], {
    cwd: ROOT,
    env: childEnv({ NODE_ENV: "production" }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const keep = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-8000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const ended = new Promise<string | undefined>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code === 0 ? undefined : said.trim()));
  });
  return { process: child, ended };
}

async function fingerprint(): Promise<string> {
  const names = [...FILES];
  for (const folder of FOLDERS) {
    const entries = await readdir(path.join(ROOT, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (entry.isFile())
        names.push(path.relative(ROOT, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, "/"));
    }
  }
  const hash = createHash("sha256");
  for (const name of names.filter((name) => !APART.test(name)).sort()) {
    hash
      .update(`${name}\0`)
      .update(await readFile(path.join(ROOT, name)))
      .update("\0");
  }
  return hash.digest("hex");
}
