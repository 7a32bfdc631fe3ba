import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let rows: ReturnType<typeof rowsOf>;
let customer_id: string;
let property_id: string;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  rows = rowsOf(database, world.a.company_id);
  customer_id = await rows.customer({ name: "عبدالعزيز القحطاني", phone: "+966500004187" });
  property_id = await rows.property();
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const statusOf = async (id: string) => {
  const [row] = await database.superuser`select status, version from bookings where id = ${id}`;
  return row;
};

describe("deciding a viewing", () => {
  it("approving twice at once ends in one approval and one conflict that carries the current row", async () => {
    const id = await rows.booking({ customer_id, property_id: await rows.property() });
    const tries = await Promise.allSettled([
      world.a.caller("admin").bookings.approve({ id }),
      world.a.caller("sales_manager").bookings.approve({ id }),
    ]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = tries.find((one) => one.status === "rejected");
    expect(refusalOf(lost?.reason)).toMatchObject({
      code: "CONFLICT",
      reason: "already_decided",
      current: { id, status: "approved", decided_by: { name: expect.stringContaining("alpha") } },
    });
    expect(await statusOf(id)).toMatchObject({ status: "approved", version: 2 });
  });

  it("two overlapping viewings of one property approved at once end in one approval and one conflict", async () => {
    const shared = await rows.property();
    const first = await rows.booking({ customer_id, property_id: shared });
    const second = await rows.booking({
      customer_id,
      property_id: shared,
      starts_at: "2026-12-01T14:30:00.000Z",
      ends_at: "2026-12-01T15:30:00.000Z",
    });
    const tries = await Promise.allSettled(
      [first, second].map((id) => world.a.caller("sales_manager").bookings.approve({ id })),
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = tries.find((one) => one.status === "rejected");
    expect(refusalOf(lost?.reason)).toMatchObject({
      code: "CONFLICT",
      reason: "overlap_property",
      current: { status: "pending", clashes: 1 },
    });
  });

  it("a viewing may begin the minute another of the same property ends", async () => {
    const shared = await rows.property();
    const first = await rows.booking({ customer_id, property_id: shared });
    const next = await rows.booking({
      customer_id,
      property_id: shared,
      starts_at: "2026-12-01T15:00:00.000Z",
      ends_at: "2026-12-01T16:00:00.000Z",
    });
    await world.a.caller().bookings.approve({ id: first });
    expect(await world.a.caller().bookings.approve({ id: next })).toMatchObject({ status: "approved" });
  });

  it("one member of staff cannot show two properties at once", async () => {
    const staff_id = world.a.users.sales_manager.id;
    const first = await rows.booking({ customer_id, property_id: await rows.property(), staff_id });
    const second = await rows.booking({ customer_id, property_id: await rows.property(), staff_id });
    await world.a.caller().bookings.approve({ id: first });
    const refused = await world.a.caller().bookings.approve({ id: second }).catch(refusalOf);
    expect(refused).toMatchObject({ code: "CONFLICT", reason: "overlap_staff" });
    expect(await statusOf(second)).toMatchObject({ status: "pending", version: 1 });
  });

  it("a decision on what a colleague changed meanwhile is refused with the current row", async () => {
    const id = await rows.booking({ customer_id, property_id: await rows.property() });
    await database.superuser`update bookings set notes = 'moved', version = 2 where id = ${id}`;
    expect(
      await world.a.caller().bookings.reject({ id, version: 1, reason: "خارج الدوام" }).catch(refusalOf),
    ).toMatchObject({
      code: "CONFLICT",
      reason: "stale",
      current: { version: 2, notes: "moved" },
    });
    expect(await world.a.caller().bookings.reject({ id, version: 2, reason: "خارج الدوام" })).toMatchObject({
      status: "rejected",
      reject_reason: "خارج الدوام",
    });
  });

  it("a rejected viewing stays rejected", async () => {
    const id = await rows.booking({ customer_id, property_id: await rows.property() });
    await world.a.caller().bookings.reject({ id });
    expect(await world.a.caller().bookings.approve({ id }).catch(refusalOf)).toMatchObject({
      code: "CONFLICT",
      reason: "already_decided",
    });
    expect(await statusOf(id)).toMatchObject({ status: "rejected" });
  });

  it("leaves who, what, before and after in the trail of the same request", async () => {
    const id = await rows.booking({ customer_id, property_id: await rows.property() });
    await world.a.caller("sales_manager", { request_id: "request-of-this-test" }).bookings.approve({ id });
    const trail =
      await database.superuser`select actor_id, actor_role, op, before ->> 'status' as before, after ->> 'status' as after
      from audit_log where table_name = 'bookings' and row_id = ${id} and request_id = 'request-of-this-test'`;
    expect([...trail]).toEqual([
      {
        actor_id: world.a.users.sales_manager.id,
        actor_role: "sales_manager",
        op: "update",
        before: "pending",
        after: "approved",
      },
    ]);
  });
});

describe("the list of viewings", () => {
  it("pages over equal times without losing or repeating a row", async () => {
    const property = await rows.property();
    const made = new Set<string>();
    for (let count = 0; count < 7; count += 1) {
      made.add(
        await rows.booking({
          customer_id,
          property_id: property,
          starts_at: "2027-01-05T10:00:00.000Z",
          ends_at: "2027-01-05T11:00:00.000Z",
        }),
      );
    }
    for (const sort of ["soonest", "latest"] as const) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: { bookings: { id: string }[]; next_cursor: string | null } = await world.a
          .caller()
          .bookings.list({ property_id: property, sort, cursor, limit: 3 });
        seen.push(...page.bookings.map(({ id }) => id));
        cursor = page.next_cursor;
      } while (cursor !== null);
      expect(seen).toHaveLength(7);
      expect(new Set(seen)).toEqual(made);
    }
  });

  it("finds by part of a customer's name in any spelling, by phone in any digits, and by number", async () => {
    const property = await rows.property();
    const other = await rows.customer({ name: "إبراهيم عبد الله", phone: "+966555551234" });
    const id = await rows.booking({ customer_id: other, property_id: property });
    const [{ number }] = (await database.superuser`select number from bookings where id = ${id}`) as unknown as [
      { number: string },
    ];
    for (const q of ["ابراهيم", "أبراهيم عبدالله", "٥٥٥٥٥١٢٣٤", "0555551234", `VB-${number}`]) {
      const { bookings } = await world.a.caller().bookings.list({ q });
      expect(
        bookings.map((booking) => booking.id),
        q,
      ).toContain(id);
    }
    expect((await world.a.caller().bookings.list({ q: "لا أحد بهذا الاسم" })).bookings).toEqual([]);
  });

  it("refuses a tampered cursor by name", async () => {
    const refused = await world.a.caller().bookings.list({ cursor: "bm90LW91cnM" }).catch(refusalOf);
    expect(refused).toMatchObject({ code: "BAD_REQUEST", issues: [{ path: "cursor", code: "invalid_cursor" }] });
  });

  it("counts exactly what it lists", async () => {
    const property = await rows.property();
    await rows.booking({ customer_id, property_id: property });
    await rows.booking({ customer_id, property_id: property, status: "rejected" });
    const counts = await world.a.caller().bookings.counts({ property_id: property });
    expect(counts).toEqual({ all: 2, pending: 1, approved: 0, rejected: 1, cancelled: 0, completed: 0 });
    expect((await world.a.caller().bookings.list({ property_id: property, status: "pending" })).bookings).toHaveLength(
      1,
    );
  });
});

