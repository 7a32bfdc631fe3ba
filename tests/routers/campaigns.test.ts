import type postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atOnce } from "#tests/support/at-once.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { figuresOf } from "#tests/support/figures.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let figures: ReturnType<typeof figuresOf>;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  figures = figuresOf(database, world.a.company_id);
  const [rows, foreign] = [rowsOf(database, world.a.company_id), rowsOf(database, world.b.company_id)];
  for (const [n, stage] of ["lead", "lead", "qualified", "won"].entries()) {
    const id = await rows.customer({ phone: `+96650000000${n}` });
    await database.superuser`update customers set stage = ${stage} where id = ${id}`;
  }
  await foreign.customer({ phone: "+971500000000" });
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const campaigns = (role: "admin" | "sales_manager" = "sales_manager") => world.a.caller(role).campaigns;
const recipientsOf = async (id: string) => {
  const found =
    await database.superuser`select phone from campaign_recipients where campaign_id = ${id} order by phone`;
  return found.map(({ phone }) => phone);
};

describe("a new campaign", () => {
  it("is a draft, or scheduled when it has a time, and has no recipient yet", async () => {
    const draft = await campaigns().create({
      name: "إطلاق مشروع",
      type: "voice",
      audience: { stages: ["lead"] },
      script: "مرحبًا",
    });
    expect(draft).toMatchObject({
      status: "draft",
      audience: { stages: ["lead"] },
      metrics: { recipients: 0, dialled: 0, booked: 0 },
      created_by: { id: world.a.users.sales_manager.id },
    });
    const later = await campaigns().create({ name: "لاحقًا", type: "chat", scheduled_at: "2026-12-01T09:00:00+03:00" });
    expect(later).toMatchObject({ status: "scheduled", scheduled_at: "2026-12-01T06:00:00.000Z" });
    expect(await campaigns().one({ id: draft.id })).toEqual(draft);
  });

  it("names each wrong field", async () => {
    const wrong = [
      [{ name: " " }, "name"],
      [{ type: "letter" }, "type"],
      [{ audience: { stages: [] } }, "audience.stages"],
      [{ audience: { city: "جدة" } }, "audience.city"],
      [{ status: "running" }, "status"],
      [{ metrics: {} }, "metrics"],
    ] as const;
    for (const [field, path] of wrong) {
      const refused = await Reflect.apply(campaigns().create, null, [{ name: "x", type: "voice", ...field }]).catch(
        refusalOf,
      );
      expect(refused, path).toMatchObject({ code: "BAD_REQUEST", issues: [{ path }] });
    }
  });
});

