import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { summariseConversation } from "#features/summaries/summarise.ts";
import { systemClaims } from "#server/system-claims.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { scriptedChat } from "#tests/support/scripted-chat.ts";
import { makeTalk } from "#tests/support/talks.ts";
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

const a = () => world.a.company_id;
const lines = [["customer", "أبغى فيلا في الملقا."]] as const;
const said = (outcome: string, refusal_quote: string | null = null) => ({
  summary: "ملخص المحادثة.",
  outcome,
  next_step: null,
  sentiment: "neutral",
  refusal_quote,
});

/** The job, with a model that says this; `again` as after a late report. */
async function settle(conversation_id: string, answer: object, { again = false } = {}): Promise<void> {
  const { pool, agents, recordings } = world.services;
  const claims = await systemClaims(pool, a());
  if (again)
    await database.superuser`update conversations set settled_at = now() + interval '1 second' where id = ${conversation_id}`;
  const { chat } = scriptedChat(answer);
  await summariseConversation({ conversation_id }, { pool, agents: { ...agents, chat }, recordings, claims });
}
const stageOf = async (id: string) =>
  (await database.superuser`select stage from customers where id = ${id}`)[0]?.stage;
const ticketsOf = (id: string) =>
  database.superuser`select subject, category, source, status, customer_id from tickets where conversation_id = ${id}`;
const refused = () =>
  database.superuser`select phone, reason from do_not_call where company_id = ${a()} order by phone`;

describe("after a failed call", () => {
  it("one ticket is opened for it and its customer, however often the call is settled", async () => {
    const customer_id = await rowsOf(database, a()).customer();
    const id = await makeTalk(database, a(), { status: "failed", customer_id });
    await settle(id, said("answered"));
    await settle(id, said("answered"), { again: true });
    await Promise.all([settle(id, said("answered")), settle(id, said("answered"))]);
    expect(await ticketsOf(id)).toEqual([
      { subject: "مكالمة انقطعت قبل أن تكتمل", category: "other", source: "system", status: "open", customer_id },
    ]);
    const [spoken] = await database.superuser`select outcome from conversations where id = ${id}`;
    expect(spoken).toEqual({ outcome: "failed" });
  });

  it("its own ticket does not turn the call into one that opened a ticket", async () => {
    const id = await makeTalk(database, a(), { status: "failed", lines });
    await settle(id, said("answered"));
    await settle(id, said("answered"), { again: true });
    expect(await database.superuser`select outcome from conversations where id = ${id}`).toEqual([
      { outcome: "failed" },
    ]);
    expect(await ticketsOf(id)).toHaveLength(1);
  });

  it("of a trial, of a chat, or of a dial that nobody answered nothing is opened", async () => {
    for (const talk of [{ mode: "trial" }, { type: "chat" }, { direction: "outbound" }] as const) {
      const id = await makeTalk(database, a(), { status: "failed", ...talk });
      await settle(id, said("answered"));
      expect(await ticketsOf(id), JSON.stringify(talk)).toEqual([]);
    }
  });

  it("nothing is opened where the company switched the rule off", async () => {
    await database.superuser`update companies set settings = '{"talk_rules": {"ticket_after_failed_call": false}}' where company_id = ${a()}`;
    const id = await makeTalk(database, a(), { status: "failed" });
    await settle(id, said("answered"));
    expect(await ticketsOf(id)).toEqual([]);
    await database.superuser`update companies set settings = '{}' where company_id = ${a()}`;
  });
});

describe("the stage of a customer", () => {
  it("moves from lead to qualified by interest, once, in the system's name", async () => {
    const customer_id = await rowsOf(database, a()).customer();
    const id = await makeTalk(database, a(), { lines, customer_id });
    await settle(id, said("interested"));
    expect(await stageOf(customer_id)).toBe("qualified");
    // A colleague takes it back: a rerun that finds the same does not move him again.
    await world.a.caller("admin").customers.update({ id: customer_id, stage: "lead" });
    await settle(id, said("interested"), { again: true });
    expect(await stageOf(customer_id)).toBe("lead");
    const moves =
      await database.superuser`select from_stage, to_stage, actor_kind, actor_id from stage_changes where customer_id = ${customer_id} order by created_at`;
    expect(moves).toMatchObject([
      { to_stage: "lead" },
      { from_stage: "lead", to_stage: "qualified", actor_kind: "system", actor_id: null },
      { from_stage: "qualified", to_stage: "lead", actor_kind: "staff" },
    ]);
  });

  it("never moves backwards, nor from won or lost; nor for a trial", async () => {
    for (const stage of ["viewing", "negotiation", "deposit", "won", "lost"]) {
      const customer_id = await rowsOf(database, a()).customer();
      await database.superuser`update customers set stage = ${stage} where id = ${customer_id}`;
      await settle(await makeTalk(database, a(), { lines, customer_id }), said("interested"));
      expect(await stageOf(customer_id)).toBe(stage);
    }
    const customer_id = await rowsOf(database, a()).customer();
    await settle(await makeTalk(database, a(), { lines, customer_id, mode: "trial" }), said("interested"));
    expect(await stageOf(customer_id)).toBe("lead");
  });
});

describe("a number that is not to be called again", () => {
  it("is listed by what the customer said himself, never by the model's word alone", async () => {
    const rows = rowsOf(database, a());
    const talk = async (phone: string, text: string, mode: "real" | "trial" = "real") =>
      makeTalk(database, a(), { lines: [["customer", text]], customer_id: await rows.customer({ phone }), mode });
    await settle(await talk("+966500000001", "لا تتصلوا علي مرة ثانية لو سمحت"), said("not_interested"));
    await settle(await talk("+966500000002", "خلاص انسوا رقمي هذا تماماً"), said("not_interested", "انسوا رقمي هذا"));
    await settle(await talk("+966500000003", "لا شكراً، اشتريت بيت"), said("not_interested", "لا تتصل بي أبدا"));
    await settle(await talk("+966500000004", "لا تتصلوا علي", "trial"), said("not_interested"));
    await settle(await talk("+966500000005", "Please stop calling me."), said("interested"));
    expect(await refused()).toEqual([
      { phone: "+966500000001", reason: "asked_in_conversation" },
      { phone: "+966500000002", reason: "asked_in_conversation" },
    ]);
  });
});
