import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let customer_id: string;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database, { poolSize: 4 });
  customer_id = await rowsOf(database, world.a.company_id).customer();
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const terminate = () =>
  database.superuser`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'portal_app' and datname = current_database()`;

describe("the database cuts every connection under load", () => {
  it("requests fail as UNAVAILABLE, recover by themselves, and nothing acknowledged is lost", async () => {
    const uncaught: unknown[] = [];
    const catchIt = (error: unknown) => uncaught.push(error);
    process.on("uncaughtException", catchIt);
    const property_id = await rowsOf(database, world.a.company_id).property();
    const acknowledged: string[] = [];
    const refusals: string[] = [];
    let running = true;
    const worker = async (at: number) => {
      for (let count = 0; running; count += 1) {
        const hour = String(count % 24).padStart(2, "0");
        try {
          const booking = await world.a.caller().bookings.create({
            customer_id,
            property_id,
            starts_at: `2027-0${(at % 8) + 1}-10T${hour}:00:00Z`,
            ends_at: `2027-0${(at % 8) + 1}-10T${hour}:30:00Z`,
          });
          acknowledged.push(booking.id);
        } catch (error) {
          refusals.push(refusalOf(error).code);
        }
      }
    };
    const workers = Array.from({ length: 8 }, (_, at) => worker(at));
    for (let round = 0; round < 6; round += 1) {
      const before = acknowledged.length;
      while (acknowledged.length < before + 20) await new Promise((resolve) => setImmediate(resolve));
      await terminate();
    }
    const before = acknowledged.length;
    while (acknowledged.length < before + 20) await new Promise((resolve) => setImmediate(resolve));
    running = false;
    await Promise.all(workers);
    process.off("uncaughtException", catchIt);

    expect(uncaught).toEqual([]);
    expect(new Set(refusals)).toEqual(new Set(["SERVICE_UNAVAILABLE"]));
    const kept = await database.superuser`select id from bookings where id = any(${acknowledged})`;
    expect(kept).toHaveLength(acknowledged.length);
  });
});
