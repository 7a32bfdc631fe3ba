import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, zonedDay } from "#lib/time.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { figuresOf } from "#tests/support/figures.ts";
import { allPages, forgedCursors } from "#tests/support/pages.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let rows: ReturnType<typeof rowsOf>;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  rows = rowsOf(database, world.a.company_id);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const properties = (role: "admin" | "sales_manager" | "support_manager" = "sales_manager") =>
  world.a.caller(role).properties;
const asked = async (property_id: string, customer_id: string, at: string, conversation_id: string | null = null) => {
  await database.superuser`insert into property_inquiries (company_id, id, property_id, customer_id, conversation_id, source, created_at)
    values (${world.a.company_id}, ${uuidv7()}, ${property_id}, ${customer_id}, ${conversation_id}, 'voice_agent', ${at})`;
};

describe("a listing's permit", () => {
  it("stands by today in the company's zone, on the row, in the filter and in the counts alike", async () => {
    const today = zonedDay(new Date(), world.a.timezone);
    const district = "حي الرخص";
    const cases = [
      [{ permit_number: "1", permit_expires_on: addDays(today, 31) }, "valid", 31],
      [{ permit_number: "1", permit_expires_on: addDays(today, 30) }, "expiring", 30],
      [{ permit_number: "1", permit_expires_on: today }, "expiring", 0],
      [{ permit_number: "1", permit_expires_on: addDays(today, -1) }, "expired", -1],
      [{ permit_number: null, permit_expires_on: today }, "missing", null],
      [{ permit_number: "1", permit_expires_on: null }, "missing", null],
    ] as const;
    const villa = { title: "فيلا", kind: "villa" as const, price: "1", city: "الرياض", district };
    for (const [n, [fields, permit_state, permit_days_left]] of cases.entries()) {
      const made = await properties().create({ ...villa, reference: `T-${n}`, ...fields });
      expect(made, JSON.stringify(fields)).toMatchObject({ permit_state, permit_days_left });
      const found = await properties().list({ district, permit_state });
      expect(found.properties).toContainEqual(made);
      expect(new Set(found.properties.map((one) => one.permit_state))).toEqual(new Set([permit_state]));
    }
    const permits = { valid: 1, expiring: 2, expired: 1, missing: 2 };
    expect(await properties().counts({ district })).toMatchObject({ all: 6, available: 6, sold: 0, permits });
    expect(await properties().counts({ district, permit_state: "expiring" })).toMatchObject({ all: 2, permits });
  });
});

describe("the list of listings", () => {
  it("is narrowed by purpose, bedrooms and a price in any digits; another currency is not compared", async () => {
    const base = { title: "شقة", kind: "apartment" as const, city: "الرياض", district: "حي الأسعار" };
    const made = [
      { price: "900000", bedrooms: 2 },
      { price: "1200000", bedrooms: 3 },
      { price: "60000", bedrooms: 3, purpose: "rent" as const },
      { price: "1000000", bedrooms: 4, currency: "USD" as const },
    ];
    for (const [n, fields] of made.entries()) await properties().create({ ...base, reference: `F-${n}`, ...fields });
    const found = async (filters: object) => {
      const { properties: list } = await properties().list({ district: base.district, sort: "price_low", ...filters });
      return list.map(({ reference }) => reference);
    };
    expect(await found({ price_from: "٩٠٠٠٠٠", price_to: "۱۲۰۰۰۰۰" })).toEqual(["F-0", "F-1"]);
    expect(await found({ price_to: "899999.99" })).toEqual(["F-2"]);
    expect(await found({ purpose: "rent" })).toEqual(["F-2"]);
    expect(await found({ bedrooms_from: 3 })).toEqual(["F-2", "F-3", "F-1"]);
    expect(await properties().list({ price_from: "1.001" }).catch(refusalOf)).toMatchObject({
      issues: [{ path: "price_from", code: "invalid_amount" }],
    });
  });
});

