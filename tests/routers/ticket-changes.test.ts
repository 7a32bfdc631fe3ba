import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workingClock } from "#lib/working-hours.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { figuresOf } from "#tests/support/figures.ts";
import { allPages } from "#tests/support/pages.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let figures: ReturnType<typeof figuresOf>;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  figures = figuresOf(database, world.a.company_id);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const tickets = (role: "admin" | "support_manager" = "support_manager") => world.a.caller(role).tickets;
const rowOf = async (id: string) => (await database.superuser`select * from tickets where id = ${id}`)[0];
const dueOf = async (created_at: string, hours: number) => {
  const { working_hours, timezone } = await tickets().hours({});
  return workingClock(working_hours, timezone).add(created_at, hours);
};

describe("editing a ticket", () => {
  it("writes one step of history for each fact that changed, and none for what stayed", async () => {
    const made = await tickets().create({ subject: "عطل", category: "other", priority: "low", description: "قديم" });
    const due_at = "2027-03-01T10:00:00.000Z";
    const { id } = made;
    const edited = await tickets("admin").update({
      id,
      version: 1,
      subject: "عطل في المكيف",
      description: "جديد",
      category: "maintenance",
      priority: "low",
      due_at,
    });
    expect(edited).toMatchObject({ subject: "عطل في المكيف", category: "maintenance", due_at, version: 2 });
    const { events } = await tickets().one({ id });
    expect(events.map(({ kind, from_value, to_value }) => [kind, from_value, to_value])).toEqual([
      ["edited", null, null],
      ["due_changed", made.due_at, due_at],
      ["category_changed", "other", "maintenance"],
      ["edited", "عطل", "عطل في المكيف"],
      ["created", null, "open"],
    ]);
    const before = await rowOf(id);
    await tickets().update({ id, version: 2, subject: "عطل في المكيف", due_at });
    expect(await rowOf(id)).toEqual(before);
  });

  it("from a stale version is refused with the row as it is now, and changes nothing", async () => {
    const id = await figures.ticket();
    await tickets("admin").update({ id, version: 1, subject: "كما كتبتها لمى" });
    const before = await rowOf(id);
    expect(await tickets().update({ id, version: 1, subject: "كما كتبتها أنا" }).catch(refusalOf)).toMatchObject({
      code: "CONFLICT",
      reason: "stale",
      current: { id, version: 2, subject: "كما كتبتها لمى" },
    });
    expect(await rowOf(id)).toEqual(before);
  });

  it("to another priority moves the time by itself, until staff set a time", async () => {
    const { id, created_at } = await tickets().create({ subject: "عطل", category: "other", priority: "low" });
    const urgent = await tickets().update({ id, priority: "urgent" });
    expect(urgent.due_at).toBe(await dueOf(created_at, 4));
    const [automatic] = (await tickets().one({ id })).events;
    expect(automatic).toMatchObject({ kind: "due_changed", actor_kind: "system", actor: null });
    const due_at = "2027-03-01T10:00:00.000Z";
    await tickets().update({ id, due_at });
    expect(await tickets().update({ id, priority: "high" })).toMatchObject({ priority: "high", due_at });
    const given = await tickets().create({ subject: "عطل", category: "other", priority: "low", due_at: null });
    expect(await tickets().update({ id: given.id, priority: "urgent" })).toMatchObject({ due_at: null });
  });

  it("follows the company's own hours", async () => {
    const hours = { "6": { from: "10:00", to: "11:00" } };
    await database.superuser`update companies set working_hours = ${database.superuser.json(hours)} where company_id = ${world.b.company_id}`;
    const { due_at, created_at } = await world.b
      .caller()
      .tickets.create({ subject: "x", category: "other", priority: "urgent" });
    expect(due_at).toBe(workingClock(hours, world.b.timezone).add(created_at, 4));
    expect(Date.parse(due_at ?? "") - Date.parse(created_at)).toBeGreaterThan(21 * 86_400_000);
  });
});

