import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, zonedDay } from "#lib/time.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { allPages, forgedCursors } from "#tests/support/pages.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
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

const never = "01999999-0000-7000-8000-000000000000";
const stored = async (id: string) => (await database.superuser`select * from properties where id = ${id}`)[0];
const villa = { title: "فيلا في النرجس", kind: "villa" as const, price: "2450000", city: "الرياض", district: "النرجس" };

describe("a new listing", () => {
  it("is priced in the company's currency unless it says another", async () => {
    expect(
      await world.a.caller().properties.create({ ...villa, reference: "R-1", price: "٢٤٥٠٠٠٠٫٥٠".replace("٫", ".") }),
    ).toMatchObject({
      reference: "R-1",
      price: "2450000.50",
      currency: "SAR",
      purpose: "sale",
      status: "available",
      version: 1,
    });
    expect(
      await world.a.caller().properties.create({ ...villa, reference: "R-2", price: "1.125", currency: "KWD" }),
    ).toMatchObject({
      price: "1.125",
      currency: "KWD",
    });
  });

  it("with a reference that is taken is refused, with the listing that has it; another company's does not count", async () => {
    const first = await world.a.caller().properties.create({ ...villa, reference: "R-10" });
    const refused = await world.a
      .caller()
      .properties.create({ ...villa, reference: "R-10", title: "أخرى" })
      .catch(refusalOf);
    expect(refused).toEqual({ code: "CONFLICT", reason: "reference_taken", current: first });
    expect(await world.b.caller().properties.create({ ...villa, reference: "R-10" })).toMatchObject({
      currency: "AED",
    });
  });

  it("names each wrong field", async () => {
    const wrong = [
      [{ reference: "" }, "reference"],
      [{ title: "x".repeat(201) }, "title"],
      [{ price: "-1" }, "price"],
      [{ price: "1.234" }, "price"],
      [{ price: "9".repeat(13) }, "price"],
      [{ bedrooms: -1 }, "bedrooms"],
      [{ area_sqm: 1.5 }, "area_sqm"],
      [{ permit_expires_on: "2026-02-30" }, "permit_expires_on"],
      [{ currency: "XXX" as "SAR" }, "currency"],
      [{ company_id: world.b.company_id }, "company_id"],
    ] as const;
    for (const [field, path] of wrong) {
      const refused = await world.a
        .caller()
        .properties.create({ ...villa, reference: "R-20", ...field })
        .catch(refusalOf);
      expect(refused, path).toMatchObject({ code: "BAD_REQUEST", issues: [{ path }] });
    }
    expect(await world.a.caller().properties.create({ ...villa, reference: "R-20" })).toMatchObject({
      reference: "R-20",
    });
  });

  it("may be offered only while it is available and its permit holds, today in the company's own zone included", async () => {
    const today = zonedDay(new Date(), world.a.timezone);
    const cases = [
      [{ permit_number: "7200001", permit_expires_on: today }, true],
      [{ permit_number: "7200001", permit_expires_on: addDays(today, 30) }, true],
      [{ permit_number: "7200001", permit_expires_on: addDays(today, -1) }, false],
      [{ permit_number: null, permit_expires_on: addDays(today, 30) }, false],
      [{ permit_number: "7200001", permit_expires_on: null }, false],
      [{ permit_number: "7200001", permit_expires_on: addDays(today, 30), status: "reserved" as const }, false],
    ] as const;
    for (const [at, [fields, offerable]] of cases.entries()) {
      const made = await world.a.caller().properties.create({ ...villa, reference: `P-${at}`, ...fields });
      expect(made.is_offerable, JSON.stringify(fields)).toBe(offerable);
    }
  });
});

