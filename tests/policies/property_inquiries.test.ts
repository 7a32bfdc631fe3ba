import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { enteredOn, forbidden, noSuchRow } from "#tests/support/entered.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { type Company, createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let fence: ReturnType<typeof enteredOn>;
let own: Awaited<ReturnType<typeof arrange>>;
let theirs: Awaited<ReturnType<typeof arrange>>;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  fence = enteredOn(database);
  own = await arrange(world.a);
  theirs = await arrange(world.b);
});
afterAll(async () => {
  await fence.end();
  await world.close();
  await database.drop();
});

const a = () => world.a.company_id;
const b = () => world.b.company_id;

async function arrange({ company_id }: Company) {
  const rows = rowsOf(database, company_id);
  const ids = { id: uuidv7(), property: await rows.property(), customer: await rows.customer() };
  await database.superuser`insert into property_inquiries (company_id, id, property_id, customer_id, source)
    values (${company_id}, ${ids.id}, ${ids.property}, ${ids.customer}, 'staff')`;
  return ids;
}

describe("property_inquiries", () => {
  it("of B are not seen by A, who gave no condition at all", async () => {
    expect(await fence.inside(a(), (sql) => sql`select id from property_inquiries`)).toEqual([{ id: own.id }]);
    expect(await fence.inside(b(), (sql) => sql`select id from property_inquiries`)).toEqual([{ id: theirs.id }]);
  });

  it("cannot be put into B by A, nor join A's listing to B's customer", async () => {
    const into = (company: string, property: string, customer: string) =>
      fence.inside(
        a(),
        (sql) => sql`insert into property_inquiries (company_id, id, property_id, customer_id, source)
          values (${company}, ${uuidv7()}, ${property}, ${customer}, 'staff') returning company_id`,
      );
    await expect(into(b(), theirs.property, theirs.customer)).rejects.toMatchObject(forbidden);
    await expect(into(a(), own.property, theirs.customer)).rejects.toMatchObject(noSuchRow);
    await expect(into(a(), theirs.property, own.customer)).rejects.toMatchObject(noSuchRow);
    expect(await into(a(), own.property, own.customer)).toEqual([{ company_id: a() }]);
  });

  it("move to the customer who stays after a merge, and else stay as they were written", async () => {
    const stays = await rowsOf(database, a()).customer();
    const moved = await fence.inside(
      a(),
      (sql) => sql`update property_inquiries set customer_id = ${stays} returning company_id`,
    );
    expect(new Set(moved.map(({ company_id }) => company_id))).toEqual(new Set([a()]));
    for (const column of ["company_id", "id", "property_id", "conversation_id", "source", "created_at"]) {
      const change = fence.inside(a(), (sql) => sql`update property_inquiries set ${sql(column)} = null`);
      await expect(change, column).rejects.toMatchObject(forbidden);
    }
    await expect(fence.inside(a(), (sql) => sql`delete from property_inquiries`)).rejects.toMatchObject(forbidden);
    const [kept] = await database.superuser`select customer_id from property_inquiries where id = ${theirs.id}`;
    expect(kept).toEqual({ customer_id: theirs.customer });
  });
});
