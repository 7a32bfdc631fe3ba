import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { limits } from "#features/voice-sessions/limits.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { openPortal, type Portal } from "../rest/portal.ts";
import { openVendor, type Vendor } from "./support/vendor.ts";

let vendor: Vendor;
let portal: Portal;
const get_url = "GET /v1/convai/conversation/get-signed-url";

beforeAll(async () => {
  vendor = await openVendor();
  portal = await openPortal({ agents: vendor.agents });
});
afterAll(async () => {
  await portal.close();
  await vendor.close();
});
beforeEach(async () => {
  vendor.asked.length = 0;
  grant();
  await portal.database.superuser`delete from voice_sessions`;
});

const grant = () =>
  vendor.replies.set(get_url, [
    { body: { signed_url: `wss://v.example/v1/convai/conversation?agent_id=x&conversation_id=${uuidv7()}` } },
  ]);
type Who = [company: "a" | "b", role: "admin" | "agent" | "sales_manager"];
const as = ([company, role]: Who) => portal.world[company].caller(role).voiceSessions;
const mine: Who = ["a", "agent"];
const start = async (who: Who = mine, mode: "real" | "trial" = "real") => {
  grant();
  return as(who).start({ mode });
};
/** Over HTTP with this file's vendor; the typed caller has none. */
const open = async (who: Who = mine, mode: "real" | "trial" = "real") => {
  grant();
  const token = portal.world[who[0]].users[who[1]].token;
  const { status, body, error } = await portal.send("POST", "/api/voice-sessions", { token, json: { mode } });
  const session: { id: string; conversation_id: string; mode: string; is_simulated: boolean; signed_url: string } =
    Object(body.session);
  return { status, error, session };
};
const conversation = async (id: string) => {
  const [row] = await portal.database
    .superuser`select status, mode, channel, created_by, end_reason, customer_id, ended_at, duration_seconds,
      (select count(*)::int from messages m where m.conversation_id = c.id) as lines from conversations c where id = ${id}`;
  return row;
};
const heard = [{ speaker: "customer" as const, text: "السلام عليكم", at_ms: 100 }];

describe("a voice session", () => {
  it("opens with an address of the vendor and a conversation in progress, and no key in the answer", async () => {
    const { status, session } = await open();
    expect(status).toBe(201);
    expect(session).toMatchObject({ mode: "real", is_simulated: true, signed_url: expect.stringMatching(/^wss:/) });
    expect(JSON.stringify(session)).not.toContain('"key"');
    expect(vendor.asked).toMatchObject([{ call: get_url, key: "key" }]);
    expect(await conversation(session.conversation_id)).toMatchObject({
      status: "in_progress",
      mode: "real",
      channel: "playground",
      created_by: portal.world.a.users.agent.id,
    });
    const jobs = await portal.database
      .superuser`select 1 from jobs.jobs where task_identifier = 'poll_call' and key like ${`%${session.conversation_id}`}`;
    expect(jobs).toHaveLength(1);
  });

  it("keeps lines as they are heard, each once, and ends once", async () => {
    const { session } = await open();
    const { id } = session;
    const said = Array.from({ length: 3 }, (_, n) => ({ speaker: "agent" as const, text: `${n}`, at_ms: n }));
    expect(await as(mine).hear({ id, from: 0, lines: said.slice(0, 2) })).toEqual({ saved: 2 });
    expect(await as(mine).hear({ id, from: 0, lines: said })).toEqual({ saved: 1 });
    const first = await as(mine).end({ id, reason: "user", duration_seconds: 30 });
    expect(await as(mine).end({ id, reason: "dropped" })).toEqual(first);
    expect(await conversation(session.conversation_id)).toMatchObject({
      status: "ended",
      end_reason: "user",
      duration_seconds: 30,
      lines: 3,
    });
  });

  it("is nobody's but whose it is: another's, another company's and one that never was are the same", async () => {
    const { session } = await open();
    const { id, conversation_id } = session;
    const strangers: [Who, string][] = [
      [["a", "admin"], id],
      [["b", "agent"], id],
      [mine, uuidv7()],
    ];
    for (const [who, named] of strangers) {
      const tries = [
        as(who).hear({ id: named, from: 0, lines: heard }),
        as(who).end({ id: named }),
        as(who).tool({ id: named, call_id: "c", name: "customer_history", arguments: {} }),
      ];
      for (const refused of await Promise.all(tries.map((one) => one.then(() => "done", refusalOf)))) {
        expect(refused).toEqual({ code: "NOT_FOUND" });
      }
    }
    expect(await conversation(conversation_id)).toMatchObject({ status: "in_progress", lines: 0 });
    expect(await as(mine).hear({ id, from: 0, lines: heard })).toEqual({ saved: 1 });
  });

  it("cannot be opened without a session of a person", async () => {
    expect((await portal.send("POST", "/api/voice-sessions", { json: {} })).status).toBe(401);
    const { key } = await portal.world.a.caller("admin").apiKeys.create({ name: "tool", role: "agent" });
    expect((await portal.send("POST", "/api/voice-sessions", { token: key, json: {} })).status).toBe(403);
    expect(vendor.asked).toEqual([]);
  });

  it("is limited by person, before and after the vendor was asked", async () => {
    const token = portal.world.a.users.agent.token;
    const body = { signed_url: "wss://v.example/v1/convai/conversation?agent_id=x" };
    vendor.replies.set(get_url, [{ body }]);
    const tries = await Promise.all(
      Array.from({ length: limits.user_open + 3 }, () =>
        portal.send("POST", "/api/voice-sessions", { token, json: {} }),
      ),
    );
    expect(tries.filter(({ status }) => status === 201)).toHaveLength(limits.user_open);
    expect(tries.filter(({ status }) => status === 429)).toHaveLength(3);
    const asked = vendor.asked.length;
    expect((await open()).status).toBe(429);
    expect(vendor.asked.length).toBe(asked);
    expect((await open(["a", "admin"])).status).toBe(201);
  });
});

