import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
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

const talk = { type: "chat" as const, transcript: [{ speaker: "customer" as const, text: "أبغى أكلم موظف" }] };
const staff = (role: "admin" | "sales_manager" | "support_manager" | "agent") => world.a.users[role].id;
const made = async (customer_id: string | null = null) =>
  (await world.a.caller().conversations.create({ ...talk, customer_id })).id;
const told = (user_id: string) =>
  database.superuser`select kind, subject_id, params from notifications where user_id = ${user_id} order by created_at`;

describe("handing a conversation over", () => {
  it("gives it to a colleague, keeps the note, and tells him once", async () => {
    const id = await made(await rows.customer({ name: "نوف الشهري", phone: "+966533100001" }));
    const hand = () =>
      world.a.caller("agent").conversations.handOver({ id, staff_id: staff("sales_manager"), note: "تريد خصمًا" });
    const handed = await hand();
    expect(handed).toMatchObject({ handed_over_to: { id: staff("sales_manager") }, version: 2 });
    expect(handed.handed_over_at).not.toBeNull();
    expect(handed.notes).toMatchObject([{ body: "تريد خصمًا", author: { id: staff("agent") } }]);
    const again = await hand();
    expect(again).toMatchObject({ handed_over_at: handed.handed_over_at, version: 2 });
    const notices = await told(staff("sales_manager"));
    expect(notices).toMatchObject([
      { kind: "handed_over", subject_id: id, params: { customer_name: "نوف الشهري", agent_name: null } },
    ]);
    expect(notices).toHaveLength(1);
    expect(await told(staff("agent"))).toHaveLength(0);
  });

  it("is not given to oneself, to somebody who left, or to another company's staff, and then nothing changes", async () => {
    const id = await made();
    const gone = uuidv7();
    await database.superuser`insert into users (company_id, id, username, name, role, password_hash, is_active)
      values (${world.a.company_id}, ${gone}, 'alpha.gone', 'gone', 'agent', 'x', false)`;
    for (const [staff_id, refusal] of [
      [staff("admin"), { code: "BAD_REQUEST", issues: [{ path: "staff_id" }] }],
      [gone, { code: "NOT_FOUND" }],
      [world.b.users.agent.id, { code: "NOT_FOUND" }],
    ] as const) {
      expect(await world.a.caller().conversations.handOver({ id, staff_id }).catch(refusalOf)).toMatchObject(refusal);
    }
    expect(await world.a.caller().conversations.one({ id })).toMatchObject({ handed_over_to: null, version: 1 });
  });

  it("of two who saw the same version only the first succeeds; the second is shown who has it", async () => {
    const id = await made();
    const first = { id, version: 1, staff_id: staff("sales_manager") };
    await world.a.caller().conversations.handOver(first);
    for (const late of [
      () => world.a.caller("agent").conversations.handOver({ id, version: 1, staff_id: staff("support_manager") }),
      () => world.a.caller("agent").conversations.takeOver({ id, version: 1 }),
    ]) {
      expect(await late().catch(refusalOf)).toMatchObject({
        code: "CONFLICT",
        reason: "stale",
        current: { id, version: 2, handed_over_to: { id: staff("sales_manager") } },
      });
    }
    expect(await told(staff("support_manager"))).toHaveLength(0);
  });

  it("can be taken over by whoever asks, who then finds it under his own", async () => {
    const id = await made();
    await world.a.caller().conversations.handOver({ id, staff_id: staff("agent") });
    const mine = async () =>
      (
        await world.a.caller("support_manager").conversations.list({ handed_over_to: "me", with_transcript: false })
      ).conversations.map((row) => row.id);
    expect(await mine()).toEqual([]);
    expect(await world.a.caller("support_manager").conversations.takeOver({ id })).toMatchObject({
      handed_over_to: { id: staff("support_manager") },
    });
    expect(await mine()).toEqual([id]);
    expect(await world.a.caller("support_manager").conversations.counts({})).toMatchObject({ handed_to_me: 1 });
  });

  it("offers the active colleagues of the company, not the caller himself", async () => {
    const { staff: offered } = await world.a.caller("agent").conversations.receivers({});
    expect(offered.map(({ id }) => id).sort()).toEqual(
      [staff("admin"), staff("sales_manager"), staff("support_manager")].sort(),
    );
  });
});

