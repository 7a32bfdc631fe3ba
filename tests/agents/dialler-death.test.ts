import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settleAttempt } from "#features/campaigns/attempts.ts";
import { dialNow } from "#features/campaigns/jobs.ts";
import { systemClaims } from "#server/system-claims.ts";
import { inTenant } from "#server/tenant.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { diallingOf, scriptedAgents } from "#tests/support/dialling.ts";
import { Death, DyingPool } from "#tests/support/dying.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let a: ReturnType<typeof diallingOf>;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  a = diallingOf(database, world.a.company_id);
  await a.anytime();
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const minute_ms = 60_000;

/** Dials a campaign of two with a process that dies at its n-th step, then lets a healthy one and time finish it. */
async function dieAt(n: number) {
  const { pool } = world.services;
  const claims = await systemClaims(pool, world.a.company_id);
  const campaign_id = await a.running({ phones: await a.customers(2) });
  const death = new Death(n);
  const scripted = scriptedAgents((_, count) => {
    death.step();
    return `death_${n}_${count}`;
  });
  const dying = new DyingPool(database.appUrl, death);
  const { voice } = scripted.agents;
  const doomed = {
    ...scripted.agents,
    voice: {
      ...voice,
      placeCall: async (call: Parameters<typeof voice.placeCall>[0]) => {
        death.step();
        return voice.placeCall(call);
      },
    },
  };
  await dialNow({ pool: dying, claims, ...scripted, agents: doomed }, campaign_id).catch(() => {});
  const { hasCome } = death;
  await dying.end();

  const healthy = scriptedAgents((_, count) => `healthy_${n}_${count}`);
  let at = Date.now();
  for (let round = 0; round < 8 && (await a.status(campaign_id))?.status === "running"; round += 1) {
    await dialNow({ pool, claims, ...healthy }, campaign_id, new Date(at));
    for (const { vendor_call_id, ended_at } of await a.attempts(campaign_id)) {
      if (vendor_call_id === null || ended_at !== null) continue;
      await inTenant(pool, claims, "write", (tx) =>
        settleAttempt(tx, {
          vendor_call_id,
          conversation_id: null,
          result: "answered",
          ended_at: new Date(at).toISOString(),
        }),
      );
    }
    at += 61 * minute_ms;
  }
  const dialled = [...scripted.calls, ...healthy.calls].map(({ variables }) => String(variables.attempt_id));
  return { campaign_id, hasCome, dialled };
}

describe("a dialler that dies", () => {
  it("between any two statements, before or after the dial, never dials a try twice, and the campaign still ends", async () => {
    let n = 1;
    let withDoubt = 0;
    for (; ; n += 1) {
      const { campaign_id, hasCome, dialled } = await dieAt(n);
      expect(new Set(dialled).size, `dials after a death at step ${n}`).toBe(dialled.length);
      const tries = await a.attempts(campaign_id);
      expect(new Set(tries.map(({ recipient_id, attempt }) => `${recipient_id}:${attempt}`)).size).toBe(tries.length);
      expect(await a.status(campaign_id), `after a death at step ${n}`).toMatchObject({ status: "completed" });
      expect((await a.recipients(campaign_id)).map(({ status }) => status)).toEqual(["answered", "answered"]);
      if (tries.some(({ reason }) => reason === "in_doubt")) withDoubt += 1;
      if (!hasCome) break;
    }
    // It did die at every step from the first statement to the last, and some deaths left a dial in doubt.
    expect(n).toBeGreaterThan(30);
    expect(withDoubt).toBeGreaterThan(5);
    console.info(`${n - 1} deaths, ${withDoubt} of them left a dial in doubt`);
  }, 180_000);
});
