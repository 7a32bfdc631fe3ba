import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { talk_rules } from "#features/summaries/talk-rules.ts";
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
beforeEach(() => database.superuser`update companies set settings = '{"voice_agent": {"name": "نورة"}}'`);

const switches = (of: "a" | "b" = "a") => world[of].caller("admin").talkRules;
const off = async (of: "a" | "b" = "a") =>
  (await switches(of).list({})).rules.filter(({ is_on }) => !is_on).map(({ rule }) => rule);
const settings = async () =>
  (await database.superuser`select settings from companies where company_id = ${world.a.company_id}`)[0]?.settings;

describe("what follows from a talk", () => {
  it("is every rule there is, on until the company says otherwise", async () => {
    const { rules } = await switches().list({});
    expect(rules).toEqual(Object.keys(talk_rules).map((rule) => ({ rule, is_on: true })));
  });

  it("is switched rule by rule, by each company for itself, and leaves other settings and the form's version", async () => {
    const before = await world.a.caller().company.one({});
    await switches().switch({ rule: "stage_after_booking", is_on: false });
    const { rules } = await switches().switch({ rule: "ticket_after_failed_call", is_on: false });
    expect(rules.filter(({ is_on }) => !is_on).map(({ rule }) => rule)).toEqual([
      "ticket_after_failed_call",
      "stage_after_booking",
    ]);
    expect(await off("b")).toEqual([]);
    await switches().switch({ rule: "stage_after_booking", is_on: true });
    expect(await off()).toEqual(["ticket_after_failed_call"]);
    expect(await settings()).toEqual({
      voice_agent: { name: "نورة" },
      talk_rules: { ticket_after_failed_call: false, stage_after_booking: true },
    });
    expect((await world.a.caller().company.one({})).version).toBe(before.version);
  });

  it("loses no switch when two are turned at once, and mends a setting of another shape", async () => {
    await database.superuser`update companies set settings = '{"talk_rules": ["odd"]}'`;
    expect(await off()).toEqual([]);
    await Promise.all(
      (["stage_after_interest", "stage_after_booking", "no_calls_after_refusal"] as const).map((rule) =>
        switches().switch({ rule, is_on: false }),
      ),
    );
    expect(await off()).toEqual(["stage_after_interest", "stage_after_booking", "no_calls_after_refusal"]);
  });

  it("is an admin's to switch, by the names of the rules alone", async () => {
    const before = await settings();
    for (const role of ["sales_manager", "support_manager", "agent"] as const) {
      const { talkRules } = world.a.caller(role);
      expect(await talkRules.list({}).catch(refusalOf)).toEqual({ code: "FORBIDDEN" });
      const refused = await talkRules.switch({ rule: "stage_after_booking", is_on: false }).catch(refusalOf);
      expect(refused).toEqual({ code: "FORBIDDEN" });
    }
    const unknown = await Reflect.apply(switches().switch, null, [{ rule: "voice_agent", is_on: false }]).catch(
      refusalOf,
    );
    expect(unknown).toMatchObject({ code: "BAD_REQUEST", issues: [{ path: "rule" }] });
    expect(await settings()).toEqual(before);
  });

  it("is in the trail under the name of who switched it", async () => {
    await switches().switch({ rule: "stage_after_booking", is_on: false });
    const [row] = await database.superuser`
      select actor_id, before -> 'settings' -> 'talk_rules' as was, after -> 'settings' -> 'talk_rules' as became
        from audit_log where table_name = 'companies' and company_id = ${world.a.company_id} order by seq desc limit 1`;
    expect(row).toEqual({ actor_id: world.a.users.admin.id, was: null, became: { stage_after_booking: false } });
  });
});
