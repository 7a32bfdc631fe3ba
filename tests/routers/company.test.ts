import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

const company = (of: "a" | "b" = "a") => world[of].caller("admin").company;

describe("the company's settings", () => {
  it("change what is given, leave the rest and the other company, and hold at everybody's next request", async () => {
    const [before, theirs] = [await company().one({}), await company("b").one({})];
    expect(before).toMatchObject({ timezone: "Asia/Riyadh", week_start: 7, weekend: [5, 6], digits: "latn" });
    const working_hours = { 1: { from: "٠٨:٣٠", to: "16:00" }, 6: { from: "9:00", to: "13:00" } };
    const after = await company().update({
      version: before.version,
      name_en: "Alpha Homes",
      timezone: "Africa/Cairo",
      currency: "EGP",
      week_start: 6,
      weekend: [6, 5, 5],
      digits: "arab",
      working_hours,
      ticket_hours: { urgent: 2, high: 8.5, medium: 20, low: 40 },
    });
    expect(after).toMatchObject({
      name: before.name,
      name_en: "Alpha Homes",
      weekend: [5, 6],
      working_hours: { 1: { from: "08:30", to: "16:00" }, 6: { from: "09:00", to: "13:00" } },
      ticket_hours: { high: 8.5 },
      version: before.version + 1,
    });
    const me = await world.a.caller("agent").auth.me();
    expect(me.company).toMatchObject({
      name_en: "Alpha Homes",
      timezone: "Africa/Cairo",
      week_start: 6,
      digits: "arab",
    });
    expect(await company("b").one({})).toEqual(theirs);
  });

  it("from a stale version are refused with the row as it is", async () => {
    const { version } = await company().one({});
    await company().update({ version, name: "الاسم الأول" });
    const refused = await company().update({ version, name: "الاسم الثاني" }).catch(refusalOf);
    expect(refused).toMatchObject({
      code: "CONFLICT",
      reason: "stale",
      current: { name: "الاسم الأول", version: version + 1 },
    });
    expect((await company().one({})).name).toBe("الاسم الأول");
  });

  it("name each wrong field and then change nothing", async () => {
    const before = await company().one({});
    const wrong = [
      [{ timezone: "Asia/Mars" }, "timezone"],
      [{ timezone: "+03:00" }, "timezone"],
      [{ currency: "XXX" }, "currency"],
      [{ week_start: 8 }, "week_start"],
      [{ weekend: [1, 2, 3, 4, 5, 6, 7] }, "weekend"],
      [{ working_hours: {} }, "working_hours"],
      [{ working_hours: { 1: { from: "18:00", to: "09:00" } } }, "working_hours.1.to"],
      [{ working_hours: { 1: { from: "25:00", to: "26:00" } } }, "working_hours.1.from"],
      [{ ticket_hours: { urgent: 0, high: 1, medium: 1, low: 1 } }, "ticket_hours.urgent"],
      [{ name: " " }, "name"],
      [{ slug: "another" }, "slug"],
      [{ company_id: world.b.company_id }, "company_id"],
    ] as const;
    for (const [field, path] of wrong) {
      const refused = await Reflect.apply(company().update, null, [field]).catch(refusalOf);
      expect(refused, path).toMatchObject({
        code: "BAD_REQUEST",
        issues: expect.arrayContaining([expect.objectContaining({ path })]),
      });
    }
    expect(await company().one({})).toEqual(before);
  });
});