describe("a tool in a session", () => {
  const find = (id: string, call_id: string, phone = "0500000901") =>
    as(mine).tool({ id, call_id, name: "find_or_create_customer", arguments: { phone, name: "ليان" } });
  const known = () => portal.database.superuser`select company_id from customers where phone = '+966500000901'`;

  it("does its work once a call id, in the machine's name, and its conversation is its customer's", async () => {
    const { session } = await open();
    const first = await find(session.id, "call_1");
    expect(first.ok).toBe(true);
    const [again] = await Promise.all([find(session.id, "call_1"), find(session.id, "call_1")]);
    expect(again).toEqual(first);
    expect(await known()).toEqual([{ company_id: portal.world.a.company_id }]);
    const row = await conversation(session.conversation_id);
    expect(row).toMatchObject({ lines: 1 });
    expect(row?.customer_id).not.toBeNull();
    const trail = await portal.database
      .superuser`select distinct actor_role, actor_id from audit_log where table_name = 'customers' and op = 'insert'`;
    expect(trail).toEqual([{ actor_role: "voice_agent", actor_id: null }]);
  });

  it("of a trial answers and writes nothing but its step", async () => {
    const { session } = await open(mine, "trial");
    const answer = await find(session.id, "call_t", "0500000902");
    expect(answer.ok).toBe(true);
    expect(await portal.database.superuser`select 1 from customers where phone = '+966500000902'`).toEqual([]);
    expect(await conversation(session.conversation_id)).toMatchObject({ mode: "trial", customer_id: null, lines: 1 });
  });

  it("is refused once the session is over", async () => {
    const { session } = await open();
    await as(mine).end({ id: session.id });
    expect(await find(session.id, "late", "0500000903").catch(refusalOf)).toMatchObject({ reason: "session_ended" });
  });
});

describe("the vendor's faults", () => {
  it.each([
    [401, "quota_exceeded", 503, "UNAVAILABLE", "voice_quota"],
    [401, "invalid_api_key", 503, "UNAVAILABLE", "voice_unauthorized"],
    [401, "missing_permissions", 503, "UNAVAILABLE", "voice_unauthorized"],
    [402, "payment_required", 503, "UNAVAILABLE", "voice_no_credit"],
    [500, "internal", 503, "UNAVAILABLE", "voice_unavailable"],
    [404, "agent_not_found", 409, "CONFLICT", "The vendor knows no such agent."],
  ])("%i %s is worded and leaves nothing behind", async (status, code, answered, said, message) => {
    const token = portal.world.a.users.agent.token;
    const before = await portal.database.superuser`select count(*)::int from conversations`;
    vendor.replies.set(get_url, [{ status, body: { detail: { status: code, message: "secret words" } } }]);
    const got = await portal.send("POST", "/api/voice-sessions", { token, json: {} });
    expect([got.status, got.error.code, got.error.message]).toEqual([answered, said, message]);
    expect(await portal.database.superuser`select count(*)::int from conversations`).toEqual(before);
    expect((await open()).status).toBe(201);
  });

  it("429 is passed on with its wait; without an agent at the vendor nothing is asked", async () => {
    const token = portal.world.a.users.agent.token;
    vendor.replies.set(get_url, [
      { status: 429, headers: { "Retry-After": "40" }, body: { detail: { status: "system_busy" } } },
    ]);
    const busy = await portal.send("POST", "/api/voice-sessions", { token, json: {} });
    expect([busy.status, busy.headers.get("retry-after")]).toEqual([429, "40"]);
    // The typed caller's services have no vendor and no default agent.
    expect(await start().catch(refusalOf)).toMatchObject({ code: "CONFLICT", reason: "agent_not_linked" });
  });
});
