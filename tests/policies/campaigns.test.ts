import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { enteredOn, forbidden, noSuchRow } from "#tests/support/entered.ts";
import { figuresOf } from "#tests/support/figures.ts";
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
  const figures = figuresOf(database, company_id);
  const campaign_id = await figures.campaign({ status: "running" });
  const recipient_id = await figures.recipient({ campaign_id, phone: "+966500000001" });
  await database.superuser`insert into dial_attempts (company_id, id, recipient_id, attempt, started_at)
    values (${company_id}, ${uuidv7()}, ${recipient_id}, 1, now())`;
  await database.superuser`insert into do_not_call (company_id, id, phone) values (${company_id}, ${uuidv7()}, '+966500000009')`;
  return { campaign_id, recipient_id };
}

describe.each(["campaigns", "campaign_recipients", "dial_attempts", "do_not_call"])("%s", (table) => {
  it("of B are not seen by A, who gave no condition at all", async () => {
    const seen = await fence.inside(a(), (sql) => sql`select company_id from ${sql(table)}`);
    expect(seen).toEqual([{ company_id: a() }]);
    // Control: they exist, for B.
    expect(await fence.inside(b(), (sql) => sql`select company_id from ${sql(table)}`)).toEqual([{ company_id: b() }]);
  });
});

describe("campaigns", () => {
  it("of B cannot be started by A, nor changed in any way", async () => {
    const before = await database.superuser`select * from campaigns where id = ${theirs.campaign_id}`;
    const changed = await fence.inside(
      a(),
      (sql) => sql`update campaigns set status = 'paused' where id = ${theirs.campaign_id} returning id`,
    );
    expect(changed).toEqual([]);
    expect(await database.superuser`select * from campaigns where id = ${theirs.campaign_id}`).toEqual(before);
    // Control: A's own can.
    expect(await fence.inside(a(), (sql) => sql`update campaigns set name = 'own' returning id`)).toHaveLength(1);
  });

  it("cannot be put into B by A, nor removed", async () => {
    const into = (company: string) =>
      fence.inside(
        a(),
        (sql) =>
          sql`insert into campaigns (company_id, id, name, type) values (${company}, ${uuidv7()}, 'x', 'chat') returning company_id`,
      );
    await expect(into(b())).rejects.toMatchObject(forbidden);
    expect(await into(a())).toEqual([{ company_id: a() }]);
    await expect(fence.inside(a(), (sql) => sql`delete from campaigns`)).rejects.toMatchObject(forbidden);
  });

  it("keep their company, id, type and maker for ever", async () => {
    for (const column of ["company_id", "id", "type", "created_by", "created_at"]) {
      const change = fence.inside(a(), (sql) => sql`update campaigns set ${sql(column)} = null`);
      await expect(change, column).rejects.toMatchObject(forbidden);
    }
  });
});

describe("campaign_recipients", () => {
  it("cannot be added to B's campaign", async () => {
    const add = (campaign_id: string) =>
      fence.inside(
        a(),
        (sql) => sql`insert into campaign_recipients (company_id, id, campaign_id, phone)
        values (${a()}, ${uuidv7()}, ${campaign_id}, '+966500000002') returning phone`,
      );
    await expect(add(theirs.campaign_id)).rejects.toMatchObject(noSuchRow);
    expect(await add(own.campaign_id)).toEqual([{ phone: "+966500000002" }]);
  });

  it("of one campaign hold a number once", async () => {
    const again = fence.inside(
      a(),
      (sql) => sql`insert into campaign_recipients (company_id, id, campaign_id, phone)
      values (${a()}, ${uuidv7()}, ${own.campaign_id}, '+966500000001')`,
    );
    await expect(again).rejects.toMatchObject({ code: "23505", constraint_name: "campaign_recipients_phone_key" });
  });
});

describe("dial_attempts", () => {
  it("are counted once each: the same attempt cannot be dialled twice", async () => {
    const dial = (recipient_id: string, attempt: number) =>
      fence.inside(
        a(),
        (sql) => sql`insert into dial_attempts (company_id, id, recipient_id, attempt, started_at)
        values (${a()}, ${uuidv7()}, ${recipient_id}, ${attempt}, now()) returning attempt`,
      );
    await expect(dial(own.recipient_id, 1)).rejects.toMatchObject({ code: "23505" });
    await expect(dial(theirs.recipient_id, 2)).rejects.toMatchObject(noSuchRow);
    expect(await dial(own.recipient_id, 2)).toEqual([{ attempt: 2 }]);
  });
});
