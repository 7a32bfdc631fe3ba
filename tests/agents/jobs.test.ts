import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settleAttempt } from "#features/campaigns/attempts.ts";
import { startJobs } from "#jobs/runner.ts";
import { enqueue } from "#server/jobs.ts";
import { systemClaims } from "#server/system-claims.ts";
import { inTenant, type Tx } from "#server/tenant.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { diallingOf, scriptedAgents } from "#tests/support/dialling.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let a: ReturnType<typeof diallingOf>;
const lines: Record<string, unknown>[] = [];
const log = pino({ base: null }, { write: (line) => void lines.push(JSON.parse(line)) });

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  a = diallingOf(database, world.a.company_id);
  await a.anytime({ at_once: 4 });
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

async function asSystem<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTenant(world.services.pool, await systemClaims(world.services.pool, world.a.company_id), "write", work);
}
const start = (scripted = scriptedAgents(), of?: Parameters<typeof startJobs>[0]["of"]) =>
  startJobs({ workerUrl: database.workerUrl, ...scripted, log, ...(of && { of }) });

describe("two processes of background jobs", () => {
  it("dial each recipient of a campaign once, and never more at once than the company may", async () => {
    const campaign_id = await a.running({ phones: await a.customers(24) });
    const inFlight = new Set<string>();
    let most = 0;
    const scripted = scriptedAgents((call, count) => {
      inFlight.add(String(call.variables.attempt_id));
      most = Math.max(most, inFlight.size);
      return `two_${count}`;
    });
    const workers = await Promise.all([start(scripted), start(scripted)]);
    await asSystem((tx) => enqueue(tx, "dial_campaign", { campaign_id }, { run_key: campaign_id }));
    await expect
      .poll(
        async () => {
          for (const { id, vendor_call_id, ended_at } of await a.attempts(campaign_id)) {
            if (ended_at !== null || vendor_call_id === null) continue;
            inFlight.delete(id);
            const ended = { conversation_id: null, result: "answered" as const, ended_at: new Date().toISOString() };
            await asSystem((tx) => settleAttempt(tx, { vendor_call_id, ...ended }));
          }
          return (await a.status(campaign_id))?.status;
        },
        { timeout: 50_000, interval: 20 },
      )
      .toBe("completed");
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(scripted.calls).toHaveLength(24);
    expect(new Set(scripted.calls.map(({ to }) => to)).size).toBe(24);
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(4);
  });
});

describe("a scheduled campaign", () => {
  it("is started at its time by a job, once; at another time than the job's, or taken back, it is left alone", async () => {
    await a.customers(2);
    const campaigns = world.a.caller("sales_manager").campaigns;
    const soon = () => new Date(Date.now() + 1_500).toISOString();
    const [due, moved, back] = await Promise.all(
      ["في وقتها", "أُجّلت", "مسودة"].map((name) => campaigns.create({ name, type: "chat", scheduled_at: soon() })),
    );
    await campaigns.schedule({ id: moved?.id ?? "", scheduled_at: "2198-01-01T10:00:00Z" });
    await campaigns.setStatus({ id: back?.id ?? "", status: "draft" });
    const worker = await start();
    await expect.poll(async () => (await a.status(due?.id ?? ""))?.status, { timeout: 30_000 }).toBe("completed");
    // The job of the one taken back ran as well.
    await expect.poll(async () => (await a.jobs("start_campaign")).length, { timeout: 10_000 }).toBe(1);
    await worker.stop();
    expect((await a.status(moved?.id ?? ""))?.status).toBe("scheduled");
    expect((await a.status(back?.id ?? ""))?.status).toBe("draft");
    expect(await a.recipients(back?.id ?? "")).toEqual([]);
  });

  it("whose audience nobody is in at its time becomes a draft again", async () => {
    const { id } = await world.a.caller("sales_manager").campaigns.create({
      ...{ name: "لا أحد", type: "voice", audience: { stages: ["won"] } },
      scheduled_at: new Date(Date.now() + 500).toISOString(),
    });
    const worker = await start();
    await expect.poll(async () => (await a.status(id))?.status, { timeout: 30_000 }).toBe("draft");
    await worker.stop();
  });
});

describe("a job", () => {
  const failed = (job: string) => lines.filter((line) => line.msg === "job failed" && line.job === job);

  it("that nothing is done for, and one with a payload of another shape, fail and say so, without what they carried", async () => {
    const mail_id = "01890000-0000-7000-8000-00000000feed";
    await asSystem((tx) => enqueue(tx, "send_mail", { mail_id }));
    const add = (name: string, payload: object) =>
      database.superuser`select jobs.add_job(${name}, ${JSON.stringify(payload)}::text::json)`;
    await add("dial_campaign", { company_id: world.a.company_id, campaign_id: "+966500000009" });
    await add("poll_call", { company_id: "none" });
    const worker = await start(scriptedAgents(), {});
    await expect.poll(() => failed("send_mail").length, { timeout: 30_000 }).toBeGreaterThan(0);
    await worker.stop();
    const again = await start();
    await expect.poll(() => failed("dial_campaign").length, { timeout: 30_000 }).toBeGreaterThan(0);
    await again.stop();
    expect(JSON.stringify(lines)).not.toContain(mail_id);
    expect(JSON.stringify(lines)).not.toContain("+966500000009");
    const kept = await database.superuser`select last_error from jobs._private_jobs where last_error is not null`;
    expect(kept.length).toBeGreaterThan(1);
    expect(JSON.stringify(kept)).not.toContain("+966500000009");
  });

  it("at work is finished before the process stops", async () => {
    let began = () => {};
    let finish = () => {};
    const atWork = new Promise<void>((resolve) => {
      began = resolve;
    });
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const worker = await start(scriptedAgents(), {
      fetch_recording: async () => {
        began();
        await gate;
      },
    });
    await asSystem((tx) =>
      enqueue(tx, "fetch_recording", { conversation_id: "01890000-0000-7000-8000-00000000feed", tries: 0 }),
    );
    await atWork;
    let hasStopped = false;
    const stopping = worker.stop().then(() => {
      hasStopped = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(hasStopped).toBe(false);
    // Neither before the database has noted that the job is done: it would be done again.
    await database.superuser.begin(async (sql) => {
      await sql`select from jobs._private_jobs for update`;
      finish();
      const waits = () => database.superuser`select from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`;
      await expect.poll(waits).toHaveLength(1);
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(hasStopped).toBe(false);
    });
    await stopping;
    expect(await a.jobs("fetch_recording")).toEqual([]);
  });
});