describe("a new viewing", () => {
  const times = { starts_at: "2026-12-20T10:00:00Z", ends_at: "2026-12-20T11:00:00+00:00" };

  it("is pending, numbered within its company, and priced in the company's currency", async () => {
    const booking = await world.a
      .caller()
      .bookings.create({ customer_id, property_id, ...times, price: "2,450,000".replaceAll(",", "") });
    expect(booking).toMatchObject({
      status: "pending",
      price: "2450000.00",
      currency: "SAR",
      starts_at: "2026-12-20T10:00:00.000Z",
    });
    expect(booking.reference).toMatch(/^VB-\d+$/);
  });

  it("is made once when the same Idempotency-Key comes twice at once", async () => {
    const extra = { idempotency_key: "one-and-the-same" };
    const made = await Promise.all(
      [1, 2, 3].map(() => world.a.caller("admin", extra).bookings.create({ customer_id, property_id, ...times })),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const other = await world.a
      .caller("admin", extra)
      .bookings.create({ customer_id, property_id, ...times, notes: "another" })
      .catch(refusalOf);
    expect(other).toMatchObject({ code: "CONFLICT", reason: "idempotency_key_reused" });
  });

  it("cannot be for another company's customer, property or staff, and answers as for one that never was", async () => {
    const foreign = rowsOf(database, world.b.company_id);
    const [theirs, listing] = [await foreign.customer(), await foreign.property()];
    const never = "01999999-0000-7000-8000-000000000000";
    const wrong = [
      { customer_id: theirs, property_id },
      { customer_id: never, property_id },
      { customer_id, property_id: listing },
      { customer_id, property_id, staff_id: world.b.users.admin.id },
    ];
    for (const ids of wrong) {
      expect(
        await world.a
          .caller()
          .bookings.create({ ...ids, ...times })
          .catch(refusalOf),
      ).toMatchObject({ code: "NOT_FOUND" });
    }
    expect(
      await world.a.caller().bookings.create({ customer_id, property_id, ...times, staff_id: world.a.users.admin.id }),
    ).toMatchObject({
      staff: { id: world.a.users.admin.id },
    });
  });

  it("names each wrong field", async () => {
    const wrong = [
      [{ starts_at: "2026-02-30T10:00:00Z" }, "starts_at"],
      [{ ends_at: times.starts_at }, "ends_at"],
      [{ price: "-1" }, "price"],
      [{ price: "1.234" }, "price"],
      [{ customer_id: "not-an-id" }, "customer_id"],
      [{ notes: "x".repeat(2001) }, "notes"],
    ] as const;
    for (const [field, path] of wrong) {
      const refused = await world.a
        .caller()
        .bookings.create({ customer_id, property_id, ...times, ...field })
        .catch(refusalOf);
      expect(refused, path).toMatchObject({ code: "BAD_REQUEST", issues: [{ path }] });
    }
  });
});
