import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { enteredOn } from "#tests/support/entered.ts";
import { figuresOf } from "#tests/support/figures.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let app: ReturnType<typeof enteredOn>;
let campaign_id: string;
let serial = 1_000;

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
beforeEach(async () => {
  campaign_id = await figuresOf(database, world.a.company_id).campaign({ status: "running" });
  await database.superuser`delete from dialling_rules`;
});

const recipient = (phone: string) => figuresOf(database, world.a.company_id).recipient({ campaign_id, phone });
const newPhone = (country = "+9665") => `${country}${(serial++).toString().padStart(8, "0")}`;

async function ask(recipient_id: string, at: string, company_id = world.a.company_id) {
  const [row] = await app.inside(company_id, (sql) => sql`select * from app.may_dial(${recipient_id}, ${at})`);
  return { reason: row?.reason ?? null, next_at: row?.next_at?.toISOString() ?? null };
}

/** One earlier try of a number, in a campaign of its own. */
async function tried(
  phone: string,
  values: { at: string; outcome: string | null; reason?: string; type?: string },
): Promise<void> {
  const { at, outcome, reason = null, type = "voice" } = values;
  const figures = figuresOf(database, world.a.company_id);
  const other = await figures.campaign({ status: "completed", type });
  const recipient_id = await figures.recipient({ campaign_id: other, phone });
  await database.superuser`insert into dial_attempts (company_id, id, recipient_id, attempt, outcome, reason, started_at, ended_at)
    values (${world.a.company_id}, ${uuidv7()}, ${recipient_id}, 1, ${outcome}, ${reason}, ${at}, ${outcome === null ? null : at})`;
}

// Riyadh is three hours ahead of UTC, Dubai four. 2026-11-29 is a Sunday, 12-04 a Friday, 12-05 a Saturday.
describe("hours, in the zone of the number called", () => {
  it.each([
    ["SA at 09:00", "+9665", "2026-11-30T06:00:00Z", null, null],
    ["SA a minute before", "+9665", "2026-11-30T05:59:00Z", "outside_hours", "2026-11-30T06:00:00.000Z"],
    ["SA at 17:59", "+9665", "2026-11-30T14:59:59Z", null, null],
    ["SA at 18:00", "+9665", "2026-11-30T15:00:00Z", "outside_hours", "2026-12-01T06:00:00.000Z"],
    ["AE at 09:00 of its own clock", "+9715", "2026-11-30T05:00:00Z", null, null],
    ["AE at 18:00 of its own clock", "+9715", "2026-11-30T14:00:00Z", "outside_hours", "2026-12-01T05:00:00.000Z"],
    ["SA on Friday", "+9665", "2026-12-04T08:00:00Z", "weekend", "2026-12-06T06:00:00.000Z"],
    ["AE on Friday", "+9715", "2026-12-04T08:00:00Z", null, null],
    ["AE on Saturday", "+9715", "2026-12-05T08:00:00Z", "weekend", "2026-12-07T05:00:00.000Z"],
    ["SA on Thursday evening", "+9665", "2026-12-03T16:00:00Z", "outside_hours", "2026-12-06T06:00:00.000Z"],
    ["QA", "+9743", "2026-11-30T06:30:00Z", null, null],
    ["KW", "+9655", "2026-11-30T15:30:00Z", "outside_hours", "2026-12-01T06:00:00.000Z"],
    ["BH", "+9733", "2026-11-30T06:30:00Z", null, null],
    ["OM an hour ahead of Riyadh", "+9689", "2026-11-30T05:30:00Z", null, null],
    ["EG an hour behind Riyadh", "+2010", "2026-11-30T06:30:00Z", "outside_hours", "2026-11-30T07:00:00.000Z"],
    ["EG in summer time", "+2010", "2026-07-01T06:30:00Z", null, null],
    ["JO", "+9627", "2026-11-30T06:30:00Z", null, null],
    [
      "another country, by the company's clock and weekend",
      "+4477",
      "2026-12-04T08:00:00Z",
      "weekend",
      "2026-12-06T06:00:00.000Z",
    ],
  ])("%s", async (_, country, at, reason, next_at) => {
    expect(await ask(await recipient(newPhone(country)), at)).toEqual({ reason, next_at });
  });

  it("are the company's own where it set them, with its holidays, for that country alone", async () => {
    await database.superuser`insert into dialling_rules (company_id, id, country, from_time, to_time, on_weekend, holidays, unanswered_per_day, unanswered_per_week)
      values (${world.a.company_id}, ${uuidv7()}, 'SA', '10:00', '24:00', true, '["2026-12-01"]', 2, 5)`;
    const id = await recipient(newPhone());
    expect(await ask(id, "2026-11-30T06:30:00Z")).toEqual({
      reason: "outside_hours",
      next_at: "2026-11-30T07:00:00.000Z",
    });
    expect(await ask(id, "2026-11-30T20:59:00Z")).toEqual({ reason: null, next_at: null });
    expect(await ask(id, "2026-12-04T08:00:00Z")).toEqual({ reason: null, next_at: null });
    expect(await ask(id, "2026-12-01T08:00:00Z")).toEqual({ reason: "holiday", next_at: "2026-12-02T07:00:00.000Z" });
    expect((await ask(await recipient(newPhone("+9715")), "2026-11-30T14:30:00Z")).reason).toBe("outside_hours");
  });
});

