import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the portal under test, without a slash at its end. */
    portal: string;
  }
}

const root = fileURLToPath(new URL("../../../", import.meta.url));

/** The portal as `npm start` runs it, with a database folder of its own and the demo companies in it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "portal-e2e-"));
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, ...environment } = process.env;
  const portal = spawn(process.execPath, ["src/main.ts"], {
    cwd: root,
    env: {
      ...environment,
      NODE_ENV: "production",
      PORT: "0",
      PORTAL_DATA_DIR: path.join(dataDir, "postgres"),
      LOG_LEVEL: "warn",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const address = new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/localhost:(\d+)/.exec(said);
      if (found) resolve(`http://127.0.0.1:${found[1]}`);
    };
    portal.stdout.on("data", listen);
    portal.stderr.on("data", listen);
    portal.once("exit", (code) => reject(new Error(`The portal ended with ${code}:\n${said}`)));
  });
  project.provide("portal", await address);
  return async () => {
    portal.removeAllListeners("exit");
    portal.kill("SIGTERM");
    if (portal.exitCode === null) await once(portal, "exit");
    await rm(dataDir, { recursive: true, force: true });
    if (/uncaught|unexpected/i.test(said)) throw new Error(`The portal complained:\n${said}`);
  };
}
