import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, expect, it } from "vitest";
import { notify } from "#features/notifications/notify.ts";
import { inTenant } from "#server/tenant.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { refusalOf } from "#tests/support/refusal.ts";
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

const tell = (user_id: string, kind: "ticket_assigned" | "booking_pending") =>
  inTenant(world.services.pool, world.a.claims("admin"), "write", (tx) =>
    notify(tx, { user_id, kind, event_key: uuidv7(), subject_table: "tickets", subject_id: uuidv7(), params: {} }),
  );

it("a person who wants nothing of a kind is not told of it; of other kinds and a colleague still", async () => {
  const { notifications } = world.a.caller("admin");
  const before = await notifications.preferences({});
  expect(before.preferences).toContainEqual({ kind: "ticket_assigned", in_app: true, email: false });
  await notifications.savePreference({ kind: "ticket_assigned", in_app: false, email: true });
  expect((await notifications.preferences({})).preferences).toContainEqual({
    kind: "ticket_assigned",
    in_app: false,
    email: true,
  });
  expect((await world.b.caller("admin").notifications.preferences({})).preferences).toEqual(before.preferences);

  const { admin, support_manager } = world.a.users;
  for (const { id } of [admin, support_manager]) await tell(id, "ticket_assigned");
  await tell(admin.id, "booking_pending");
  expect((await notifications.list({})).notifications.map(({ kind }) => kind)).toEqual(["booking_pending"]);
  expect(await world.a.caller("support_manager").notifications.unread({})).toEqual({ unread: 1 });

  await notifications.savePreference({ kind: "ticket_assigned", in_app: true, email: false });
  await tell(admin.id, "ticket_assigned");
  expect(await notifications.unread({})).toEqual({ unread: 2 });
  expect(await database.superuser`select from notification_preferences`).toHaveLength(1);
});

it("each role is asked only about kinds it is told of", async () => {
  const kinds = async (role: "agent" | "support_manager") =>
    (await world.a.caller(role).notifications.preferences({})).preferences.map(({ kind }) => kind);
  expect(await kinds("support_manager")).toEqual(["booking_decided", "ticket_assigned", "handed_over"]);
  expect(await kinds("agent")).toEqual(["booking_decided", "handed_over"]);
  const refused = await Reflect.apply(world.a.caller("agent").notifications.savePreference, null, [
    { kind: "gossip", in_app: true, email: true },
  ]).catch(refusalOf);
  expect(refused).toMatchObject({ code: "BAD_REQUEST", issues: [{ path: "kind" }] });
});