describe("changing a listing", () => {
  it("keeps what is not given, its purpose and status too, and reads a price in the listing's own currency", async () => {
    const made = await world.a
      .caller()
      .properties.create({ ...villa, reference: "C-1", currency: "KWD", purpose: "rent", status: "reserved" });
    const changed = await world.a.caller().properties.update({ id: made.id, version: 1, price: "10.125" });
    expect(changed).toMatchObject({
      price: "10.125",
      currency: "KWD",
      purpose: "rent",
      status: "reserved",
      title: villa.title,
      version: 2,
    });
    const refused = await world.a
      .caller()
      .properties.update({ id: made.id, price: "10.125", currency: "SAR" })
      .catch(refusalOf);
    expect(refused).toMatchObject({ code: "BAD_REQUEST", issues: [{ path: "price" }] });
    const lone = await world.a.caller().properties.update({ id: made.id, currency: "SAR" }).catch(refusalOf);
    expect(lone).toMatchObject({ code: "BAD_REQUEST", issues: [{ path: "price", code: "price_missing" }] });
  });

  it("that a colleague changed meanwhile is refused with the current row, and changes nothing", async () => {
    const { id } = await world.a.caller().properties.create({ ...villa, reference: "C-2" });
    const current = await world.a.caller("sales_manager").properties.update({ id, status: "sold" });
    const refused = await world.a.caller().properties.update({ id, version: 1, status: "available" }).catch(refusalOf);
    expect(refused).toEqual({ code: "CONFLICT", reason: "stale", current });
    expect(await stored(id)).toMatchObject({ status: "sold", version: 2 });
  });

  it("to a reference that is taken is refused, and changes nothing", async () => {
    const [first, second] = [
      await world.a.caller().properties.create({ ...villa, reference: "C-3" }),
      await world.a.caller().properties.create({ ...villa, reference: "C-4" }),
    ];
    const refused = await world.a
      .caller()
      .properties.update({ id: second.id, reference: "C-3", title: "نصف" })
      .catch(refusalOf);
    expect(refused).toEqual({ code: "CONFLICT", reason: "reference_taken", current: first });
    expect(await world.a.caller().properties.one({ id: second.id })).toEqual(second);
  });

  it("of another company is as of one that never was, and it is unchanged", async () => {
    const theirs = await rowsOf(database, world.b.company_id).property();
    const before = await stored(theirs);
    for (const id of [theirs, never]) {
      expect(await world.a.caller().properties.update({ id, title: "seen" }).catch(refusalOf)).toEqual({
        code: "NOT_FOUND",
      });
      expect(await world.a.caller().properties.one({ id }).catch(refusalOf)).toEqual({ code: "NOT_FOUND" });
    }
    expect(await stored(theirs)).toEqual(before);
    expect(await world.b.caller().properties.one({ id: theirs })).toMatchObject({ id: theirs });
  });

  it("with nothing to change is refused", async () => {
    const { id } = await world.a.caller().properties.create({ ...villa, reference: "C-5" });
    expect(await world.a.caller().properties.update({ id, version: 1 }).catch(refusalOf)).toMatchObject({
      issues: [{ code: "nothing_to_change" }],
    });
  });
});

describe("the list of listings", () => {
  it("pages over equal prices and times without losing or repeating one, dearest or cheapest first", async () => {
    const district = "حي الصفحات";
    for (let nth = 0; nth < 7; nth += 1) {
      await world.a
        .caller()
        .properties.create({ ...villa, reference: `L-${nth}`, district, price: nth < 5 ? "500" : String(nth) });
    }
    await database.superuser`update properties set created_at = '2026-01-01T00:00:00Z' where district = ${district}`;
    const read = (sort: "newest" | "price_low" | "price_high") =>
      allPages(async (cursor) => {
        const { properties, next_cursor } = await world.a
          .caller()
          .properties.list({ district, sort, cursor, limit: 2 });
        return { rows: properties, next_cursor };
      });
    for (const sort of ["newest", "price_low", "price_high"] as const) {
      const seen = await read(sort);
      expect(new Set(seen.map(({ id }) => id)).size, sort).toBe(7);
      expect(seen, sort).toHaveLength(7);
    }
    const prices = (await read("price_low")).map(({ price }) => Number(price));
    expect(prices).toEqual([5, 6, 500, 500, 500, 500, 500]);
    expect((await read("price_high")).map(({ price }) => Number(price))).toEqual([...prices].reverse());
  });

  it("finds by title and district in any spelling, and by whole reference", async () => {
    const made = await world.b.caller().properties.create({
      ...villa,
      reference: "Dxb-77",
      title: "شقّة بإطلالة على المرسى",
      title_en: "Marina View",
      district: "دبي مارينا",
      kind: "apartment",
    });
    for (const q of ["شقة", "شقه باطلاله", "المرسي", "marina view", "مارينا", "DXB-77"]) {
      expect(
        (await world.b.caller().properties.list({ q })).properties.map(({ id }) => id),
        q,
      ).toEqual([made.id]);
      expect((await world.a.caller().properties.list({ q })).properties, q).toEqual([]);
    }
    expect((await world.b.caller().properties.list({ q: "شقة", kind: "villa" })).properties).toEqual([]);
    expect((await world.b.caller().properties.list({ district: "دُبَي مارينا" })).properties).toHaveLength(1);
  });

  it("refuses forged cursors by name, and one of another order", async () => {
    for (const sort of ["newest", "price_low"] as const) {
      for (const cursor of forgedCursors) {
        expect(await world.a.caller().properties.list({ sort, cursor }).catch(refusalOf)).toMatchObject({
          code: "BAD_REQUEST",
          issues: [{ path: "cursor", code: "invalid_cursor" }],
        });
      }
    }
    const { next_cursor } = await world.a.caller().properties.list({ limit: 1 });
    expect(next_cursor).not.toBeNull();
    const refused = await world.a.caller().properties.list({ sort: "price_low", cursor: next_cursor }).catch(refusalOf);
    expect(refused).toMatchObject({ issues: [{ path: "cursor" }] });
  });
});
