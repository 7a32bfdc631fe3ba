import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atOnce } from "#tests/support/at-once.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { figuresOf } from "#tests/support/figures.ts";
import { allPages, forgedCursors } from "#tests/support/pages.ts";
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
  for (const n of [1, 2, 3]) await rowsOf(database, world.a.company_id).customer({ phone: `+96650000000${n}` });
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const campaigns = (role: "admin" | "sales_manager" = "sales_manager") => world.a.caller(role).campaigns;
const draft = () => campaigns().create({ name: "متابعة", type: "voice" });

describe("a draft", () => {
  it("keeps what is not given, and its time schedules nothing", async () => {
    const { id } = await campaigns().create({ name: "أولى", type: "voice", script: "مرحبًا" });
    const changed = await campaigns().update({
      id,
      version: 1,
      audience: { stages: ["lead"] },
      scheduled_at: "2198-01-01T10:00:00+03:00",
    });
    expect(changed).toMatchObject({
      name: "أولى",
      script: "مرحبًا",
      audience: { stages: ["lead"] },
      scheduled_at: "2198-01-01T07:00:00.000Z",
      status: "draft",
      version: 2,
    });
    expect(await campaigns().update({ id, script: null, scheduled_at: null })).toMatchObject({
      script: null,
      scheduled_at: null,
      version: 3,
    });
    expect(await campaigns().update({ id, version: 3 }).catch(refusalOf)).toMatchObject({
      issues: [{ code: "nothing_to_change" }],
    });
  });

  it("that a colleague changed, and a campaign that is no draft, are refused with the current row", async () => {
    const { id } = await draft();
    const current = await campaigns("admin").update({ id, name: "بعد الزميل" });
    const stale = await campaigns().update({ id, version: 1, name: "قبله" }).catch(refusalOf);
    expect(stale).toEqual({ code: "CONFLICT", reason: "stale", current });
    const scheduled = await campaigns().schedule({ id, scheduled_at: "2198-01-01T10:00:00Z" });
    const refused = await campaigns().update({ id, name: "متأخر" }).catch(refusalOf);
    expect(refused).toEqual({ code: "CONFLICT", reason: "not_draft", current: scheduled });
    expect(await campaigns().one({ id })).toEqual(scheduled);
    await campaigns().setStatus({ id, status: "draft" });
    expect(await campaigns().update({ id, name: "مسودة ثانية" })).toMatchObject({ name: "مسودة ثانية" });
  });
});

describe("a schedule", () => {
  it("takes a time to come, another one later, and no past one", async () => {
    const { id } = await draft();
    const past = await campaigns().schedule({ id, scheduled_at: "2020-01-01T10:00:00Z" }).catch(refusalOf);
    expect(past).toMatchObject({ code: "BAD_REQUEST", issues: [{ path: "scheduled_at", code: "in_the_past" }] });
    expect(await campaigns().one({ id })).toMatchObject({ status: "draft", version: 1 });
    await campaigns().schedule({ id, version: 1, scheduled_at: "2198-01-01T10:00:00Z" });
    expect(await campaigns().schedule({ id, version: 2, scheduled_at: "2198-02-01T10:00:00Z" })).toMatchObject({
      status: "scheduled",
      scheduled_at: "2198-02-01T10:00:00.000Z",
      version: 3,
    });
  });
});

describe("start, pause, resume and cancel", () => {
  it("lead from a draft to its end, with the reason of the pause told to whoever made it", async () => {
    const { id } = await draft();
    const started = await campaigns().start({ id, version: 1 });
    expect(started).toMatchObject({ status: "running", metrics: { recipients: 3 } });
    const paused = await campaigns("admin").pause({ id, reason: "خارج وقت الاتصال" });
    expect(paused).toMatchObject({ status: "paused", pause_reason: "خارج وقت الاتصال" });
    const told = await database.superuser`select user_id, kind, params from notifications where subject_id = ${id}`;
    expect(told).toEqual([
      {
        user_id: world.a.users.sales_manager.id,
        kind: "campaign_paused",
        params: { name: "متابعة", reason: "خارج وقت الاتصال" },
      },
    ]);
    const resumed = await campaigns().resume({ id });
    expect(resumed).toMatchObject({ status: "running", pause_reason: null, started_at: started.started_at });
    await campaigns().pause({ id, reason: "بنفسي" });
    expect(await database.superuser`select from notifications where subject_id = ${id}`).toHaveLength(1);
    const cancelled = await campaigns().cancel({ id });
    expect(cancelled).toMatchObject({ status: "cancelled", metrics: { recipients: 3, pending: 3 } });
    expect(cancelled.finished_at).not.toBeNull();
  });

  it("two starts at once make one campaign run with one audience", async () => {
    const { id } = await draft();
    const hold = (sql: postgres.TransactionSql) => sql`select from campaigns where id = ${id} for update`;
    const tries = await atOnce(database, hold, [
      () => campaigns("admin").start({ id }),
      () => campaigns().start({ id }),
    ]);
    const lost = tries.find((one) => one.status === "rejected");
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(refusalOf(lost?.reason)).toMatchObject({
      code: "CONFLICT",
      reason: "already_there",
      current: { id, status: "running", version: 2, metrics: { recipients: 3 } },
    });
  });

  it.each([
    ["resume", "draft", "illegal_step"],
    ["resume", "running", "already_there"],
    ["start", "paused", "illegal_step"],
    ["start", "running", "already_there"],
    ["start", "cancelled", "illegal_step"],
    ["pause", "draft", "illegal_step"],
    ["cancel", "completed", "illegal_step"],
    ["schedule", "running", "illegal_step"],
  ] as const)("%s of a campaign that is %s: refused, and nothing changes", async (step, status, reason) => {
    const id = await figures.campaign({ status });
    const steps = {
      start: () => campaigns().start({ id }),
      resume: () => campaigns().resume({ id }),
      cancel: () => campaigns().cancel({ id }),
      pause: () => campaigns().pause({ id, reason: "سبب" }),
      schedule: () => campaigns().schedule({ id, scheduled_at: "2198-01-01T10:00:00Z" }),
    };
    const before = await database.superuser`select * from campaigns where id = ${id}`;
    expect(await steps[step]().catch(refusalOf)).toMatchObject({ code: "CONFLICT", reason, current: { id, status } });
    expect(await database.superuser`select * from campaigns where id = ${id}`).toEqual(before);
    expect(await database.superuser`select from campaign_recipients where campaign_id = ${id}`).toHaveLength(0);
  });

  it("a pause without a reason names it", async () => {
    const id = await figures.campaign({ status: "running" });
    expect(await campaigns().pause({ id, reason: " " }).catch(refusalOf)).toMatchObject({
      issues: [{ path: "reason" }],
    });
    expect(await campaigns().pause({ id, reason: "سبب" })).toMatchObject({ status: "paused" });
  });
});