const noon = "2026-11-30T09:00:00Z";
describe("what was before", () => {
  it("a listed number is never dialled, and another company's list is nothing to us", async () => {
    const [listed, theirs] = [newPhone(), newPhone()];
    await database.superuser`insert into do_not_call (company_id, id, phone) values
      (${world.a.company_id}, ${uuidv7()}, ${listed}), (${world.b.company_id}, ${uuidv7()}, ${theirs})`;
    expect(await ask(await recipient(listed), noon)).toEqual({ reason: "do_not_call", next_at: null });
    expect(await ask(await recipient(theirs), noon)).toEqual({ reason: null, next_at: null });
  });

  it.each([
    [
      "a campaign's call that ended without interest",
      { outcome: "not_interested", direction: "outbound" },
      "refused_before",
    ],
    [
      "a talk in which calls were refused",
      { outcome: "not_interested", extracted: { refuses_calls: true } },
      "refused_before",
    ],
    ["his own call that ended without interest", { outcome: "not_interested" }, null],
    ["a call that was answered", { outcome: "answered", direction: "outbound" }, null],
    ["a refusal in a trial", { outcome: "not_interested", direction: "outbound", mode: "trial" }, null],
  ] as const)("%s", async (_, values, reason) => {
    const phone = newPhone();
    const customer_id = await rowsOf(database, world.a.company_id).customer({ phone });
    const talk = { direction: "inbound", mode: "real", extracted: {}, ...values };
    await database.superuser`insert into conversations (company_id, id, customer_id, type, direction, mode, outcome, extracted, started_at, ended_at)
      values (${world.a.company_id}, ${uuidv7()}, ${customer_id}, 'voice', ${talk.direction}, ${talk.mode}, ${talk.outcome},
              ${database.superuser.json(talk.extracted)}, '2026-01-05T10:00:00Z', '2026-01-05T10:01:00Z')`;
    expect((await ask(await recipient(phone), noon)).reason).toBe(reason);
  });

  it.each([
    ["no answer today", [["2026-11-30T07:00:00Z", "no_answer"]], "daily_limit", "2026-12-01T06:00:00.000Z"],
    ["busy today", [["2026-11-30T07:00:00Z", "busy"]], "daily_limit", "2026-12-01T06:00:00.000Z"],
    ["no answer yesterday", [["2026-11-29T07:00:00Z", "no_answer"]], null, null],
    ["broken down today", [["2026-11-30T07:00:00Z", "failed"]], null, null],
    ["answered today", [["2026-11-30T07:00:00Z", "answered"]], "recently_called", "2026-12-01T06:00:00.000Z"],
    ["answered yesterday", [["2026-11-29T07:00:00Z", "answered"]], null, null],
    ["at the phone now", [["2026-11-30T08:59:00Z", null]], "recently_called", "2026-11-30T09:15:00.000Z"],
    [
      "twice within seven days: until the first of them is a week old",
      [
        ["2026-11-26T07:00:00Z", "no_answer"],
        ["2026-11-28T07:00:00Z", "voicemail"],
      ],
      "weekly_limit",
      "2026-12-03T06:00:00.000Z",
    ],
    [
      "twice, the first a week ago",
      [
        ["2026-11-23T07:00:00Z", "no_answer"],
        ["2026-11-28T07:00:00Z", "voicemail"],
      ],
      null,
      null,
    ],
    [
      "the limit of a Thursday reaches over the weekend",
      [
        ["2026-11-30T07:00:00Z", "no_answer"],
        ["2026-11-27T07:00:00Z", "busy"],
      ],
      "weekly_limit",
      "2026-12-06T06:00:00.000Z",
    ],
  ] as const)("%s", async (_, tries, reason, next_at) => {
    const phone = newPhone();
    for (const [at, outcome] of tries) await tried(phone, { at, outcome });
    expect(await ask(await recipient(phone), noon)).toEqual({ reason, next_at });
  });

  it("a dial that nobody knows the end of counts as a try", async () => {
    const phone = newPhone();
    await tried(phone, { at: "2026-11-30T07:00:00Z", outcome: "failed", reason: "in_doubt" });
    expect((await ask(await recipient(phone), noon)).reason).toBe("daily_limit");
  });

  it("texts do not count against calls", async () => {
    const phone = newPhone();
    await tried(phone, { at: "2026-11-30T07:00:00Z", outcome: "answered", type: "chat" });
    expect((await ask(await recipient(phone), noon)).reason).toBeNull();
  });
});

it("a recipient of another company is as one that never was", async () => {
  const id = await recipient(newPhone());
  await expect(ask(id, noon, world.b.company_id)).rejects.toMatchObject({ code: "P0002" });
  expect((await ask(id, noon)).reason).toBeNull();
});
