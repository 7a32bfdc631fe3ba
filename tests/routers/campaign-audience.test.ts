import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Audience } from "#features/campaigns/schema.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { figuresOf } from "#tests/support/figures.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
const who: Record<string, string> = {};
let property: string;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  const { superuser } = database;
  const { company_id, users } = world.a;
  const [rows, figures] = [rowsOf(database, company_id), figuresOf(database, company_id)];
  const people = [
    ["early", "lead", "2026-01-31T20:59:59Z"],
    ["on_the_day", "lead", "2026-01-31T21:00:00Z"],
    ["qualified", "qualified", "2026-03-01T10:00:00Z"],
    ["barred", "lead", "2026-03-02T10:00:00Z"],
    ["merged", "lead", "2026-03-03T10:00:00Z"],
    ["won", "won", "2026-03-04T10:00:00Z"],
  ] as const;
  for (const [n, [key, stage, created_at]] of people.entries()) {
    const id = await rows.customer({ phone: `+96650000000${n}`, name: key });
    await superuser`update customers set stage = ${stage}, created_at = ${created_at} where id = ${id}`;
    who[key] = id;
  }
  await superuser`update customers set merged_into_id = ${who.early ?? null} where id = ${who.merged ?? null}`;
  await superuser`update customers set owner_id = ${users.agent.id} where name in ('early', 'qualified')`;
  await superuser`insert into do_not_call (company_id, id, phone) values (${company_id}, ${uuidv7()}, '+966500000003')`;
  await figures.conversation({ started_at: "2026-05-10T20:59:59Z", customer_id: who.early ?? null });
  await figures.conversation({ started_at: "2026-05-10T21:00:00Z", customer_id: who.won ?? null });
  await figures.conversation({ started_at: "2026-06-01T10:00:00Z", customer_id: who.qualified ?? null, mode: "trial" });
  property = await rows.property();
  const other = await rows.property();
  await superuser`update properties set district = 'حي الملقا' where id = ${other}`;
  await rows.booking({ customer_id: who.won ?? "", property_id: property });
  for (const [customer, asked] of [
    [who.early, property],
    [who.qualified, other],
  ])
    await superuser`insert into property_inquiries (company_id, id, property_id, customer_id, source)
      values (${company_id}, ${uuidv7()}, ${asked ?? null}, ${customer ?? null}, 'staff')`;
  // Control for every count below: another company's customer, who fits all of it.
  await rowsOf(database, world.b.company_id).customer({ phone: "+971500000000" });
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const campaigns = () => world.a.caller("sales_manager").campaigns;

describe("an audience", () => {
  it("tells who can be reached apart from barred numbers and merged customers, whom a start leaves out too", async () => {
    const reach = await campaigns().audience({});
    expect(reach).toMatchObject({ reachable: 4, do_not_call: 1, duplicates: 1 });
    expect(reach.sample.map(({ name }) => name)).toEqual(["won", "qualified", "on_the_day", "early"]);
    const { id } = await campaigns().create({ name: "الكل", type: "voice" });
    expect((await campaigns().start({ id })).metrics).toMatchObject({ recipients: 4, pending: 4 });
    const { recipients } = await campaigns().recipients({ id });
    expect(recipients.map(({ customer }) => customer?.name).sort()).toEqual([
      "early",
      "on_the_day",
      "qualified",
      "won",
    ]);
  });

  it.each<[string, (of: World["a"]) => Audience, string[]]>([
    ["stages", () => ({ stages: ["qualified", "won"] }), ["qualified", "won"]],
    ["an owner", ({ users }) => ({ owner_id: users.agent.id }), ["early", "qualified"]],
    ["no owner", () => ({ owner_id: "none", stages: ["lead"] }), ["on_the_day"]],
    ["a first day, in the company's zone", () => ({ created_from: "2026-02-01" }), ["on_the_day", "qualified", "won"]],
    ["a last day, in the company's zone", () => ({ created_to: "2026-01-31" }), ["early"]],
    [
      "the latest contact, trials aside",
      () => ({ last_contact_before: "2026-05-11" }),
      ["early", "on_the_day", "qualified"],
    ],
    ["a listing asked about or viewed", () => ({ property_id: property }), ["early", "won"]],
    ["a district in another spelling", () => ({ district: "حي المَلقا" }), ["qualified"]],
    ["a district of those that fit the rest too", () => ({ district: "النرجس", stages: ["won"] }), ["won"]],
  ])("by %s holds just those, and the start freezes the same", async (_, of, names) => {
    const audience = of(world.a);
    const reach = await campaigns().audience(audience);
    expect([reach.reachable, reach.sample.map(({ name }) => name).sort()]).toEqual([names.length, names]);
    const { id } = await campaigns().create({ name: "حملة", type: "chat", audience });
    await campaigns().start({ id });
    const { recipients } = await campaigns().recipients({ id });
    expect(recipients.map(({ customer }) => customer?.name).sort()).toEqual(names);
  });

  it("that holds nobody to reach does not start, and the campaign stays a draft", async () => {
    const { id } = await campaigns().create({ name: "لا أحد", type: "voice", audience: { stages: ["lost"] } });
    for (const start of [
      () => campaigns().start({ id }),
      () => campaigns().setStatus({ id, status: "running" as const }),
    ]) {
      expect(await start().catch(refusalOf)).toMatchObject({
        code: "BAD_REQUEST",
        issues: [{ path: "audience", code: "nobody" }],
      });
    }
    expect(await campaigns().one({ id })).toMatchObject({ status: "draft", version: 1, started_at: null });
  });

  it("names its wrong field, and knows no owner or listing of another company", async () => {
    const backwards = { created_from: "2026-02-02", created_to: "2026-02-01" };
    const refused = await campaigns().create({ name: "x", type: "voice", audience: backwards }).catch(refusalOf);
    expect(refused).toMatchObject({ issues: [{ path: "audience.created_to", code: "ends_before_start" }] });
    const theirs = await rowsOf(database, world.b.company_id).property();
    const { id } = await campaigns().create({ name: "مسودة", type: "voice" });
    for (const audience of [{ property_id: theirs }, { owner_id: world.b.users.agent.id }]) {
      const notFound = { code: "NOT_FOUND" };
      expect(await campaigns().create({ name: "x", type: "voice", audience }).catch(refusalOf)).toEqual(notFound);
      expect(await campaigns().update({ id, audience }).catch(refusalOf)).toEqual(notFound);
      expect(await campaigns().audience(audience).catch(refusalOf)).toEqual(notFound);
    }
    expect(await campaigns().one({ id })).toMatchObject({ audience: {}, version: 1 });
  });
});
