import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { enteredOn, forbidden, noSuchRow } from "#tests/support/entered.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let fence: ReturnType<typeof enteredOn>;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  fence = enteredOn(database);
  await put(a(), a(), world.a.users.admin.id, "first");
  await put(b(), b(), world.b.users.admin.id, "first");
});
afterAll(async () => {
  await fence.end();
  await world.close();
  await database.drop();
});

const a = () => world.a.company_id;
const b = () => world.b.company_id;
const put = (acting: string, company: string, user_id: string, event_key: string) =>
  fence.inside(
    acting,
    (sql) => sql`insert into mails (company_id, id, user_id, event_key, kind)
      values (${company}, ${uuidv7()}, ${user_id}, ${event_key}, 'ticket_assigned') returning company_id`,
  );

describe("mails", () => {
  it("of B are neither seen nor marked by A, who gave no condition at all", async () => {
    for (const company of [a(), b()]) {
      expect(await fence.inside(company, (sql) => sql`select company_id from mails`)).toEqual([
        { company_id: company },
      ]);
    }
    await fence.inside(a(), (sql) => sql`update mails set sent_at = now()`);
    const sent = await database.superuser`select company_id from mails where sent_at is not null`;
    expect(sent).toEqual([{ company_id: a() }]);
  });

  it("cannot be written to B's staff by A, under either company's name; twice for one event to nobody", async () => {
    const stranger = world.b.users.admin.id;
    await expect(put(a(), b(), stranger, "second")).rejects.toMatchObject(forbidden);
    await expect(put(a(), a(), stranger, "second")).rejects.toMatchObject(noSuchRow);
    await expect(put(a(), a(), world.a.users.admin.id, "first")).rejects.toMatchObject({ code: "23505" });
    expect(await put(a(), a(), world.a.users.admin.id, "second")).toEqual([{ company_id: a() }]);
  });

  it("are never sent to another person than at first, and never removed", async () => {
    for (const column of ["user_id", "event_key", "kind", "notification_id"]) {
      const change = fence.inside(a(), (sql) => sql`update mails set ${sql(column)} = null`);
      await expect(change, column).rejects.toMatchObject(forbidden);
    }
    await expect(fence.inside(a(), (sql) => sql`delete from mails`)).rejects.toMatchObject(forbidden);
  });
});
