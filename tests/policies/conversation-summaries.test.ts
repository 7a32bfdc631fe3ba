import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { enteredOn, forbidden, noSuchRow } from "#tests/support/entered.ts";
import { makeTalk } from "#tests/support/talks.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let fence: ReturnType<typeof enteredOn>;
let mine: string;
let theirs: string;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  fence = enteredOn(database);
  [mine, theirs] = [await makeTalk(database, a()), await makeTalk(database, b())];
  await write(a(), a(), mine, 1);
  await write(b(), b(), theirs, 1);
});
afterAll(async () => {
  await fence.end();
  await world.close();
  await database.drop();
});

const a = () => world.a.company_id;
const b = () => world.b.company_id;
const write = (acting: string, company: string, conversation: string, version: number) =>
  fence.inside(
    acting,
    (
      sql,
    ) => sql`insert into conversation_summaries (company_id, id, conversation_id, version, language, summary, model, prompt_version)
      values (${company}, ${uuidv7()}, ${conversation}, ${version}, 'ar', 'ملخص', 'model', 1) returning company_id`,
  );

describe("conversation_summaries", () => {
  it("of B are not seen by A, who gave no condition at all", async () => {
    for (const company of [a(), b()]) {
      const seen = await fence.inside(company, (sql) => sql`select company_id from conversation_summaries`);
      expect(seen).toEqual([{ company_id: company }]);
    }
  });

  it("cannot be written about B's conversation by A, under either company's name", async () => {
    await expect(write(a(), b(), theirs, 2)).rejects.toMatchObject(forbidden);
    await expect(write(a(), a(), theirs, 2)).rejects.toMatchObject(noSuchRow);
    expect(await write(a(), a(), mine, 2)).toEqual([{ company_id: a() }]);
  });

  it("are never changed or removed, and a version is there once", async () => {
    const change = fence.inside(a(), (sql) => sql`update conversation_summaries set summary = 'آخر'`);
    await expect(change).rejects.toMatchObject(forbidden);
    await expect(fence.inside(a(), (sql) => sql`delete from conversation_summaries`)).rejects.toMatchObject(forbidden);
    await expect(write(a(), a(), mine, 1)).rejects.toMatchObject({ code: "23505" });
  });
});
