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
const save = (acting: string, company: string, version: number, created_by: string) =>
  fence.inside(
    acting,
    (
      sql,
    ) => sql`insert into agents (company_id, id, kind, version, name, name_en, gender, language, greeting, prompt, created_by)
    values (${company}, ${uuidv7()}, 'voice', ${version}, 'نورة', 'Noura', 'female', 'ar', 'السلام عليكم', 'كوني موجزة', ${created_by}) returning version`,
  );

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  fence = enteredOn(database);
  await save(a(), a(), 1, world.a.users.admin.id);
  await save(b(), b(), 1, world.b.users.admin.id);
});
afterAll(async () => {
  await fence.end();
  await world.close();
  await database.drop();
});

describe("agents", () => {
  it("of B are not seen by A, who gave no condition at all", async () => {
    for (const company of [a(), b()]) {
      expect(await fence.inside(company, (sql) => sql`select company_id from agents`)).toEqual([
        { company_id: company },
      ]);
    }
  });

  it("are not saved into B, nor in the name of B's staff", async () => {
    await expect(save(a(), b(), 2, world.b.users.admin.id)).rejects.toMatchObject(forbidden);
    await expect(save(a(), a(), 2, world.b.users.admin.id)).rejects.toMatchObject(noSuchRow);
    expect(await save(a(), a(), 2, world.a.users.admin.id)).toEqual([{ version: 2 }]);
  });

  it("are never rewritten or removed: a conversation says by which version it was held", async () => {
    await expect(fence.inside(a(), (sql) => sql`update agents set prompt = 'x'`)).rejects.toMatchObject(forbidden);
    await expect(fence.inside(a(), (sql) => sql`delete from agents`)).rejects.toMatchObject(forbidden);
    await expect(save(a(), a(), 2, world.a.users.admin.id)).rejects.toMatchObject({
      constraint_name: "agents_version_key",
    });
  });
});
