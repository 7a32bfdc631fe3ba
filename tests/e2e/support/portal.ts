import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { childEnv } from "#src/env.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));

export interface RunningPortal {
  /** Without a slash at its end. */
  readonly url: string;
  /** Ends it as Ctrl-C does and removes its data. Throws when it ended badly. */
  stop(): Promise<void>;
}

/** The portal as `npm start` runs it, with a database folder of its own and the demo companies in it. */
export async function startPortal(): Promise<RunningPortal> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "portal-e2e-"));
  const portal = spawn(process.execPath, ["src/main.ts"], {
    cwd: root,
    env: childEnv({
      DATABASE_URL: undefined,
      DATABASE_OWNER_URL: undefined,
      NODE_ENV: "production",
      PORT: "0",
      PORTAL_DATA_DIR: path.join(dataDir, "postgres"),
      LOG_LEVEL: "warn",
    }),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/localhost:(\d+)/.exec(said);
      if (found) resolve(`http://127.0.0.1:${found[1]}`);
    };
    portal.stdout.on("data", listen);
    portal.stderr.on("data", listen);
    portal.once("exit", (code) => reject(new Error(`The portal ended with ${code}:\n${said}`)));
  });
  return {
    url,
    async stop() {
      portal.kill("SIGTERM");
      if (portal.exitCode === null) await once(portal, "exit");
      await rm(dataDir, { recursive: true, force: true });
      if (portal.exitCode !== 0) throw new Error(`The portal ended with ${portal.exitCode}:\n${said}`);
    },
  };
}
