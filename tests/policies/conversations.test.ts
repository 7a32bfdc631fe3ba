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
  [own, theirs] = [await arrange(world.a.company_id), await arrange(world.b.company_id)];
});
afterAll(async () => {
  await fence.end();
  await world.close();
  await database.drop();
});

async function arrange(company_id: string): Promise<string> {
  const id = uuidv7();
  await database.superuser`insert into conversations (company_id, id, type, started_at, ended_at) values (${company_id}, ${id}, 'voice', now(), now())`;
  await database.superuser`insert into messages (company_id, id, conversation_id, position, speaker, text)
    values (${company_id}, ${uuidv7()}, ${id}, 0, 'customer', 'أبحث عن فيلا في النرجس')`;
  return id;
}

const a = () => world.a.company_id;
const b = () => world.b.company_id;

describe.each(["conversations", "messages"])("%s", (table) => {
  it("of B are not seen by A, who gave no condition at all", async () => {
    for (const company of [a(), b()]) {
      const seen = await fence.inside(company, (sql) => sql`select company_id from ${sql(table)}`);
      expect(seen).toEqual([{ company_id: company }]);
    }
  });
});

describe("conversations", () => {
  it("of B cannot be changed by A", async () => {
    const look = async () => (await database.superuser`select * from conversations where id = ${theirs}`)[0];
    const before = await look();
    expect(
      await fence.inside(
        a(),
        (sql) => sql`update conversations set summary = 'seen' where id = ${theirs} returning id`,
      ),
    ).toEqual([]);
    expect(await look()).toEqual(before);
    expect(await fence.inside(a(), (sql) => sql`update conversations set summary = 'own' returning id`)).toEqual([
      { id: own },
    ]);
  });

  it("of B are not reached by a statement that reads nothing first", async () => {
    await fence.inside(a(), (sql) => sql`update conversations set next_step = 'blind'`);
    expect(await database.superuser`select id from conversations where next_step = 'blind'`).toEqual([{ id: own }]);
  });

  it("are never removed, and keep their type and maker", async () => {
    await expect(fence.inside(a(), (sql) => sql`delete from conversations`)).rejects.toMatchObject(forbidden);
    for (const column of ["company_id", "type", "created_by"]) {
      const change = fence.inside(a(), (sql) => sql`update conversations set ${sql(column)} = null where id = ${own}`);
      await expect(change, column).rejects.toMatchObject(forbidden);
    }
  });

  it("cannot be with a customer of B", async () => {
    const [mine, foreign] = [await rowsOf(database, a()).customer(), await rowsOf(database, b()).customer()];
    const tied = (customer: string) =>
      fence.inside(
        a(),
        (sql) => sql`update conversations set customer_id = ${customer} where id = ${own} returning id`,
      );
    await expect(tied(foreign)).rejects.toMatchObject(noSuchRow);
    expect(await tied(mine)).toHaveLength(1);
  });

  it("have an end exactly when they are over", async () => {
    const running = fence.inside(a(), (sql) => sql`update conversations set status = 'in_progress' where id = ${own}`);
    await expect(running).rejects.toMatchObject({ code: "23514", constraint_name: "conversations_ended_check" });
  });
});

describe("messages", () => {
  const said = (company: string, conversation: string) =>
    fence.inside(
      a(),
      (sql) => sql`insert into messages (company_id, id, conversation_id, position, speaker, text)
      values (${company}, ${uuidv7()}, ${conversation}, 1, 'agent', 'أهلًا بك') returning company_id`,
    );

  it("cannot be put into B's conversation by A, under either company's name", async () => {
    await expect(said(b(), theirs)).rejects.toMatchObject(forbidden);
    await expect(said(a(), theirs)).rejects.toMatchObject(noSuchRow);
    expect(await said(a(), own)).toEqual([{ company_id: a() }]);
    expect(await database.superuser`select from messages where conversation_id = ${theirs}`).toHaveLength(1);
  });

  it("are not rewritten once said, and those of B are not removed", async () => {
    await expect(fence.inside(a(), (sql) => sql`update messages set text = 'never said'`)).rejects.toMatchObject(
      forbidden,
    );
    expect(
      await fence.inside(a(), (sql) => sql`delete from messages where conversation_id = ${theirs} returning id`),
    ).toEqual([]);
    await fence.inside(a(), (sql) => sql`delete from messages`);
    expect(await database.superuser`select company_id from messages`).toEqual([{ company_id: b() }]);
  });
});
