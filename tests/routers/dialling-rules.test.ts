import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { enteredOn } from "#tests/support/entered.ts";
import { figuresOf } from "#tests/support/figures.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let app: ReturnType<typeof enteredOn>;
beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  app = enteredOn(database);
});
afterAll(async () => {
  await app.end();
  await world.close();
  await database.drop();
});
beforeEach(() => database.superuser`delete from dialling_rules`);

const rules = (of: "a" | "b" = "a") => world[of].caller("admin").diallingRules;
const ruleOf = async (country: string | null, of: "a" | "b" = "a") =>
  (await rules(of).list({})).rules.find((rule) => rule.country === country);
const stored = () => database.superuser`select * from dialling_rules order by company_id, country`;

const stricter = {
  country: "SA",
  from_time: "10:00",
  to_time: "16:00",
  on_weekend: false,
  unanswered_per_day: 1,
  unanswered_per_week: 1,
  holidays: ["2026-12-01"],
};

/** Why the database would refuse to dial a Saudi number of the company at an instant; null when it would not. */
async function refusal(at: string, company: World["a"]): Promise<string | null> {
  const figures = figuresOf(database, company.company_id);
  const campaign_id = await figures.campaign({ status: "running" });
  const id = await figures.recipient({ campaign_id, phone: "+966550000077" });
  const [row] = await app.inside(company.company_id, (sql) => sql`select reason from app.may_dial(${id}, ${at})`);
  return row?.reason ?? null;
}