describe("notes and the customer of a conversation", () => {
  it("notes stand in the order they were written and belong to the customer as well", async () => {
    const customer_id = await rows.customer();
    const id = await made(customer_id);
    await world.a.caller("agent").conversations.addNote({ id, body: "اتصل صباحًا" });
    const { notes } = await world.a.caller("sales_manager").conversations.addNote({ id, body: "ردّ: اتصلت" });
    expect(notes.map(({ body }) => body)).toEqual(["اتصل صباحًا", "ردّ: اتصلت"]);
    const kept = await database.superuser`select customer_id from notes where conversation_id = ${id}`;
    expect(kept.map((row) => row.customer_id)).toEqual([customer_id, customer_id]);
  });

  it("is linked to a customer of the company only, and can be unlinked", async () => {
    const id = await made();
    const customer_id = await rows.customer({ name: "بدر الدوسري", phone: "+966533100009" });
    const theirs = await rowsOf(database, world.b.company_id).customer();
    const link = (values: { customer_id: string | null; version?: number }) =>
      world.a.caller("support_manager").conversations.linkCustomer({ id, ...values });
    expect(await link({ customer_id: theirs }).catch(refusalOf)).toEqual({ code: "NOT_FOUND" });
    expect(await link({ customer_id })).toMatchObject({ customer_name: "بدر الدوسري", version: 2 });
    expect(await link({ customer_id: null, version: 1 }).catch(refusalOf)).toMatchObject({
      code: "CONFLICT",
      current: { customer_id },
    });
    expect(await link({ customer_id: null, version: 2 })).toMatchObject({ customer_id: null, customer_name: null });
  });
});

describe("words and filters together", () => {
  it("find, page and count the same conversations", async () => {
    const customer_id = await rows.customer();
    const said = { speaker: "customer" as const, text: "كلمة ياقوتة هنا" };
    const make = (type: "voice" | "chat", day: number) =>
      world.a.caller().conversations.create({
        type,
        transcript: [said],
        customer_id: day % 2 === 0 ? customer_id : null,
        started_at: `2026-07-0${day}T10:00:00Z`,
      });
    const ids = [];
    for (const day of [1, 2, 3, 4]) ids.push((await make(day < 3 ? "voice" : "chat", day)).id);
    const [one, two, three, four] = ids;
    await database.superuser`update conversations set status = 'failed' where id = ${four ?? ""}`;
    await database.superuser`update conversations set mode = 'trial' where id = ${one ?? ""}`;
    await world.a.caller().conversations.handOver({ id: three ?? "", staff_id: staff("agent") });
    const q = "ياقوته";
    const list = async (filter: Parameters<ReturnType<typeof world.a.caller>["conversations"]["list"]>[0]) =>
      (await world.a.caller("agent").conversations.list({ q, with_transcript: false, ...filter })).conversations;
    const found = async (filter: Parameters<typeof list>[0]) => (await list(filter)).map(({ id }) => id);
    expect(await found({})).toEqual([four, three, two]);
    expect(await found({ mode: "trial" })).toEqual([one]);
    expect(await found({ type: "chat" })).toEqual([four, three]);
    expect(await found({ status: "failed" })).toEqual([four]);
    expect(await found({ customer_id })).toEqual([four, two]);
    expect(await found({ handed_over_to: "me" })).toEqual([three]);
    expect(await found({ from: "2026-07-03T10:00:00Z", to: "2026-07-04T10:00:00Z" })).toEqual([three]);
    expect((await list({ type: "voice" }))[0]?.snippets).toMatchObject([{ text: said.text, ranges: [[5, 11]] }]);
    const first = await world.a.caller().conversations.list({ q, limit: 2 });
    expect(first.conversations.map((row) => [row.id, row.transcript?.length])).toEqual([
      [four, 1],
      [three, 1],
    ]);
    expect(await found({ cursor: first.next_cursor })).toEqual([two]);
    expect(await world.a.caller("agent").conversations.counts({ q })).toEqual({
      all: 3,
      in_progress: 0,
      ended: 2,
      failed: 1,
      handed_to_me: 1,
    });
    expect(await world.a.caller().conversations.counts({ q, type: "voice" })).toMatchObject({ all: 1, failed: 0 });
    expect(await world.b.caller().conversations.counts({ q })).toMatchObject({ all: 0 });
    const { all } = await world.a.caller().conversations.counts({ customer_id });
    expect(all).toBe(2);
  });
});

it("a machine's step keeps its name, whether it worked and how long it took; one we cannot read keeps its words", async () => {
  const id = await made();
  const steps = [{ name: "search_properties", ok: true, duration_ms: 380, result: { found: 2 } }, { steps: "odd" }];
  for (const [at, tool] of steps.entries()) {
    await database.superuser`insert into messages (company_id, id, conversation_id, position, speaker, text, tool)
      values (${world.a.company_id}, ${uuidv7()}, ${id}, ${at + 1}, 'tool', 'بحث', ${database.superuser.json(tool)})`;
  }
  const { transcript } = await world.a.caller().conversations.one({ id });
  expect(transcript.slice(1)).toEqual([
    { speaker: "tool", text: "بحث", at_ms: null, tool: steps[0] },
    { speaker: "tool", text: "بحث", at_ms: null },
  ]);
});
