import { afterAll, beforeAll, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { figuresOf } from "#tests/support/figures.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const tickets = (role: "admin" | "support_manager") => world.a.caller(role).tickets;
const makeTicket = () => figuresOf(database, world.a.company_id).ticket();
const trail = async () =>
  (await database.superuser`select op from audit_log where table_name = 'ticket_viewers' order by seq`).map(
    ({ op }) => op,
  );
const namesOf = ({ viewers }: { viewers: { name: string }[] }) => viewers.map(({ name }) => name);

it("who opens a ticket is seen by the others and not by himself, until he leaves it", async () => {
  const id = await makeTicket();
  expect(namesOf(await tickets("admin").enter({ id }))).toEqual([]);
  expect(namesOf(await tickets("support_manager").enter({ id }))).toEqual(["admin of alpha"]);
  expect(namesOf(await tickets("admin").viewers({ id }))).toEqual(["support_manager of alpha"]);
  expect(namesOf(await tickets("admin").viewers({ id: await makeTicket() }))).toEqual([]);
  await tickets("support_manager").leave({ id });
  await tickets("support_manager").leave({ id });
  expect(namesOf(await tickets("admin").viewers({ id }))).toEqual([]);
});

it("coming and going is news to the others, still being there is not", async () => {
  await database.superuser`delete from ticket_viewers`;
  const id = await makeTicket();
  const before = (await trail()).length;
  await tickets("admin").enter({ id });
  await tickets("admin").enter({ id });
  await tickets("admin").leave({ id });
  expect((await trail()).slice(before)).toEqual(["insert", "delete"]);
});

it("who fell silent counts no longer, is cleared away by the next to come, and comes back as news", async () => {
  const id = await makeTicket();
  await tickets("admin").enter({ id });
  await database.superuser`update ticket_viewers set last_seen_at = now() - interval '61 seconds' where ticket_id = ${id}`;
  expect(namesOf(await tickets("support_manager").viewers({ id }))).toEqual([]);
  await tickets("support_manager").enter({ id });
  expect(await database.superuser`select user_id from ticket_viewers where ticket_id = ${id}`).toEqual([
    { user_id: world.a.users.support_manager.id },
  ]);
  const before = (await trail()).length;
  await tickets("admin").enter({ id });
  expect((await trail()).slice(before)).toEqual(["insert"]);
  expect(namesOf(await tickets("support_manager").viewers({ id }))).toEqual(["admin of alpha"]);
});
