import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settleAttempt } from "#features/campaigns/attempts.ts";
import { wakeDialler } from "#features/campaigns/wake.ts";
import { systemClaims } from "#server/system-claims.ts";
import { inTenant } from "#server/tenant.ts";
import { childEnv } from "#src/env.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { diallingOf } from "#tests/support/dialling.ts";
import { startFakeVendor } from "#tests/support/fake-vendor.ts";
import { createWorld, type World } from "#tests/support/world.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
let database: TestDatabase;
let world: World;
let a: ReturnType<typeof diallingOf>;
let vendor: Awaited<ReturnType<typeof startFakeVendor>>;
const children: ChildProcess[] = [];

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  a = diallingOf(database, world.a.company_id);
  await a.anytime({ at_once: 2 });
  vendor = await startFakeVendor();
});
afterAll(async () => {
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  await vendor.stop();
  await world.close();
  await database.drop();
});

function startWorker(): ChildProcess {
  const child = spawn(process.execPath, ["tests/support/worker-process.ts"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: childEnv({ DATABASE_WORKER_URL: database.workerUrl, ELEVENLABS_BASE_URL: vendor.url, LOG_LEVEL: "error" }),
  });
  children.push(child);
  return child;
}
async function kill(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}
const until = (what: string, seen: () => Promise<boolean> | boolean) =>
  expect.poll(seen, { timeout: 30_000, interval: 5, message: what }).toBe(true);

const count = async (rows: Promise<{ n: number }[]>) => (await rows)[0]?.n ?? 0;
const open = () =>
  count(database.superuser<{ n: number }[]>`select count(*)::int as n from dial_attempts where ended_at is null`);
const named = () =>
  count(
    database.superuser<
      { n: number }[]
    >`select count(*)::int as n from dial_attempts where vendor_call_id is not null and ended_at is null`,
  );
const locked = () =>
  count(
    database.superuser<{ n: number }[]>`select count(*)::int as n from jobs._private_jobs where locked_by is not null`,
  );
const waitingForLocks = () =>
  count(database.superuser<{ n: number }[]>`
  select count(*)::int as n from pg_stat_activity where datname = current_database() and usename = 'portal_worker' and wait_event_type = 'Lock'`);

/** Kills `child` while it waits for rows that are held, so that it dies with its transaction open. */
async function killWhileWaiting(child: ChildProcess, hold: () => Promise<void>, rows: "campaigns" | "dial_attempts") {
  await hold();
  await database.superuser.begin(async (sql) => {
    if (rows === "campaigns") await sql`select from campaigns for update`;
    else await sql`select from dial_attempts for update`;
    vendor.hooks.before = undefined;
    release();
    await until("it waits for the rows", async () => (await waitingForLocks()) > 0);
    await kill(child);
  });
}
let release = () => {};
const heldBack = () => {
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  vendor.hooks.before = () => gate;
};

/** Time passes: whatever is in doubt is so by now, and what was put off is due. */
async function passTime(): Promise<void> {
  const { superuser } = database;
  await superuser`update dial_attempts set started_at = started_at - interval '31 minutes' where ended_at is null and vendor_call_id is null`;
  await superuser`update campaign_recipients set next_attempt_at = now() where next_attempt_at is not null`;
}
async function wake(campaign_id: string): Promise<void> {
  const claims = await systemClaims(world.services.pool, world.a.company_id);
  await inTenant(world.services.pool, claims, "write", (tx) => wakeDialler(tx, campaign_id));
}
/** The calls that the portal knows by name end. */
async function endCalls(campaign_id: string): Promise<void> {
  const claims = await systemClaims(world.services.pool, world.a.company_id);
  for (const { vendor_call_id, ended_at } of await a.attempts(campaign_id)) {
    if (vendor_call_id === null || ended_at !== null) continue;
    const ended = new Date().toISOString();
    await inTenant(world.services.pool, claims, "write", (tx) =>
      settleAttempt(tx, { vendor_call_id, conversation_id: null, result: "answered", ended_at: ended }),
    );
  }
}