describe("the steps of a ticket", () => {
  it("lead from open through resolved and closed back to work, and nowhere else", async () => {
    const id = await figures.ticket();
    expect(await tickets().start({ id })).toMatchObject({
      status: "in_progress",
      assignee: { id: world.a.users.support_manager.id },
    });
    expect(await tickets().start({ id }).catch(refusalOf)).toMatchObject({ reason: "illegal_step" });
    expect(await tickets().reopen({ id }).catch(refusalOf)).toMatchObject({ reason: "illegal_step" });
    await tickets().resolve({ id, resolution: "استُبدل الصمام" });
    expect(await tickets().reopen({ id })).toMatchObject({
      status: "in_progress",
      resolution: null,
      resolved_at: null,
    });
    await tickets().resolve({ id });
    expect(await tickets().close({ id })).toMatchObject({ status: "closed" });
    expect(await tickets().close({ id }).catch(refusalOf)).toMatchObject({ current: { id, status: "closed" } });
    expect(await tickets().reopen({ id, version: 1 }).catch(refusalOf)).toMatchObject({ reason: "stale" });
    expect(await tickets().reopen({ id })).toMatchObject({ status: "in_progress" });
    const { events } = await tickets().one({ id });
    expect(events.map(({ kind }) => kind)).toEqual([
      "reopened",
      "status_changed",
      "resolved",
      "reopened",
      "resolved",
      "assigned",
      "status_changed",
    ]);
    expect(events[4]?.body).toBe("استُبدل الصمام");
  });
});

describe("a comment", () => {
  it("is kept once, and makes nobody's edit stale", async () => {
    const id = await figures.ticket();
    const caller = world.a.caller("admin", { idempotency_key: "one comment" });
    await Promise.all([1, 2].map(() => caller.tickets.comment({ id, body: "  كلّمت المقاول  " })));
    const { ticket, events } = await tickets().one({ id });
    expect(events).toMatchObject([{ kind: "commented", body: "كلّمت المقاول", actor: { id: world.a.users.admin.id } }]);
    expect(await tickets().update({ id, version: ticket.version, priority: "high" })).toMatchObject({ version: 2 });
    expect(await tickets().comment({ id, body: "  " }).catch(refusalOf)).toMatchObject({ issues: [{ path: "body" }] });
  });

  it("is heard of: the ticket's row changes, and the history pages on without losing one", async () => {
    const id = await figures.ticket();
    const said = Array.from({ length: 60 }, (_, index) => `${index}`);
    for (const body of said) await tickets().comment({ id, body });
    const [heard] = await database.superuser`select count(*)::int as changes from audit_log
      where row_id = ${id} and op = 'update'`;
    expect(heard?.changes).toBe(60);
    const { events, next_cursor } = await tickets().one({ id });
    expect(events).toHaveLength(50);
    const rest = await tickets().events({ id, cursor: next_cursor });
    expect([...events, ...rest.events].map(({ body }) => body)).toEqual(said.toReversed());
    const paged = await allPages(async (cursor) => {
      const page = await tickets().events({ id, cursor, limit: 7 });
      return { rows: page.events, next_cursor: page.next_cursor };
    });
    expect(paged.map(({ body }) => body)).toEqual(said.toReversed());
  });
});

describe("many at once", () => {
  it("are each done or failed with the reason, and what failed is as it was", async () => {
    const [open, closed, theirs] = [
      await figures.ticket(),
      await figures.ticket({ status: "closed" }),
      await figuresOf(database, world.b.company_id).ticket(),
    ];
    const before = [await rowOf(closed), await rowOf(theirs)];
    const ids = [open, closed, theirs, open];
    const assigned = await tickets().assignMany({ ids, assignee_id: world.a.users.admin.id });
    expect(assigned.done).toEqual([open]);
    expect(new Set(assigned.failed)).toEqual(
      new Set([
        { id: closed, reason: "illegal_step" },
        { id: theirs, reason: "not_found" },
      ]),
    );
    expect((await tickets().resolveMany({ ids, resolution: "أُصلح" })).done).toEqual([open]);
    expect((await tickets().resolveMany({ ids: [open] })).failed).toEqual([{ id: open, reason: "already_resolved" }]);
    expect(await rowOf(open)).toMatchObject({ status: "resolved", resolution: "أُصلح" });
    expect([await rowOf(closed), await rowOf(theirs)]).toEqual(before);
  });

  it("tell the colleague of each, and go to nobody who may not read tickets", async () => {
    const ids = [await figures.ticket(), await figures.ticket()];
    const to = (assignee_id: string) => tickets().assignMany({ ids, assignee_id });
    expect(await to(world.a.users.agent.id).catch(refusalOf)).toMatchObject({ issues: [{ path: "assignee_id" }] });
    await to(world.a.users.admin.id);
    const told = await database.superuser`select subject_id from notifications where subject_id = any(${ids})`;
    expect(told).toHaveLength(2);
  });
});