describe("who asked about a listing", () => {
  it("is each customer once, the last to ask first, out of inquiries and viewings, with what it came from", async () => {
    const property = await rows.property();
    const [one, two, three] = [await rows.customer(), await rows.customer(), await rows.customer()];
    const figures = figuresOf(database, world.a.company_id);
    const talk = await figures.conversation({ started_at: "2026-11-01T10:00:00Z", customer_id: one });
    await asked(property, one, "2026-11-01T10:00:00Z", talk);
    await asked(property, two, "2026-11-02T10:00:00Z");
    await asked(property, three, "2026-11-02T10:00:00Z");
    const booking = await rows.booking({ customer_id: two, property_id: property });
    await database.superuser`update bookings set created_at = '2026-11-03T10:00:00Z' where id = ${booking}`;

    const seen = await allPages(async (cursor) => {
      const { inquirers, next_cursor } = await properties().inquirers({ id: property, limit: 1, cursor });
      return { rows: inquirers, next_cursor };
    });
    expect(seen).toMatchObject([
      {
        customer: { id: two },
        times: 2,
        source: "staff",
        booking: { id: booking },
        asked_at: "2026-11-03T10:00:00.000Z",
      },
      { customer: { id: three }, times: 1, source: "voice_agent", booking: null },
      { customer: { id: one }, times: 1, conversation_id: talk },
    ]);
    // Who may not read viewings sees what was asked, and not that a viewing came of it.
    const support = await properties("support_manager").inquirers({ id: property });
    expect(support.inquirers.find(({ customer }) => customer.id === two)).toMatchObject({ times: 1, booking: null });
    expect(await properties("support_manager").activity({ id: property })).toEqual({ inquirers: 3 });
    expect(await properties().activity({ id: property })).toMatchObject({ inquirers: 3, viewings: 1 });
    for (const cursor of forgedCursors) {
      const refused = await properties().inquirers({ id: property, cursor }).catch(refusalOf);
      expect(refused).toMatchObject({ issues: [{ path: "cursor" }] });
    }
  });

  it("follows a merged customer to the one who stayed, when reading and when writing", async () => {
    const property = await rows.property();
    const [gone, stays] = [await rows.customer(), await rows.customer({ name: "الباقي" })];
    await asked(property, gone, "2026-11-01T10:00:00Z");
    await database.superuser`update customers set merged_into_id = ${stays} where id = ${gone}`;
    const { inquirers } = await properties("support_manager").addInquiry({ property_id: property, customer_id: gone });
    expect(inquirers).toMatchObject([{ customer: { id: stays, name: "الباقي" }, times: 2, source: "staff" }]);
    const stored =
      await database.superuser`select customer_id from property_inquiries where property_id = ${property} order by created_at`;
    expect(stored).toEqual([{ customer_id: gone }, { customer_id: stays }]);
  });

  it("and its viewings to come, soonest first: pending and approved, none that is over or off", async () => {
    const property = await rows.property();
    const customer_id = await rows.customer({ name: "سارة" });
    const at = (day: number) => ({ starts_at: `2198-01-0${day}T10:00:00Z`, ends_at: `2198-01-0${day}T11:00:00Z` });
    const later = await rows.booking({ customer_id, property_id: property, ...at(3), status: "approved" });
    const sooner = await rows.booking({ customer_id, property_id: property, ...at(2) });
    await rows.booking({ customer_id, property_id: property, ...at(1), status: "rejected" });
    await rows.booking({
      customer_id,
      property_id: property,
      starts_at: "2020-01-01T10:00:00Z",
      ends_at: "2020-01-01T11:00:00Z",
    });
    const activity = await properties().activity({ id: property });
    expect(activity).toMatchObject({ inquirers: 1, viewings: 4 });
    expect(activity.upcoming?.map(({ id, customer, staff }) => [id, customer.name, staff])).toEqual([
      [sooner, "سارة", null],
      [later, "سارة", null],
    ]);
  });

  it("of another company's listing is as of one that never was, and nothing is written", async () => {
    const theirs = rowsOf(database, world.b.company_id);
    const [property, customer] = [await theirs.property(), await theirs.customer()];
    const [own_property, own_customer] = [await rows.property(), await rows.customer()];
    const notFound = { code: "NOT_FOUND" };
    expect(await properties().inquirers({ id: property }).catch(refusalOf)).toEqual(notFound);
    expect(await properties().activity({ id: property }).catch(refusalOf)).toEqual(notFound);
    for (const input of [
      { property_id: property, customer_id: own_customer },
      { property_id: own_property, customer_id: customer },
    ]) {
      expect(await properties().addInquiry(input).catch(refusalOf)).toEqual(notFound);
    }
    const written =
      await database.superuser`select from property_inquiries where property_id in (${property}, ${own_property})`;
    expect(written).toHaveLength(0);
    const mine = await properties().addInquiry({ property_id: own_property, customer_id: own_customer });
    expect(mine.inquirers).toHaveLength(1);
  });
});