describe("a worker process that is killed", () => {
  it("at any step of a dial never dials a try twice, and what it left is taken over within seconds", async () => {
    const campaign_id = await a.running({ phones: await a.customers(10), failure_limit_percent: 100 });
    const kills: [name: string, die: (child: ChildProcess) => Promise<void>][] = [
      [
        "as it takes the job",
        async (child) => until("a job is taken", async () => (await locked()) > 0).then(() => kill(child)),
      ],
      ["before its decision is committed", (child) => killWhileWaiting(child, async () => {}, "campaigns")],
      [
        "as the try is written down",
        async (child) => until("a try is there", async () => (await open()) > 0).then(() => kill(child)),
      ],
      [
        "while the phone rings, before the vendor answers",
        async (child) => {
          const before = vendor.dialled.length;
          heldBack();
          await until("the vendor is asked", () => vendor.dialled.length > before);
          await kill(child);
        },
      ],
      [
        "as the vendor has answered",
        async (child) => {
          const answered = new Promise<void>((resolve) => {
            vendor.hooks.after = resolve;
          });
          await answered;
          await kill(child);
        },
      ],
      [
        "before the vendor's answer is committed",
        async (child) => {
          const before = vendor.dialled.length;
          await killWhileWaiting(
            child,
            () => until("the vendor is asked", () => vendor.dialled.length > before),
            "dial_attempts",
          );
        },
      ],
      [
        "as the call is known by its name",
        async (child) => until("it is known", async () => (await named()) > 0).then(() => kill(child)),
      ],
    ];
    for (const [name, die] of kills) {
      vendor.hooks.before = undefined;
      vendor.hooks.after = undefined;
      if (name.startsWith("before the vendor's")) heldBack();
      await wake(campaign_id);
      const child = startWorker();
      await die(child);
      expect(child.signalCode, name).toBe("SIGKILL");
      expect((await a.status(campaign_id))?.status, name).toBe("running");
      await endCalls(campaign_id);
      await passTime();
      release();
    }
    vendor.hooks.before = undefined;
    vendor.hooks.after = undefined;

    const last = startWorker();
    await expect
      .poll(
        async () => {
          await endCalls(campaign_id);
          await passTime();
          if ((await a.status(campaign_id))?.status === "running") await wake(campaign_id);
          return (await a.status(campaign_id))?.status;
        },
        { timeout: 60_000, interval: 200 },
      )
      .toBe("completed");
    last.kill("SIGTERM");
    await once(last, "exit");
    expect(last.exitCode).toBe(0);

    const tries = await a.attempts(campaign_id);
    const rung = vendor.dialled.map(({ attempt_id }) => attempt_id);
    expect(new Set(rung).size).toBe(rung.length);
    expect(rung.every((id) => tries.some((one) => one.id === id))).toBe(true);
    expect(new Set(tries.map(({ recipient_id, attempt }) => `${recipient_id}:${attempt}`)).size).toBe(tries.length);
    expect((await a.recipients(campaign_id)).every(({ attempts }) => attempts >= 1 && attempts <= 3)).toBe(true);
    console.info(
      `${kills.length} kills, ${tries.length} tries, ${rung.length} dials, ${tries.filter(({ reason }) => reason === "in_doubt").length} in doubt`,
    );
  }, 240_000);

  it("leaves jobs that another process takes within seconds, not hours", async () => {
    const campaign_id = await a.running({ phones: await a.customers(1) });
    const first = startWorker();
    await database.superuser.begin(async (sql) => {
      await sql`select from campaigns for update`;
      await wake(campaign_id);
      await until("the job is at work", async () => (await waitingForLocks()) > 0);
      await kill(first);
    });
    expect(await locked()).toBe(1);
    const killed_at = Date.now();
    const second = startWorker();
    await until("the call is placed", async () => (await named()) > 0);
    expect(Date.now() - killed_at).toBeLessThan(60_000);
    second.kill("SIGTERM");
    await once(second, "exit");
  }, 120_000);
});
