import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { enteredOn, forbidden, noSuchRow } from "#tests/support/entered.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let fence: ReturnType<typeof enteredOn>;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  fence = enteredOn(database);
  await tell(a(), a(), world.a.users.admin.id, "first");
  await tell(b(), b(), world.b.users.admin.id, "first");
});
afterAll(async () => {
  await fence.end();
  await world.close();
  await database.drop();
});

const a = () => world.a.company_id;
const b = () => world.b.company_id;

const tell = (acting: string, company: string, user_id: string, event_key: string) =>
  fence.inside(
    acting,
    (sql) => sql`insert into notifications (company_id, id, user_id, kind, event_key, subject_table, subject_id)
    values (${company}, ${uuidv7()}, ${user_id}, 'ticket_assigned', ${event_key}, 'tickets', ${uuidv7()}) returning event_key`,
  );

describe("notifications", () => {
  it("of B are not seen by A, who gave no condition at all", async () => {
    expect(await fence.inside(a(), (sql) => sql`select company_id from notifications`)).toEqual([{ company_id: a() }]);
    expect(await fence.inside(b(), (sql) => sql`select company_id from notifications`)).toEqual([{ company_id: b() }]);
  });

  it("of B cannot be marked read by A", async () => {
    const mark = (company: string) =>
      fence.inside(
        a(),
        (sql) => sql`update notifications set read_at = now() where company_id = ${company} returning company_id`,
      );
    expect(await mark(b())).toEqual([]);
    expect(await database.superuser`select read_at from notifications where company_id = ${b()}`).toEqual([
      { read_at: null },
    ]);
    expect(await mark(a())).toEqual([{ company_id: a() }]);
  });

  it("cannot be sent into B, nor to B's staff in A's name", async () => {
    await expect(tell(a(), b(), world.b.users.admin.id, "into")).rejects.toMatchObject(forbidden);
    await expect(tell(a(), a(), world.b.users.admin.id, "across")).rejects.toMatchObject(noSuchRow);
    expect(await tell(a(), a(), world.a.users.agent.id, "own")).toEqual([{ event_key: "own" }]);
  });

  it("tell a person once of one event", async () => {
    await tell(a(), a(), world.a.users.agent.id, "once");
    await expect(tell(a(), a(), world.a.users.agent.id, "once")).rejects.toMatchObject({
      constraint_name: "notifications_event_key",
    });
    expect(await tell(a(), a(), world.a.users.admin.id, "once")).toHaveLength(1);
  });

  it("are neither rewritten nor removed: only being read is noted", async () => {
    for (const column of ["user_id", "kind", "event_key", "subject_table", "subject_id", "params", "company_id"]) {
      await expect(
        fence.inside(a(), (sql) => sql`update notifications set ${sql(column)} = null`),
        column,
      ).rejects.toMatchObject(forbidden);
    }
    await expect(fence.inside(a(), (sql) => sql`delete from notifications`)).rejects.toMatchObject(forbidden);
  });
});
