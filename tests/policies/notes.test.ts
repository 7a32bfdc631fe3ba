import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { enteredOn, forbidden, noSuchRow } from "#tests/support/entered.ts";
import { rowsOf } from "#tests/support/rows.ts";
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
  mine = await rowsOf(database, a()).customer();
  theirs = await rowsOf(database, b()).customer();
  for (const [company, customer] of [
    [a(), mine],
    [b(), theirs],
  ] as const) {
    await database.superuser`insert into notes (company_id, id, customer_id, body) values (${company}, ${uuidv7()}, ${customer}, 'ملاحظة')`;
  }
});
afterAll(async () => {
  await fence.end();
  await world.close();
  await database.drop();
});

const a = () => world.a.company_id;
const b = () => world.b.company_id;

describe("notes", () => {
  it("of B are not seen by A, who gave no condition at all", async () => {
    for (const company of [a(), b()]) {
      expect(await fence.inside(company, (sql) => sql`select company_id from notes`)).toEqual([
        { company_id: company },
      ]);
    }
  });

  it("cannot be put on B's customer by A, under either company's name", async () => {
    const write = (company: string, customer: string) =>
      fence.inside(
        a(),
        (sql) => sql`insert into notes (company_id, id, customer_id, body)
          values (${company}, ${uuidv7()}, ${customer}, 'نص') returning company_id`,
      );
    await expect(write(b(), theirs)).rejects.toMatchObject(forbidden);
    await expect(write(a(), theirs)).rejects.toMatchObject(noSuchRow);
    expect(await write(a(), mine)).toEqual([{ company_id: a() }]);
  });

  it("are never rewritten or removed; only whose customer they are about may change", async () => {
    for (const column of ["body", "created_by", "conversation_id"]) {
      const change = fence.inside(a(), (sql) => sql`update notes set ${sql(column)} = null`);
      await expect(change, column).rejects.toMatchObject(forbidden);
    }
    await expect(fence.inside(a(), (sql) => sql`delete from notes`)).rejects.toMatchObject(forbidden);
    const other = await rowsOf(database, a()).customer();
    await fence.inside(a(), (sql) => sql`update notes set customer_id = ${other}`);
    const seen = await database.superuser`select customer_id from notes where company_id = ${b()}`;
    expect(seen).toEqual([{ customer_id: theirs }]);
  });
});