describe("starting a campaign", () => {
  it("freezes its audience: its stages, the company's own, without those who must not be called", async () => {
    await database.superuser`insert into do_not_call (company_id, id, phone) values (${world.a.company_id}, ${uuidv7()}, '+966500000001')`;
    const { id } = await campaigns().create({
      name: "متابعة",
      type: "voice",
      audience: { stages: ["lead", "qualified"] },
    });
    const started = await campaigns().setStatus({ id, status: "running" });
    expect(started).toMatchObject({ status: "running", version: 2, metrics: { recipients: 2, pending: 2 } });
    expect(started.started_at).not.toBeNull();
    expect(await recipientsOf(id)).toEqual(["+966500000000", "+966500000002"]);
  });

  it("without stages takes every customer of the company and nobody else's", async () => {
    const { id } = await campaigns().create({ name: "الكل", type: "chat" });
    await campaigns().setStatus({ id, status: "running" });
    expect(await recipientsOf(id)).toEqual(["+966500000000", "+966500000002", "+966500000003"]);
  });

  it("twice at once makes one start and one conflict that carries the current row", async () => {
    const { id } = await campaigns().create({ name: "مرة واحدة", type: "voice" });
    const hold = (sql: postgres.TransactionSql) => sql`select from campaigns where id = ${id} for update`;
    const tries = await atOnce(database, hold, [
      () => campaigns("admin").setStatus({ id, status: "running" }),
      () => campaigns().setStatus({ id, status: "running" }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = tries.find((one) => one.status === "rejected");
    expect(refusalOf(lost?.reason)).toMatchObject({
      code: "CONFLICT",
      reason: "already_there",
      current: { id, status: "running", version: 2, metrics: { recipients: 3 } },
    });
    expect(await recipientsOf(id)).toHaveLength(3);
  });

  it("again after a pause leaves the audience and the first start as they were", async () => {
    const { id } = await campaigns().create({ name: "توقف", type: "voice", audience: { stages: ["won"] } });
    const first = await campaigns().setStatus({ id, status: "running" });
    await campaigns().setStatus({ id, status: "paused" });
    await database.superuser`update campaigns set pause_reason = 'x' where id = ${id}`;
    const newcomer = await rowsOf(database, world.a.company_id).customer({ phone: "+966500000044" });
    await database.superuser`update customers set stage = 'won' where id = ${newcomer}`;
    const again = await campaigns().setStatus({ id, status: "running" });
    expect(again).toMatchObject({
      status: "running",
      pause_reason: null,
      started_at: first.started_at,
      metrics: { recipients: 1 },
    });
    await database.superuser`delete from customers where id = ${newcomer}`;
  });
});

describe("a campaign's steps", () => {
  it.each([
    ["draft", "paused"],
    ["draft", "completed"],
    ["scheduled", "paused"],
    ["running", "draft"],
    ["completed", "running"],
    ["cancelled", "running"],
  ] as const)("from %s to %s: refused with the current row, and nothing changes", async (from, to) => {
    const id = await figures.campaign({ status: from });
    const before = await database.superuser`select * from campaigns where id = ${id}`;
    expect(await campaigns().setStatus({ id, status: to }).catch(refusalOf)).toMatchObject({
      code: "CONFLICT",
      reason: "illegal_step",
      current: { id, status: from },
    });
    expect(await database.superuser`select * from campaigns where id = ${id}`).toEqual(before);
    expect(await recipientsOf(id)).toEqual([]);
  });

  it("end with the time they ended", async () => {
    for (const status of ["completed", "cancelled"] as const) {
      const ended = await campaigns().setStatus({ id: await figures.campaign({ status: "running" }), status });
      expect(ended.finished_at).not.toBeNull();
    }
  });

  it("from a stale version are refused, and to a schedule without a time", async () => {
    const id = await figures.campaign();
    expect(await campaigns().setStatus({ id, version: 7, status: "cancelled" }).catch(refusalOf)).toMatchObject({
      reason: "stale",
    });
    expect(await campaigns().setStatus({ id, status: "scheduled" }).catch(refusalOf)).toMatchObject({
      code: "BAD_REQUEST",
      issues: [{ path: "status", code: "needs_time" }],
    });
    expect(await campaigns().setStatus({ id, version: 1, status: "cancelled" })).toMatchObject({ status: "cancelled" });
  });
});

describe("the list of campaigns", () => {
  it("filters, pages, and counts each one's recipients", async () => {
    const marsa = figuresOf(database, world.b.company_id);
    const ids: string[] = [];
    for (const n of [0, 1, 2]) {
      const campaign_id = await marsa.campaign({ status: "running", type: "chat" });
      for (let k = 0; k <= n; k += 1)
        await marsa.recipient({ campaign_id, phone: `+97150000000${k}`, status: "answered", attempts: 1 });
      ids.push(campaign_id);
    }
    await marsa.campaign({ status: "draft" });
    const { campaigns: list } = world.b.caller("sales_manager");
    const first = await list.list({ status: "running", type: "chat", limit: 2 });
    const rest = await list.list({ status: "running", type: "chat", limit: 2, cursor: first.next_cursor });
    const all = [...first.campaigns, ...rest.campaigns];
    expect(all.map(({ id }) => id)).toEqual(ids.toReversed());
    expect(all.map(({ metrics }) => [metrics.recipients, metrics.answered])).toEqual([
      [3, 3],
      [2, 2],
      [1, 1],
    ]);
    expect(rest.next_cursor).toBeNull();
    expect(await list.list({ cursor: "bm90LW91cnM" }).catch(refusalOf)).toMatchObject({ issues: [{ path: "cursor" }] });
  });
});
