import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atOnce } from "#tests/support/at-once.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let rows: ReturnType<typeof rowsOf>;
let customer_id: string;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  rows = rowsOf(database, world.a.company_id);
  customer_id = await rows.customer({ name: "هند الزهراني" });
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const at = (hour: number, minutes = 0) => new Date(Date.UTC(2026, 11, 2, hour, minutes)).toISOString();
const from = (hour: number, minutes = 0) => ({ starts_at: at(hour, minutes), ends_at: at(hour + 1, minutes) });
const bookings = () => world.a.caller().bookings;
const rowOf = async (id: string) => {
  const [row] = await database.superuser`select status, version, staff_id, starts_at from bookings where id = ${id}`;
  return row;
};
const viewing = async (values: Partial<Parameters<typeof rows.booking>[0]> = {}) =>
  rows.booking({ customer_id, property_id: await rows.property(), ...from(10), ...values });

describe("approving many", () => {
  it("approves what can be, and says of each other one why not and what is in its way", async () => {
    const shared = await rows.property({ title: "فيلا الياسمين" });
    const [free, decided, stale] = [await viewing(), await viewing({ status: "rejected" }), await viewing()];
    const taken = await viewing({ property_id: shared, status: "approved" });
    const [late, foreign] = [
      await viewing({ property_id: shared, ...from(10, 30) }),
      await rowsOf(database, world.b.company_id).booking({
        customer_id: await rowsOf(database, world.b.company_id).customer(),
        property_id: await rowsOf(database, world.b.company_id).property(),
      }),
    ];
    const answer = await bookings().approveMany({
      bookings: [{ id: free, version: 1 }, { id: decided }, { id: stale, version: 9 }, { id: late }, { id: foreign }],
    });
    expect(answer.done).toMatchObject([{ id: free, status: "approved", version: 2 }]);
    expect(answer.failed).toMatchObject([
      { id: decided, reason: "already_decided", booking: { status: "rejected" }, clash: null },
      { id: stale, reason: "stale", booking: { status: "pending", version: 1 } },
      {
        id: late,
        reason: "overlap_property",
        clash: { id: taken, customer_name: "هند الزهراني", same_property: true },
      },
      { id: foreign, reason: "not_found", booking: null },
    ]);
    expect(await rowOf(late)).toMatchObject({ status: "pending", version: 1 });
    expect(await rowOf(foreign)).toMatchObject({ status: "pending", version: 1 });
  });

  it("gives a time that two of the list want to the first of them", async () => {
    const property_id = await rows.property();
    const [first, second] = [await viewing({ property_id }), await viewing({ property_id })];
    const answer = await bookings().approveMany({ bookings: [{ id: second }, { id: first }] });
    expect(answer).toMatchObject({ done: [{ id: second }], failed: [{ id: first, clash: { id: second } }] });
  });

  it("two deciders of the same list at once approve each viewing once", async () => {
    const ids = await Promise.all(Array.from({ length: 6 }, () => viewing()));
    const list = ids.map((id) => ({ id, version: 1 }));
    const answers = await Promise.all([
      bookings().approveMany({ bookings: list }),
      world.a.caller("sales_manager").bookings.approveMany({ bookings: list.toReversed() }),
    ]);
    expect(answers.flatMap(({ done }) => done.map(({ id }) => id)).sort()).toEqual(ids.sort());
    expect(answers.flatMap(({ failed }) => failed.map(({ reason }) => reason))).toEqual(
      Array(6).fill("already_decided"),
    );
    for (const id of ids) expect(await rowOf(id)).toMatchObject({ status: "approved", version: 2 });
  });

  it("tells who shows it, once, and nobody of what he did himself", async () => {
    const [theirs, mine] = [
      await viewing({ staff_id: world.a.users.agent.id }),
      await viewing({ staff_id: world.a.users.admin.id }),
    ];
    await bookings().approveMany({ bookings: [{ id: theirs }, { id: mine }] });
    await bookings().approveMany({ bookings: [{ id: theirs }] });
    const told = await database.superuser`select user_id, kind, params ->> 'status' as status from notifications
      where subject_id in (${theirs}, ${mine})`;
    expect([...told]).toEqual([{ user_id: world.a.users.agent.id, kind: "booking_decided", status: "approved" }]);
  });

  it("refuses a list that names one viewing twice", async () => {
    const id = await viewing();
    expect(
      await bookings()
        .approveMany({ bookings: [{ id }, { id }] })
        .catch(refusalOf),
    ).toMatchObject({ code: "BAD_REQUEST", issues: [{ path: "bookings", code: "repeated" }] });
    expect(await rowOf(id)).toMatchObject({ status: "pending" });
  });
});