describe("the dialling rules", () => {
  it("show every country with its limits, the company's own first and the line for all others last", async () => {
    const { rules: shown } = await rules().list({});
    expect(shown.map(({ country }) => country)).toEqual(["SA", "AE", "BH", "EG", "JO", "KW", "OM", "QA", null]);
    expect(await ruleOf("AE")).toEqual({
      country: "AE",
      calling_code: "+971",
      timezone: "Asia/Dubai",
      weekend: [6, 7],
      usual: {
        from_time: "09:00",
        to_time: "18:00",
        on_weekend: false,
        unanswered_per_day: 1,
        unanswered_per_week: 2,
      },
      own: null,
      version: 0,
    });
    expect((await rules("b").list({})).rules[0]?.country).toBe("AE");
    expect(await ruleOf(null, "b")).toMatchObject({ timezone: "Asia/Dubai", weekend: [6, 7], own: null });
  });

  it("of a company hold at its next dial, for it alone, until it goes back to the usual ones", async () => {
    const [early, holiday] = ["2026-11-30T06:30:00Z", "2026-12-01T08:00:00Z"];
    expect(await refusal(early, world.a)).toBeNull();
    const saved = await rules().save({ ...stricter, version: 0 });
    expect(saved).toMatchObject({
      country: "SA",
      usual: { from_time: "09:00" },
      own: { from_time: "10:00", to_time: "16:00", unanswered_per_week: 1, holidays: ["2026-12-01"] },
      version: 1,
    });
    expect(await ruleOf("SA")).toEqual(saved);
    expect([await refusal(early, world.a), await refusal(holiday, world.a)]).toEqual(["outside_hours", "holiday"]);
    expect([await refusal(early, world.b), await refusal(holiday, world.b)]).toEqual([null, null]);
    expect((await ruleOf("SA", "b"))?.own).toBeNull();

    const back = await rules().reset({ country: "SA", version: 1 });
    expect(back).toMatchObject({ own: null, version: 0 });
    expect([await refusal(early, world.a), await refusal(holiday, world.a)]).toEqual([null, null]);
    expect(await rules().reset({ country: "SA" })).toEqual(back);
  });

  it("are read in any digits and to the day's own end, and each holiday is kept once, in order", async () => {
    const holidays = ["2027-03-05", "2027-03-01", "2027-03-05"];
    const saved = await rules().save({ ...stricter, from_time: "٨:٣٠", to_time: "٢٤:٠٠", holidays });
    expect(saved.own).toMatchObject({
      from_time: "08:30",
      to_time: "24:00",
      holidays: ["2027-03-01", "2027-03-05"],
    });
    expect(await refusal("2026-11-30T20:59:00Z", world.a)).toBeNull();
    expect(await refusal("2026-11-30T21:01:00Z", world.a)).toBe("outside_hours");
  });

  it("from a stale version are refused with what holds now: first save, change and going back", async () => {
    await rules().save({ ...stricter, version: 0 });
    const now = await rules().save({ ...stricter, from_time: "11:00", version: 1 });
    expect(now.version).toBe(2);
    const before = await stored();
    const stale = { code: "CONFLICT", reason: "stale", current: now };
    expect(
      await rules()
        .save({ ...stricter, version: 0 })
        .catch(refusalOf),
    ).toEqual(stale);
    expect(
      await rules()
        .save({ ...stricter, version: 1 })
        .catch(refusalOf),
    ).toEqual(stale);
    expect(await rules().reset({ country: "SA", version: 1 }).catch(refusalOf)).toEqual(stale);
    expect(await stored()).toEqual(before);
    // Whoever names no version means it.
    expect((await rules().save({ ...stricter, from_time: "12:00" })).version).toBe(3);
    await rules().reset({ country: "SA", version: 3 });
    const gone = await rules()
      .save({ ...stricter, version: 3 })
      .catch(refusalOf);
    expect(gone).toMatchObject({ code: "CONFLICT", reason: "stale", current: { own: null, version: 0 } });
    expect(await stored()).toEqual([]);
  });

  it("name each wrong field, and then nothing is changed", async () => {
    await rules().save(stricter);
    const before = await stored();
    const wrong = [
      [{ country: "GB" }, "country", "unknown_country"],
      [{ country: "sa" }, "country", "invalid_format"],
      [{ country: null }, "country", "invalid_type"],
      [{ from_time: "25:00" }, "from_time", "invalid_format"],
      [{ from_time: "24:00" }, "from_time", "invalid_format"],
      [{ to_time: "24:01" }, "to_time", "invalid_format"],
      [{ to_time: "10:00" }, "to_time", "ends_before_start"],
      [{ unanswered_per_day: 0 }, "unanswered_per_day", "too_small"],
      [{ unanswered_per_day: 11 }, "unanswered_per_day", "too_big"],
      [{ unanswered_per_week: 31 }, "unanswered_per_week", "too_big"],
      [{ holidays: ["2026-12-01", "2026-13-01"] }, "holidays.1", "invalid_format"],
      [{ company_id: world.b.company_id }, "company_id", "unknown_field"],
    ] as const;
    for (const [field, path, code] of wrong) {
      const refused = await Reflect.apply(rules().save, null, [{ ...stricter, ...field }]).catch(refusalOf);
      expect(refused, path).toMatchObject({ code: "BAD_REQUEST", issues: [expect.objectContaining({ path, code })] });
    }
    const unknown = await rules().reset({ country: "GB" }).catch(refusalOf);
    expect(unknown).toMatchObject({ code: "BAD_REQUEST", issues: [{ path: "country", code: "unknown_country" }] });
    expect(await stored()).toEqual(before);
  });

  it("are an admin's: who runs campaigns may neither read nor change them", async () => {
    await rules().save(stricter);
    const before = await stored();
    for (const role of ["sales_manager", "support_manager", "agent"] as const) {
      const { diallingRules } = world.a.caller(role);
      expect(await diallingRules.list({}).catch(refusalOf)).toEqual({ code: "FORBIDDEN" });
      expect(await diallingRules.save({ ...stricter, from_time: "09:00" }).catch(refusalOf)).toEqual({
        code: "FORBIDDEN",
      });
      expect(await diallingRules.reset({ country: "SA" }).catch(refusalOf)).toEqual({ code: "FORBIDDEN" });
    }
    expect(await stored()).toEqual(before);
    await rules("b").reset({ country: "SA" });
    expect(await stored()).toEqual(before);
  });

  it("leave who changed them, and what they were, in the trail", async () => {
    await rules().save(stricter);
    await rules().save({ ...stricter, from_time: "11:00" });
    await rules().reset({ country: "SA" });
    const trail = await database.superuser`
      select op, actor_id, before ->> 'from_time' as was, after ->> 'from_time' as became
        from audit_log where company_id = ${world.a.company_id} and table_name = 'dialling_rules' and actor_id is not null
       order by seq desc limit 3`;
    const actor_id = world.a.users.admin.id;
    expect(trail).toEqual([
      { op: "delete", actor_id, was: "11:00", became: null },
      { op: "update", actor_id, was: "10:00", became: "11:00" },
      { op: "insert", actor_id, was: null, became: "10:00" },
    ]);
  });
});
