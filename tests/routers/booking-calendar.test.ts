import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { allPages } from "#tests/support/pages.ts";
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
  customer_id = await rows.customer({ name: "سارة الشمري" });
  property_id = await rows.property();
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const on = (day: string, from: string, to = from.replace(":00", ":45")) => ({
  starts_at: `${day}T${from}:00.000Z`,
  ends_at: `${day}T${to}:00.000Z`,
});
const week = { from: "2027-02-06T21:00:00Z", to: "2027-02-13T21:00:00Z" };
const bookings = () => world.a.caller().bookings;
const idsOf = (answer: { bookings: { id: string }[] }) => answer.bookings.map(({ id }) => id);

describe("the calendar", () => {
  it("holds what touches its stretch of time, in order, and nothing of another company", async () => {
    const inside = await rows.booking({ customer_id, property_id, ...on("2027-02-08", "12:00") });
    const across = await rows.booking({ customer_id, property_id, ...on("2027-02-06", "20:30", "21:30") });
    for (const span of [on("2027-02-06", "20:00", "21:00"), on("2027-02-13", "21:00")])
      await rows.booking({ customer_id, property_id, ...span });
    const theirs = rowsOf(database, world.b.company_id);
    await theirs.booking({
      customer_id: await theirs.customer(),
      property_id: await theirs.property(),
      ...on("2027-02-08", "12:00"),
    });
    const answer = await bookings().calendar(week);
    expect(idsOf(answer)).toEqual([across, inside]);
    expect(answer).toMatchObject({ is_cut: false, bookings: [{}, { customer_name: "سارة الشمري", staff: null }] });
  });

  it("marks a pending viewing that an approved one is in the way of", async () => {
    const shared = await rows.property();
    const wish = await rows.booking({ customer_id, property_id: shared, ...on("2027-03-03", "12:00") });
    const stretch = { from: "2027-03-03T00:00:00Z", to: "2027-03-04T00:00:00Z" };
    expect((await bookings().calendar(stretch)).bookings).toMatchObject([{ id: wish, clashes: 0 }]);
    await rows.booking({ customer_id, property_id: shared, status: "approved", ...on("2027-03-03", "12:30", "13:30") });
    expect((await bookings().calendar(stretch)).bookings).toMatchObject([
      { id: wish, clashes: 1 },
      { status: "approved", clashes: 0 },
    ]);
  });

  it("obeys the list's filters", async () => {
    const stretch = { from: "2027-04-01T00:00:00Z", to: "2027-04-02T00:00:00Z" };
    const staff_id = world.a.users.agent.id;
    const other = await rows.customer({ name: "فيصل المطيري" });
    const mine = await rows.booking({ customer_id, property_id, staff_id, ...on("2027-04-01", "08:00") });
    const theirs = await rows.booking({
      customer_id: other,
      property_id,
      status: "rejected",
      ...on("2027-04-01", "09:00"),
    });
    expect(idsOf(await bookings().calendar(stretch))).toEqual([mine, theirs]);
    expect(idsOf(await bookings().calendar({ ...stretch, status: "rejected" }))).toEqual([theirs]);
    expect(idsOf(await bookings().calendar({ ...stretch, staff_id }))).toEqual([mine]);
    expect(idsOf(await bookings().calendar({ ...stretch, q: "فيصل" }))).toEqual([theirs]);
  });

  it("says when there are more than it answers", async () => {
    await database.superuser`insert into bookings (company_id, id, number, customer_id, property_id, starts_at, ends_at, currency)
      select ${world.a.company_id}, gen_random_uuid(), 2000000 + n, ${customer_id}, ${property_id},
        '2027-05-10T00:00:00Z'::timestamptz + n * interval '2 minutes', '2027-05-10T00:30:00Z'::timestamptz + n * interval '2 minutes', 'SAR'
      from generate_series(1, 501) n`;
    const stretch = { from: "2027-05-01T00:00:00Z", to: "2027-06-01T00:00:00Z" };
    const cut = await bookings().calendar(stretch);
    expect(cut).toMatchObject({ is_cut: true });
    expect(cut.bookings).toHaveLength(500);
    expect(await bookings().calendar({ ...stretch, from: "2027-05-10T01:00:00Z" })).toMatchObject({ is_cut: false });
  });

  it("refuses more than two months at once by name", async () => {
    expect(
      await bookings().calendar({ from: "2027-01-01T00:00:00Z", to: "2027-06-01T00:00:00Z" }).catch(refusalOf),
    ).toMatchObject({ code: "BAD_REQUEST", issues: [{ path: "to", code: "too_long" }] });
  });
});

describe("what waits for a decision first", () => {
  it("comes soonest first, then the rest latest first, over pages that neither lose nor repeat a row", async () => {
    const property = await rows.property();
    const make = (day: number, status: string) =>
      rows.booking({ customer_id, property_id: property, status, ...on(`2027-07-0${day}`, "10:00") });
    const pending = [await make(2, "pending"), await make(5, "pending"), await make(7, "pending")];
    const rest = [await make(8, "approved"), await make(4, "rejected"), await make(1, "cancelled")];
    for (const limit of [1, 2, 3, 4, 10]) {
      const seen = await allPages(async (cursor) => {
        const page = await bookings().list({ property_id: property, sort: "pending_first", cursor, limit });
        return { rows: page.bookings, next_cursor: page.next_cursor };
      });
      expect(
        seen.map(({ id }) => id),
        `pages of ${limit}`,
      ).toEqual([...pending, ...rest]);
    }
  });

  it("does not go on from a place that its order cannot have", async () => {
    const first = await bookings().list({ sort: "pending_first", status: "approved", limit: 1 });
    expect(first.next_cursor).not.toBeNull();
    expect(await bookings().list({ sort: "soonest", cursor: first.next_cursor }).catch(refusalOf)).toMatchObject({
      issues: [{ path: "cursor", code: "invalid_cursor" }],
    });
  });
});