describe("the list of campaigns", () => {
  it("is found by a name however spelt, and counted by state under the same words", async () => {
    const { superuser } = database;
    for (const status of ["draft", "paused"]) {
      const id = await figures.campaign({ status });
      await superuser`update campaigns set name = 'إطلاق مشروع الرُّبى' where id = ${id}`;
    }
    const found = await campaigns().list({ q: "اطلاق مشروع الربي" });
    expect(found.campaigns.map(({ status }) => status).sort()).toEqual(["draft", "paused"]);
    expect(await campaigns().counts({ q: "اطلاق" })).toMatchObject({ all: 2, draft: 1, paused: 1, running: 0 });
    expect(await campaigns().counts({ q: "اطلاق", type: "chat" })).toMatchObject({ all: 0 });
    expect((await campaigns().list({ q: "ًٌٍ" })).campaigns).toEqual([]);
  });
});

describe("a campaign's recipients", () => {
  it("page in a fixed order, are filtered by state, and found by folded name or number", async () => {
    const rows = rowsOf(database, world.a.company_id);
    const id = await figures.campaign({ status: "running" });
    for (let n = 0; n < 7; n += 1) {
      const phone = `+96655000000${n}`;
      const customer = await rows.customer({ phone, name: n === 3 ? "أحمد الغامدي" : `عميل ${n}` });
      const recipient = await figures.recipient({ campaign_id: id, phone, status: n < 5 ? "answered" : "pending" });
      await database.superuser`update campaign_recipients set customer_id = ${customer} where id = ${recipient}`;
    }
    const seen = await allPages(async (cursor) => {
      const { recipients, next_cursor } = await campaigns().recipients({ id, limit: 3, cursor });
      return { rows: recipients, next_cursor };
    });
    expect(seen.map(({ phone }) => phone)).toEqual([0, 1, 2, 3, 4, 5, 6].map((n) => `+96655000000${n}`));
    expect((await campaigns().recipients({ id, status: "pending" })).recipients).toHaveLength(2);
    for (const q of ["احمد", "٠٥٥٠٠٠٠٠٠٣", "+966 55 000 0003"]) {
      expect(
        (await campaigns().recipients({ id, q })).recipients.map(({ phone }) => phone),
        q,
      ).toEqual(["+966550000003"]);
    }
    for (const cursor of forgedCursors) {
      expect(await campaigns().recipients({ id, cursor }).catch(refusalOf)).toMatchObject({
        issues: [{ path: "cursor" }],
      });
    }
  });

  it("name the customer who stayed after a merge, and when they were last tried", async () => {
    const rows = rowsOf(database, world.a.company_id);
    const [gone, stays] = [await rows.customer({ phone: "+966560000001" }), await rows.customer({ name: "الباقي" })];
    const id = await figures.campaign({ status: "running" });
    const recipient = await figures.recipient({ campaign_id: id, phone: "+966560000001", status: "busy", attempts: 2 });
    await database.superuser`update campaign_recipients set customer_id = ${gone} where id = ${recipient}`;
    await database.superuser`update customers set merged_into_id = ${stays} where id = ${gone}`;
    for (const attempt of [1, 2]) {
      await database.superuser`update dial_attempts set started_at = ${`2026-11-2${attempt}T10:00:00Z`}
        where recipient_id = ${recipient} and attempt = ${attempt}`;
    }
    expect((await campaigns().recipients({ id })).recipients).toMatchObject([
      { customer: { id: stays, name: "الباقي" }, phone: "+966560000001", last_attempt_at: "2026-11-22T10:00:00.000Z" },
    ]);
  });

  it("of another company's campaign are as of one that never was", async () => {
    const theirs = figuresOf(database, world.b.company_id);
    const id = await theirs.campaign({ status: "running" });
    await theirs.recipient({ campaign_id: id, phone: "+971500000001" });
    expect(await campaigns().recipients({ id }).catch(refusalOf)).toEqual({ code: "NOT_FOUND" });
    expect((await world.b.caller().campaigns.recipients({ id })).recipients).toHaveLength(1);
  });
});
