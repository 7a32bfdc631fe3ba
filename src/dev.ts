import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { fileURLToPath } from "node:url";
import { applyDatabase } from "#deploy/apply-database.ts";
import { Refusal } from "#lib/refusal.ts";
import { childEnv, setMode } from "#src/env.ts";
import { openDatabase, type PortalDatabase } from "#src/process/database.ts";
import { prepareEnding } from "#src/process/ending.ts";
import { signIns } from "#src/process/greeting.ts";

// npm run dev: the database stays up here while the process behind it is started again after each change. Pages reload
// by themselves (Next), so their files do not restart anything. `node --watch` would: it follows what Next compiles.
const ROOT = fileURLToPath(new URL("../", import.meta.url));
const RESTARTS =
  /^(src\/(server|rest|live|lib|agents|process|client)\/|src\/[a-z]+\.ts$|src\/features\/[^/]+\/[^/]+\.ts$|drizzle\/)/;
const REAPPLIES = /^(sql|migrations)\//;
const SETTLE_MS = 150;

setMode("development");
const ending = prepareEnding(console.log);
try {
  await start();
} catch (error) {
  if (!ending.hasBegun) {
    console.error(error instanceof Refusal ? `\n${error.message}\n` : error);
    await ending.end(1);
  }
}

async function start(): Promise<void> {
  const opening = openDatabase(console.log);
  ending.onEnd(async () => (await opening.catch(() => undefined))?.stop());
  const database = await opening;
  if (ending.hasBegun) return;
  if (database.hasDemo) console.log(`\n${signIns()}`);
  let child = run(database);
  ending.onEnd(() => stop(child));
  onChange(async (names) => {
    await stop(child);
    if (names.some((name) => REAPPLIES.test(name))) await reapply(database.ownerUrl);
    if (!ending.hasBegun) child = run(database);
  });
}

async function reapply(ownerUrl: string | undefined): Promise<void> {
  try {
    if (ownerUrl !== undefined) await applyDatabase({ ownerUrl, log: console.log });
  } catch (error) {
    // Half-written SQL is no reason to end: the next change tries again.
    console.error(error instanceof Error ? error.message : error);
  }
}

function run({ appUrl, workerUrl }: PortalDatabase): ChildProcess {
  return spawn(process.execPath, ["src/main.ts", "--dev"], {
    cwd: ROOT,
    stdio: "inherit",
    env: childEnv({ DATABASE_URL: appUrl, DATABASE_WORKER_URL: workerUrl, DATABASE_OWNER_URL: undefined }),
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

function onChange(act: (names: string[]) => Promise<void>): void {
  const changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let acting = Promise.resolve();
  for (const folder of ["src", "drizzle", "sql", "migrations"]) {
    watch(`${ROOT}${folder}`, { recursive: true }, (_, file) => {
      const name = `${folder}/${file?.replaceAll("\\", "/")}`;
      if (!RESTARTS.test(name) && !REAPPLIES.test(name)) return;
      changed.add(name);
      clearTimeout(timer);
      timer = setTimeout(() => {
        const names = [...changed];
        changed.clear();
        acting = acting.then(() => act(names));
      }, SETTLE_MS);
    });
  }
}
