import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type RunningSimulator, startSimulator } from "#agents/simulator/start-simulator.ts";
import { wakeDialler } from "#features/campaigns/wake.ts";
import { systemClaims } from "#server/system-claims.ts";
import { inTenant } from "#server/tenant.ts";
import { childEnv } from "#src/env.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { diallingOf } from "#tests/support/dialling.ts";
import { createWorld, type World } from "#tests/support/world.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
let simulator: RunningSimulator;
let database: TestDatabase;
let world: World;

beforeAll(async () => {
  simulator = await startSimulator();
  database = await createDatabase();
  world = await createWorld(database);
});
afterAll(async () => {
  await world.close();
  await database.drop();
  await simulator.stop();
});

/** A process as `npm run worker` starts it. */
function startWorker(env: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ["src/worker.ts"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: childEnv({
      ELEVENLABS_API_KEY: "",
      OPENROUTER_API_KEY: "",
      ELEVENLABS_WEBHOOK_SECRET: "",
      SIMULATOR_URL: "",
      DATABASE_WORKER_URL: "",
      ...env,
    }),
  });
}

describe("a process of background jobs alone", () => {
  it("dials a campaign through the simulator of the portal beside it, and ends in order", async () => {
    const dialling = diallingOf(database, world.a.company_id);
    await dialling.anytime();
    const campaign_id = await dialling.running({ phones: await dialling.customers(2) });
    await inTenant(world.services.pool, await systemClaims(world.services.pool, world.a.company_id), "write", (tx) =>
      wakeDialler(tx, campaign_id),
    );
    const worker = startWorker({
      DATABASE_WORKER_URL: database.workerUrl,
      SIMULATOR_URL: simulator.url,
      ELEVENLABS_WEBHOOK_SECRET: simulator.webhook_secret,
    });
    await expect
      .poll(async () => (await dialling.attempts(campaign_id)).map(({ vendor_call_id }) => vendor_call_id), {
        timeout: 30_000,
      })
      .toEqual([expect.stringMatching(/^conv_/), expect.stringMatching(/^conv_/)]);
    worker.kill("SIGTERM");
    const [code] = await once(worker, "exit");
    expect(code).toBe(0);
  });

  it.concurrent.each([
    ["the database's address", {}, /DATABASE_WORKER_URL/],
    [
      "what stands in for the vendors",
      { DATABASE_WORKER_URL: "postgres://portal_worker:x@127.0.0.1:1/portal" },
      /SIMULATOR_URL/,
    ],
    [
      "the secret that the simulator signs with",
      {
        DATABASE_WORKER_URL: "postgres://portal_worker:x@127.0.0.1:1/portal",
        SIMULATOR_URL: "http://127.0.0.1:1/simulator",
      },
      /ELEVENLABS_WEBHOOK_SECRET/,
    ],
  ])("refuses in one sentence to start without %s", async (_, env, named) => {
    const worker = startWorker(env);
    const [said, [code]] = await Promise.all([worker.stderr && text(worker.stderr), once(worker, "exit")]);
    expect(said?.trim().split("\n")).toEqual([expect.stringMatching(named)]);
    expect(code).toBe(1);
  });
});
