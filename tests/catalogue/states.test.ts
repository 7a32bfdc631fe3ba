import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Machine, machines } from "#lib/states.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { figuresOf } from "#tests/support/figures.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let app: postgres.Sql;
beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  app = postgres(database.appUrl, { max: 1, onnotice: () => undefined });
});
afterAll(async () => {
  await app.end();
  await world.close();
  await database.drop();
});

const names = Object.keys(machines) as Machine[];

describe("the state machines", () => {
  it.each(names)("of a %s are the same in the database as in the code", async (machine) => {
    for (const [state, next] of Object.entries(machines[machine])) {
      const [row] = await database.superuser<
        { next: string[] }[]
      >`select app.next_states(${machine}, ${state}) as next`;
      expect(new Set(row?.next), state).toEqual(new Set(next));
    }
  });

  it.each(names)("of a %s name every state that its table allows, and no other", async (machine) => {
    const table = { booking: "bookings", ticket: "tickets", campaign: "campaigns", recipient: "campaign_recipients" }[
      machine
    ];
    const [check] = await database.superuser<{ definition: string }[]>`
      select pg_get_constraintdef(oid) as definition from pg_constraint where conname = ${`${table}_status_check`}`;
    const allowed = [...(check?.definition ?? "").matchAll(/'([a-z_]+)'/g)].map((found) => found[1]);
    expect(new Set(allowed)).toEqual(new Set(Object.keys(machines[machine])));
  });

  it("know no step from a state that does not exist", async () => {
    const [row] = await database.superuser`select app.next_states('ticket', 'imaginary') as next`;
    expect(row?.next).toEqual([]);
  });
});

describe("an illegal step by raw SQL as the app role", () => {
  const inA = <T>(work: (sql: postgres.TransactionSql) => Promise<T>) =>
    app.begin(async (sql) => {
      await sql`select app.enter(${world.a.company_id}, null, 'system', 'states')`;
      return work(sql);
    });
  const step = (table: string, id: string, status: string) =>
    inA(
      (sql) =>
        sql`update ${sql(table)} set status = ${status}, version = version + 1 where company_id = ${world.a.company_id} and id = ${id} returning status`,
    );
  const rowOf = async (table: string, id: string) => {
    const [row] = await database.superuser`select * from ${database.superuser(table)} where id = ${id}`;
    return row;
  };

  async function make(machine: Machine, status: string): Promise<[table: string, id: string]> {
    const rows = rowsOf(database, world.a.company_id);
    const figures = figuresOf(database, world.a.company_id);
    switch (machine) {
      case "booking":
        return [
          "bookings",
          await rows.booking({ customer_id: await rows.customer(), property_id: await rows.property(), status }),
        ];
      case "ticket":
        return ["tickets", await figures.ticket({ status })];
      case "campaign":
        return ["campaigns", await figures.campaign({ status })];
      case "recipient": {
        const campaign_id = await figures.campaign({ status: "running" });
        return ["campaign_recipients", await figures.recipient({ campaign_id, phone: "+966500000001", status })];
      }
    }
  }

  it.each([
    ["booking", "rejected", "approved", null],
    ["booking", "pending", "completed", "rejected"],
    ["ticket", "closed", "resolved", "in_progress"],
    ["ticket", "resolved", "open", "closed"],
    ["campaign", "completed", "running", null],
    ["campaign", "draft", "paused", "running"],
    ["recipient", "answered", "pending", null],
    ["recipient", "pending", "answered", "dialling"],
  ] as const)("a %s from %s to %s fails and changes nothing", async (machine, from, illegal, legal) => {
    const [table, id] = await make(machine, from);
    const before = await rowOf(table, id);
    await expect(step(table, id, illegal)).rejects.toMatchObject({ code: "P0001", hint: "illegal_step" });
    expect(await rowOf(table, id)).toEqual(before);
    // Control: the same role takes a legal step from there.
    if (legal === null) return;
    if (machine === "booking") await database.superuser`update bookings set decided_at = now() where id = ${id}`;
    expect(await step(table, id, legal)).toMatchObject([{ status: legal }]);
  });
});
