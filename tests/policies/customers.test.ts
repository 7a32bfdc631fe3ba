import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { enteredOn, forbidden, noSuchRow } from "#tests/support/entered.ts";
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
  own = await rowsOf(database, world.a.company_id).customer({ name: "نورة القحطاني", phone: "+966500000001" });
  theirs = await rowsOf(database, world.b.company_id).customer({ name: "نورة القحطاني", phone: "+966500000001" });
});
afterAll(async () => {
  await fence.end();
  await world.close();
  await database.drop();
});

const a = () => world.a.company_id;
const b = () => world.b.company_id;
const theirRow = async () => (await database.superuser`select * from customers where id = ${theirs}`)[0];

describe.each(["customers", "stage_changes"])("%s", (table) => {
  it("of B are not seen by A, who gave no condition at all", async () => {
    const seen = await fence.inside(a(), (sql) => sql`select company_id from ${sql(table)}`);
    expect(seen.map((row) => row.company_id)).toEqual([a()]);
    // Control: they exist, for B.
    expect(await fence.inside(b(), (sql) => sql`select company_id from ${sql(table)}`)).toHaveLength(1);
  });
});

describe("customers", () => {
  it("of B cannot be changed by A, nor removed", async () => {
    const before = await theirRow();
    const changed = await fence.inside(
      a(),
      (sql) => sql`update customers set notes = 'seen' where id = ${theirs} returning id`,
    );
    const removed = await fence.inside(a(), (sql) => sql`delete from customers where id = ${theirs} returning id`);
    expect([...changed, ...removed]).toEqual([]);
    expect(await theirRow()).toEqual(before);
    // Control: A's own can.
    expect(await fence.inside(a(), (sql) => sql`update customers set notes = 'own' returning id`)).toEqual([
      { id: own },
    ]);
  });

  it("of B are not reached by a statement that reads nothing first", async () => {
    const before = await theirRow();
    await fence.inside(a(), (sql) => sql`update customers set email = 'blind@example.com'`);
    expect(await theirRow()).toEqual(before);
    expect(await database.superuser`select id from customers where email = 'blind@example.com'`).toEqual([{ id: own }]);
  });

  it("cannot be put into B by A", async () => {
    const into = (company: string) =>
      fence.inside(
        a(),
        (sql) => sql`insert into customers (company_id, id, name, phone)
        values (${company}, ${uuidv7()}, 'سارة', '+966500000077') returning company_id`,
      );
    await expect(into(b())).rejects.toMatchObject(forbidden);
    expect(await into(a())).toEqual([{ company_id: a() }]);
  });

  it("keep their company, id and maker for ever", async () => {
    for (const column of ["company_id", "id", "created_by", "created_at"]) {
      const change = fence.inside(a(), (sql) => sql`update customers set ${sql(column)} = null where id = ${own}`);
      await expect(change, column).rejects.toMatchObject(forbidden);
    }
  });

  it("cannot be owned by a member of B's staff", async () => {
    const given = (owner: string) =>
      fence.inside(a(), (sql) => sql`update customers set owner_id = ${owner} where id = ${own} returning id`);
    await expect(given(world.b.users.admin.id)).rejects.toMatchObject(noSuchRow);
    expect(await given(world.a.users.admin.id)).toHaveLength(1);
  });

  it("of two companies may have the same number: no one can learn from it that the other has it", async () => {
    const phones = await database.superuser`select company_id from customers where phone = '+966500000001'`;
    expect(phones).toHaveLength(2);
    const again = fence.inside(
      a(),
      (sql) => sql`insert into customers (company_id, id, name, phone)
      values (${a()}, ${uuidv7()}, 'x', '+966500000001')`,
    );
    await expect(again).rejects.toMatchObject({ code: "23505", constraint_name: "customers_phone_key" });
  });
});

describe("stage_changes", () => {
  it("are history: neither changed nor removed", async () => {
    const inside = fence.inside;
    await expect(inside(a(), (sql) => sql`update stage_changes set to_stage = 'won'`)).rejects.toMatchObject(forbidden);
    await expect(inside(a(), (sql) => sql`delete from stage_changes`)).rejects.toMatchObject(forbidden);
  });

  it("are written by the row itself, whatever path moved it", async () => {
    await fence.inside(a(), (sql) => sql`update customers set stage = 'viewing' where id = ${own}`);
    const moves = await fence.inside(
      a(),
      (sql) => sql`select from_stage, to_stage, actor_kind from stage_changes where customer_id = ${own} order by id`,
    );
    expect(moves.at(-1)).toEqual({ from_stage: "lead", to_stage: "viewing", actor_kind: "system" });
  });
});
