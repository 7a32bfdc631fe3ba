import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { describe, expect, it } from "vitest";
import { applyDatabase } from "#deploy/apply-database.ts";
import { ensureDatabase } from "#embedded/database.ts";
import { startEmbedded } from "#embedded/start.ts";
import { createDatabase } from "#tests/support/database.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

/** Eight clients create bookings while `cut` takes the database away again and again. Answers what was acknowledged, what was
 *  refused and what reached the process as an uncaught exception. */
async function underLoad(
  world: World,
  ids: { customer_id: string; property_id: string },
  rounds: number,
  cut: () => Promise<unknown>,
) {
  const uncaught: unknown[] = [];
  const catchIt = (error: unknown) => uncaught.push(error);
  process.on("uncaughtException", catchIt);
  const acknowledged: string[] = [];
  const refusals = new Set<string>();
  let running = true;
  const client = async (at: number) => {
    for (let count = 0; running; count += 1) {
      const day = `2027-0${at + 1}-10T${String(count % 24).padStart(2, "0")}`;
      try {
        const times = { starts_at: `${day}:00:00Z`, ends_at: `${day}:30:00Z` };
        acknowledged.push((await world.a.caller().bookings.create({ ...ids, ...times })).id);
      } catch (error) {
        refusals.add(refusalOf(error).code);
      }
    }
  };
  const clients = Array.from({ length: 8 }, (_, at) => client(at));
  const twentyMore = async () => {
    const before = acknowledged.length;
    while (acknowledged.length < before + 20) await new Promise((resolve) => setImmediate(resolve));
  };
  for (let round = 0; round < rounds; round += 1) {
    await twentyMore();
    await cut();
  }
  await twentyMore();
  running = false;
  await Promise.all(clients);
  process.off("uncaughtException", catchIt);
  return { acknowledged, refusals, uncaught };
}

describe("the database goes away under load", () => {
  it("every connection terminated, six times: requests fail as UNAVAILABLE, recover by themselves, and nothing acknowledged is lost", async () => {
    const database = await createDatabase();
    const world = await createWorld(database, { poolSize: 4 });
    const rows = rowsOf(database, world.a.company_id);
    const ids = { customer_id: await rows.customer(), property_id: await rows.property() };
    const { acknowledged, refusals, uncaught } = await underLoad(
      world,
      ids,
      6,
      () =>
        database.superuser`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'portal_app' and datname = current_database()`,
    );
    expect(uncaught).toEqual([]);
    expect(refusals).toEqual(new Set(["SERVICE_UNAVAILABLE"]));
    expect(await database.superuser`select id from bookings where id = any(${acknowledged})`).toHaveLength(
      acknowledged.length,
    );
    await world.close();
    await database.drop();
  });

  it("the server killed with -9, twice: the process lives, serves again by itself, and nothing acknowledged is lost", async () => {
    const dataDir = await mkdtemp(path.join(tmpdir(), "portal-killed-"));
    const server = await startEmbedded({ dataDir });
    await ensureDatabase(server.superuserUrl("postgres"), "portal");
    const [superuserUrl, appUrl] = [server.superuserUrl("portal"), server.url("portal_app", "portal")];
    await applyDatabase({ ownerUrl: superuserUrl, loginUrls: [appUrl], log: () => undefined });
    const superuser = postgres(superuserUrl, { max: 2, onnotice: () => undefined });
    const database = { superuser, appUrl };
    const world = await createWorld(database, { poolSize: 4 });
    const rows = rowsOf(database, world.a.company_id);
    const ids = { customer_id: await rows.customer(), property_id: await rows.property() };
    const { acknowledged, refusals, uncaught } = await underLoad(world, ids, 2, async () =>
      process.kill(server.pid, "SIGKILL"),
    );
    expect(uncaught).toEqual([]);
    expect(refusals).toEqual(new Set(["SERVICE_UNAVAILABLE"]));
    expect(await superuser`select id from bookings where id = any(${acknowledged})`).toHaveLength(acknowledged.length);
    await world.close();
    await superuser.end({ timeout: 1 });
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }, 90_000);
});
