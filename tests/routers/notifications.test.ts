import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { hrefOf } from "#features/shell/ui/notifications/hrefs.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { type Company, createWorld, type World } from "#tests/support/world.ts";

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

async function tell(company: Company, user_id: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const id = uuidv7();
    await database.superuser`insert into notifications (company_id, id, user_id, kind, event_key, subject_table, subject_id, params, created_at)
      values (${company.company_id}, ${id}, ${user_id}, 'booking_pending', ${id}, 'bookings', ${uuidv7()}, '{"reference": "VB-1"}', '2026-11-20T10:00:00Z')`;
    ids.push(id);
  }
  return ids;
}
const unreadOf = async (user_id: string) => {
  const [row] =
    await database.superuser`select count(*)::int as unread from notifications where user_id = ${user_id} and read_at is null`;
  return row?.unread;
};

it("a person sees his own notifications, newest first, and neither a colleague's nor another company's", async () => {
  const mine = await tell(world.a, world.a.users.admin.id, 5);
  await tell(world.a, world.a.users.sales_manager.id, 2);
  await tell(world.b, world.b.users.admin.id, 1);
  const { notifications } = world.a.caller("admin");
  const first = await notifications.list({ limit: 3 });
  const rest = await notifications.list({ limit: 3, cursor: first.next_cursor });
  expect([...first.notifications, ...rest.notifications].map(({ id }) => id)).toEqual(mine.toReversed());
  expect([first.unread, rest.unread, rest.next_cursor]).toEqual([5, 5, null]);
  expect(first.notifications[0]).toMatchObject({
    kind: "booking_pending",
    params: { reference: "VB-1" },
    read_at: null,
  });
  expect((await world.a.caller("sales_manager").notifications.list({})).unread).toBe(2);
});

it("marking some read leaves the others, and what was read keeps its time", async () => {
  const [one, two, three] = await tell(world.a, world.a.users.agent.id, 3);
  const { notifications } = world.a.caller("agent");
  if (!one || !two || !three) throw new Error("nothing arranged");
  expect(await notifications.markRead({ ids: [one, two, two] })).toEqual({ unread: 1 });
  const before = (await notifications.list({})).notifications;
  expect(await notifications.markRead({ ids: [one] })).toEqual({ unread: 1 });
  expect((await notifications.list({})).notifications).toEqual(before);
  expect((await notifications.list({ unread_only: true })).notifications.map(({ id }) => id)).toEqual([three]);
  expect(await notifications.markRead({ all: true })).toEqual({ unread: 0 });
});

it("nobody marks a colleague's, another company's or an invented one read: the same answer, nothing changes", async () => {
  const [mine] = await tell(world.a, world.a.users.support_manager.id, 1);
  const [hers] = await tell(world.a, world.a.users.sales_manager.id, 1);
  const [theirs] = await tell(world.b, world.b.users.support_manager.id, 1);
  const { notifications } = world.a.caller("support_manager");
  if (!mine || !hers || !theirs) throw new Error("nothing arranged");
  for (const id of [hers, theirs, uuidv7()]) {
    expect(await notifications.markRead({ ids: [mine, id] }).catch(refusalOf)).toEqual({ code: "NOT_FOUND" });
  }
  const before = [await unreadOf(world.a.users.sales_manager.id), await unreadOf(world.b.users.support_manager.id)];
  expect(await unreadOf(world.a.users.support_manager.id)).toBe(1);
  await notifications.markRead({ all: true });
  expect([await unreadOf(world.a.users.sales_manager.id), await unreadOf(world.b.users.support_manager.id)]).toEqual(
    before,
  );
  expect(await unreadOf(world.a.users.support_manager.id)).toBe(0);
});

it("either some or all, not both, nothing or too many", async () => {
  const { notifications } = world.a.caller("agent");
  const many = Array.from({ length: 101 }, () => uuidv7());
  for (const input of [{}, { ids: [] }, { ids: many }, { ids: [uuidv7()], all: true as const }]) {
    expect(await notifications.markRead(input).catch(refusalOf)).toMatchObject({
      code: "BAD_REQUEST",
      issues: [{ path: "ids" }],
    });
  }
  expect(await notifications.list({ cursor: "bm90LW91cnM" }).catch(refusalOf)).toMatchObject({
    issues: [{ path: "cursor" }],
  });
});

it("leads somewhere only while the reader's role may go there and it is still there", async () => {
  const rows = rowsOf(database, world.a.company_id);
  const theirs = rowsOf(database, world.b.company_id);
  const booking = await rows.booking({ customer_id: await rows.customer(), property_id: await rows.property() });
  const foreign = await theirs.booking({ customer_id: await theirs.customer(), property_id: await theirs.property() });
  const { id } = world.a.users.sales_manager;
  for (const [key, subject_id] of [
    ["here", booking],
    ["gone", uuidv7()],
    ["foreign", foreign],
  ] as const) {
    await database.superuser`insert into notifications (company_id, id, user_id, kind, event_key, subject_table, subject_id)
      values (${world.a.company_id}, ${uuidv7()}, ${id}, 'booking_decided', ${key}, 'bookings', ${subject_id})`;
  }
  const opens = async () =>
    Object.fromEntries(
      (await world.a.caller("sales_manager").notifications.list({})).notifications
        .filter(({ kind }) => kind === "booking_decided")
        .map(({ subject_id, can_open }) => [subject_id, can_open]),
    );
  const seen = await opens();
  expect(seen[booking]).toBe(true);
  expect(Object.values(seen).filter(Boolean)).toHaveLength(1);
  await database.superuser`update users set role = 'support_manager' where id = ${id}`;
  expect(Object.values(await opens())).toEqual([false, false, false]);
});

it("of failing deliveries leads to the integrations for an admin, and nowhere for whoever is none any more", async () => {
  const integration_id = uuidv7();
  await database.superuser`insert into integrations (company_id, id, hook_id)
    values (${world.a.company_id}, ${integration_id}, ${integration_id.replaceAll("-", "")})`;
  const opens = async (role: "admin" | "sales_manager") => {
    await database.superuser`insert into notifications (company_id, id, user_id, kind, event_key, subject_table, subject_id)
      values (${world.a.company_id}, ${uuidv7()}, ${world.a.users[role].id}, 'webhook_failing', 'deliveries', 'integrations', ${integration_id})`;
    const { notifications } = await world.a.caller(role).notifications.list({});
    const told = notifications.find(({ kind }) => kind === "webhook_failing");
    return told && { can_open: told.can_open, href: hrefOf(told) };
  };
  expect(await opens("admin")).toEqual({ can_open: true, href: "/settings/integrations" });
  expect(await opens("sales_manager")).toEqual({ can_open: false, href: null });
});
