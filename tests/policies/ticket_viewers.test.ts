import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { enteredOn, forbidden, noSuchRow } from "#tests/support/entered.ts";
import { figuresOf } from "#tests/support/figures.ts";
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
  own = await figuresOf(database, a()).ticket();
  theirs = await figuresOf(database, b()).ticket();
  await database.superuser`insert into ticket_viewers (company_id, id, ticket_id, user_id, last_seen_at)
    values (${b()}, ${uuidv7()}, ${theirs}, ${world.b.users.admin.id}, now())`;
});
afterAll(async () => {
  await fence.end();
  await world.close();
  await database.drop();
});

const a = () => world.a.company_id;
const b = () => world.b.company_id;
const view = (company: string, ticket: string, user: string) =>
  fence.inside(
    a(),
    (sql) => sql`insert into ticket_viewers (company_id, id, ticket_id, user_id, last_seen_at)
      values (${company}, ${uuidv7()}, ${ticket}, ${user}, now()) returning ticket_id`,
  );
const theirRows = () => database.superuser`select * from ticket_viewers where company_id = ${b()}`;

it("who looks at B's tickets is neither seen, touched nor removed by A", async () => {
  const before = await theirRows();
  expect(before).toHaveLength(1);
  expect(await fence.inside(a(), (sql) => sql`select id from ticket_viewers`)).toEqual([]);
  await fence.inside(a(), (sql) => sql`update ticket_viewers set last_seen_at = now() + interval '1 day'`);
  await fence.inside(a(), (sql) => sql`delete from ticket_viewers`);
  expect(await theirRows()).toEqual(before);
});

it("A's people cannot stand at B's ticket, nor B's people at A's, nor a row be put into B", async () => {
  const mine = world.a.users.admin.id;
  await expect(view(a(), theirs, mine)).rejects.toMatchObject(noSuchRow);
  await expect(view(a(), own, world.b.users.admin.id)).rejects.toMatchObject(noSuchRow);
  await expect(view(b(), theirs, mine)).rejects.toMatchObject(forbidden);
  expect(await view(a(), own, mine)).toEqual([{ ticket_id: own }]);
});

it("a row keeps its ticket and its person", async () => {
  for (const column of ["company_id", "ticket_id", "user_id", "created_at"]) {
    const change = fence.inside(a(), (sql) => sql`update ticket_viewers set ${sql(column)} = null`);
    await expect(change, column).rejects.toMatchObject(forbidden);
  }
});
