import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { enteredOn, forbidden, noSuchRow } from "#tests/support/entered.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let fence: ReturnType<typeof enteredOn>;

const a = () => world.a.company_id;
const b = () => world.b.company_id;
const choose = (acting: string, company: string, user_id: string) =>
  fence.inside(
    acting,
    (sql) => sql`insert into notification_preferences (company_id, id, user_id, kind, in_app, email)
    values (${company}, ${uuidv7()}, ${user_id}, 'handed_over', false, true) returning in_app`,
  );

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  fence = enteredOn(database);
  await choose(a(), a(), world.a.users.admin.id);
  await choose(b(), b(), world.b.users.admin.id);
});
afterAll(async () => {
  await fence.end();
  await world.close();
  await database.drop();
});

describe("notification preferences", () => {
  it("of B are neither seen nor changed by A, who gave no condition at all", async () => {
    for (const company of [a(), b()]) {
      const seen = await fence.inside(company, (sql) => sql`select company_id from notification_preferences`);
      expect(seen).toEqual([{ company_id: company }]);
    }
    const changed = await fence.inside(
      a(),
      (sql) => sql`update notification_preferences set in_app = true returning company_id`,
    );
    expect(changed).toEqual([{ company_id: a() }]);
    const theirs = await database.superuser`select in_app from notification_preferences where company_id = ${b()}`;
    expect(theirs).toEqual([{ in_app: false }]);
  });

  it("are not made in B or for B's staff, and once a person and kind", async () => {
    await expect(choose(a(), b(), world.b.users.agent.id)).rejects.toMatchObject(forbidden);
    await expect(choose(a(), a(), world.b.users.agent.id)).rejects.toMatchObject(noSuchRow);
    expect(await choose(a(), a(), world.a.users.agent.id)).toHaveLength(1);
    await expect(choose(a(), a(), world.a.users.agent.id)).rejects.toMatchObject({
      constraint_name: "notification_preferences_one_key",
    });
  });

  it("stay whose and of which kind they are", async () => {
    for (const column of ["user_id", "kind"]) {
      const change = fence.inside(a(), (sql) => sql`update notification_preferences set ${sql(column)} = null`);
      await expect(change, column).rejects.toMatchObject(forbidden);
    }
  });
});