describe("another time", () => {
  it("moves an approved viewing that stays approved, and tells who shows it when it is now", async () => {
    const id = await viewing({ status: "approved", staff_id: world.a.users.agent.id, ...from(4) });
    expect(await bookings().reschedule({ id, version: 1, ...from(15) })).toMatchObject({
      status: "approved",
      version: 2,
      ...from(15),
    });
    const [told] =
      await database.superuser`select params ->> 'starts_at' as at from notifications where subject_id = ${id}`;
    expect(told).toEqual({ at: at(15) });
  });

  it("does not move an approved viewing onto another, which it names; a pending one may only ask for that time", async () => {
    const property_id = await rows.property();
    const taken = await viewing({ property_id, status: "approved" });
    const [approved, pending] = [
      await viewing({ property_id, status: "approved", ...from(14) }),
      await viewing({ property_id, ...from(16) }),
    ];
    expect(
      await bookings()
        .reschedule({ id: approved, ...from(10, 30) })
        .catch(refusalOf),
    ).toMatchObject({
      code: "CONFLICT",
      reason: "overlap_property",
      current: { id: approved, ...from(14), version: 1, clash: { id: taken, ...from(10) } },
    });
    expect(await rowOf(approved)).toMatchObject({ version: 1 });
    expect(await bookings().reschedule({ id: pending, ...from(10, 30) })).toMatchObject({
      status: "pending",
      clashes: 1,
    });
  });

  it("two approved viewings moved onto one time at once end in one there and one conflict that names it", async () => {
    const staff_id = world.a.users.sales_manager.id;
    const ids = [
      await viewing({ staff_id, status: "approved", ...from(17) }),
      await viewing({ staff_id, status: "approved", ...from(19) }),
    ];
    const tries = await atOnce(
      database,
      (sql) => sql`select from bookings where id in ${sql(ids)} for update`,
      ids.map((id) => () => bookings().reschedule({ id, version: 1, ...from(21) })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [won, lost] = tries[0]?.status === "fulfilled" ? ids : ids.toReversed();
    const refused = tries.find((one) => one.status === "rejected");
    expect(refusalOf(refused?.reason)).toMatchObject({
      code: "CONFLICT",
      reason: "overlap_staff",
      current: { id: lost, clash: { id: won, same_staff: true } },
    });
    expect(await rowOf(lost ?? "")).toMatchObject({ version: 1 });
  });

  it("is refused for what a colleague changed meanwhile, and for what is over", async () => {
    const [id, over] = [await viewing(), await viewing({ status: "cancelled" })];
    await bookings().reschedule({ id, version: 1, ...from(12) });
    expect(
      await bookings()
        .reschedule({ id, version: 1, ...from(13) })
        .catch(refusalOf),
    ).toMatchObject({ reason: "stale", current: { version: 2, ...from(12) } });
    expect(
      await bookings()
        .reschedule({ id: over, ...from(13) })
        .catch(refusalOf),
    ).toMatchObject({ reason: "already_decided", current: { status: "cancelled" } });
  });

  it("is checked before: what is in the way and what only asks for it, and when both are free that day", async () => {
    const [property_id, staff_id] = [await rows.property(), world.a.users.support_manager.id];
    const [approved, pending] = [
      await viewing({ property_id, status: "approved", ...from(12) }),
      await viewing({ property_id, ...from(11, 30) }),
    ];
    const elsewhere = await viewing({ staff_id, status: "approved", ...from(13) });
    const answer = await bookings().checkTime({ property_id, staff_id, starts_at: at(12), ends_at: at(13, 30) });
    expect(answer.clashes).toMatchObject([
      { id: approved, status: "approved", same_property: true, same_staff: false },
      { id: elsewhere, status: "approved", same_property: false, same_staff: true },
      { id: pending, status: "pending" },
    ]);
    // 12:00 to 14:00 UTC is taken: an hour and a half fits until 12:00 and from 14:00 on.
    expect(answer.free_at).toEqual([at(9, 30), at(10), at(10, 30), at(14)]);
    const itself = await bookings().checkTime({ property_id, ...from(12), booking_id: approved });
    expect(itself.clashes).toMatchObject([{ id: pending }]);
  });
});

describe("who shows a viewing", () => {
  it("is one of the company's active staff, or nobody yet", async () => {
    const id = await viewing();
    const staff_id = world.a.users.agent.id;
    expect(await bookings().assign({ id, version: 1, staff_id })).toMatchObject({
      staff: { id: staff_id },
      version: 2,
    });
    expect(await bookings().assign({ id, staff_id: world.b.users.agent.id }).catch(refusalOf)).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await bookings().assign({ id, staff_id: null })).toMatchObject({ staff: null, version: 3 });
  });

  it("cannot be somebody who has an approved viewing at that time, which is named", async () => {
    const staff_id = world.a.users.agent.id;
    const busy = await viewing({ staff_id, status: "approved", ...from(7) });
    const id = await viewing({ status: "approved", ...from(7, 30) });
    expect(await bookings().assign({ id, staff_id }).catch(refusalOf)).toMatchObject({
      reason: "overlap_staff",
      current: { clash: { id: busy, same_staff: true } },
    });
    expect(await rowOf(id)).toMatchObject({ staff_id: null, version: 1 });
  });
});

describe("the end of a viewing", () => {
  it("an approved one is called off with its reason, and its time is free again", async () => {
    const property_id = await rows.property();
    const [id, next] = [await viewing({ property_id, status: "approved" }), await viewing({ property_id })];
    expect(await bookings().cancel({ id, version: 1, reason: "اعتذر العميل" })).toMatchObject({
      status: "cancelled",
      reject_reason: "اعتذر العميل",
      decided_by: { id: world.a.users.admin.id },
    });
    expect(await bookings().approve({ id: next })).toMatchObject({ status: "approved" });
    expect(await bookings().cancel({ id }).catch(refusalOf)).toMatchObject({ reason: "already_decided" });
  });

  it("one that took place is completed; one that is undecided, or to come, is not", async () => {
    const past = { starts_at: "2020-01-05T10:00:00.000Z", ends_at: "2020-01-05T11:00:00.000Z" };
    const [id, undecided] = [await viewing({ status: "approved", ...past }), await viewing(past)];
    const ahead = await viewing({
      status: "approved",
      starts_at: "2190-01-05T10:00:00.000Z",
      ends_at: "2190-01-05T11:00:00.000Z",
    });
    expect(await bookings().complete({ id, version: 1 })).toMatchObject({ status: "completed", version: 2 });
    expect(await bookings().complete({ id: undecided }).catch(refusalOf)).toMatchObject({ reason: "illegal_step" });
    expect(await bookings().complete({ id: ahead }).catch(refusalOf)).toMatchObject({ reason: "not_begun" });
    expect(await rowOf(ahead)).toMatchObject({ status: "approved", version: 1 });
  });
});
