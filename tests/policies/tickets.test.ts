import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { enteredOn, forbidden, noSuchRow } from "#tests/support/entered.ts";
import { figuresOf } from "#tests/support/figures.ts";
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
  own = await figuresOf(database, world.a.company_id).ticket();
  theirs = await figuresOf(database, world.b.company_id).ticket();
  for (const [company, ticket] of [[a(), own] as const, [b(), theirs] as const]) {
    await database.superuser`insert into ticket_events (company_id, id, ticket_id, kind, actor_kind)
      values (${company}, ${uuidv7()}, ${ticket}, 'created', 'staff')`;
  }
});
afterAll(async () => {
  await fence.end();
  await world.close();
  await database.drop();
});

const a = () => world.a.company_id;
const b = () => world.b.company_id;
const theirRow = async () => (await database.superuser`select * from tickets where id = ${theirs}`)[0];

describe.each(["tickets", "ticket_events"])("%s", (table) => {
  it("of B are not seen by A, who gave no condition at all", async () => {
    const seen = await fence.inside(a(), (sql) => sql`select company_id from ${sql(table)}`);
    expect(seen).toEqual([{ company_id: a() }]);
    // Control: they exist, for B.
    expect(await fence.inside(b(), (sql) => sql`select company_id from ${sql(table)}`)).toEqual([{ company_id: b() }]);
  });

  it("cannot be removed by anybody", async () => {
    await expect(fence.inside(a(), (sql) => sql`delete from ${sql(table)}`)).rejects.toMatchObject(forbidden);
  });
});

describe("tickets", () => {
  it("of B cannot be changed by A", async () => {
    const before = await theirRow();
    const changed = await fence.inside(
      a(),
      (sql) => sql`update tickets set subject = 'seen' where id = ${theirs} returning id`,
    );
    expect(changed).toEqual([]);
    expect(await theirRow()).toEqual(before);
    // Control: A's own can.
    expect(await fence.inside(a(), (sql) => sql`update tickets set subject = 'own' returning id`)).toEqual([
      { id: own },
    ]);
  });

  it("cannot be put into B by A", async () => {
    const into = (company: string) =>
      fence.inside(
        a(),
        (sql) => sql`insert into tickets (company_id, id, number, subject, category)
        values (${company}, ${uuidv7()}, 1, 'x', 'other') returning company_id`,
      );
    await expect(into(b())).rejects.toMatchObject(forbidden);
    expect(await into(a())).toEqual([{ company_id: a() }]);
  });

  it("keep their company, id, number, maker and source for ever", async () => {
    for (const column of ["company_id", "id", "number", "created_by", "source", "created_at"]) {
      const change = fence.inside(a(), (sql) => sql`update tickets set ${sql(column)} = null where id = ${own}`);
      await expect(change, column).rejects.toMatchObject(forbidden);
    }
  });

  it("cannot be tied to B's people, customers or conversations", async () => {
    const foreign = {
      assignee_id: world.b.users.admin.id,
      customer_id: await rowsOf(database, b()).customer(),
      conversation_id: await figuresOf(database, b()).conversation({ started_at: "2026-11-22T10:00:00Z" }),
    };
    const tie = (column: string, id: string) =>
      fence.inside(a(), (sql) => sql`update tickets set ${sql(column)} = ${id} where id = ${own} returning id`);
    for (const [column, id] of Object.entries(foreign)) {
      await expect(tie(column, id), column).rejects.toMatchObject(noSuchRow);
    }
    expect(await tie("assignee_id", world.a.users.admin.id)).toHaveLength(1);
  });

  it("of B are not found by the search door", async () => {
    await database.superuser`update tickets set subject = 'كلمة لا تتكرر' where id = ${theirs}`;
    const search = (company: string) =>
      fence.inside(company, (sql) => sql`select id from app.search_tickets('كلمهلاتتكرر', 50)`);
    expect(await search(a())).toEqual([]);
    expect(await search(b())).toEqual([{ id: theirs }]);
  });
});

describe("ticket_events", () => {
  it("cannot tell of B's ticket, and are never rewritten", async () => {
    const write = (ticket: string) =>
      fence.inside(
        a(),
        (sql) => sql`insert into ticket_events (company_id, id, ticket_id, kind, actor_kind)
        values (${a()}, ${uuidv7()}, ${ticket}, 'commented', 'staff') returning kind`,
      );
    await expect(write(theirs)).rejects.toMatchObject(noSuchRow);
    expect(await write(own)).toEqual([{ kind: "commented" }]);
    await expect(fence.inside(a(), (sql) => sql`update ticket_events set body = 'x'`)).rejects.toMatchObject(forbidden);
  });
});
