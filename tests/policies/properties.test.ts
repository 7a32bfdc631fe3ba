import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { enteredOn, forbidden } from "#tests/support/entered.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let fence: ReturnType<typeof enteredOn>;
let own: string;
let theirs: string;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  fence = enteredOn(database);
  own = await rowsOf(database, world.a.company_id).property();
  theirs = await rowsOf(database, world.b.company_id).property();
});
afterAll(async () => {
  await fence.end();
  await world.close();
  await database.drop();
});

const a = () => world.a.company_id;
const b = () => world.b.company_id;

describe("properties", () => {
  it("of B are not seen by A, who gave no condition at all", async () => {
    expect(await fence.inside(a(), (sql) => sql`select id from properties`)).toEqual([{ id: own }]);
    expect(await fence.inside(b(), (sql) => sql`select id from properties`)).toEqual([{ id: theirs }]);
  });

  it("of B cannot be changed by A, nor removed", async () => {
    const look = async () => (await database.superuser`select * from properties where id = ${theirs}`)[0];
    const before = await look();
    const changed = await fence.inside(
      a(),
      (sql) => sql`update properties set price_minor = 1 where id = ${theirs} returning id`,
    );
    const removed = await fence.inside(a(), (sql) => sql`delete from properties where id = ${theirs} returning id`);
    expect([...changed, ...removed]).toEqual([]);
    expect(await look()).toEqual(before);
    expect(await fence.inside(a(), (sql) => sql`update properties set price_minor = 5 returning id`)).toEqual([
      { id: own },
    ]);
  });

  it("cannot be put into B by A, nor moved there", async () => {
    const into = (company: string) =>
      fence.inside(
        a(),
        (
          sql,
        ) => sql`insert into properties (company_id, id, reference, title, kind, price_minor, currency, city, district)
        values (${company}, ${uuidv7()}, 'N-1', 'فيلا', 'villa', 1, 'SAR', 'الرياض', 'الملقا') returning company_id`,
      );
    await expect(into(b())).rejects.toMatchObject(forbidden);
    expect(await into(a())).toEqual([{ company_id: a() }]);
    const moved = fence.inside(a(), (sql) => sql`update properties set company_id = ${b()} where id = ${own}`);
    await expect(moved).rejects.toMatchObject(forbidden);
  });

  it("cost nothing or more", async () => {
    const priced = (minor: number) =>
      fence.inside(a(), (sql) => sql`update properties set price_minor = ${minor} where id = ${own} returning id`);
    await expect(priced(-1)).rejects.toMatchObject({ code: "23514" });
    expect(await priced(0)).toHaveLength(1);
  });

  it("of B are not reached by a statement that reads nothing first", async () => {
    const look = async () => (await database.superuser`select * from properties where id = ${theirs}`)[0];
    const before = await look();
    await fence.inside(a(), (sql) => sql`update properties set description = 'blind'`);
    expect(await look()).toEqual(before);
    const reached = await database.superuser`select distinct company_id from properties where description = 'blind'`;
    expect(reached).toEqual([{ company_id: a() }]);
    await fence.inside(b(), (sql) => sql`delete from properties`);
    expect(await database.superuser`select distinct company_id from properties`).toEqual([{ company_id: a() }]);
  });
});
