import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  type ChatVendor,
  calls,
  frames,
  begin as open,
  openChatVendor,
  refuses,
  type Script,
  says,
} from "#tests/support/chat-vendor.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { say } from "#tests/support/turns.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let vendor: ChatVendor;
let database: TestDatabase;
let world: World;
let talk: string;

beforeAll(async () => {
  vendor = await openChatVendor({ patience_ms: 400 });
  database = await createDatabase();
  world = await createWorld(database, { agents: vendor.agents });
});
afterAll(async () => {
  await world.close();
  await database.drop();
  await vendor.close();
});
beforeEach(async () => {
  vendor.forget();
  talk = (await world.a.caller("agent").playground.begin({})).conversation_id;
  await database.superuser`update messages set created_at = now() - interval '2 minutes'`;
});

const lines = () =>
  database.superuser`select speaker, text, is_cut from messages where conversation_id = ${talk} order by position`;

const words = "عندنا فيلا";
const half: Script = (res) => {
  open(res);
  res.write(frames.comment + frames.words("عندنا "));
  res.write(frames.words("فيلا"));
};
const thenCut: Script = async (res, asked) => {
  await half(res, asked);
  // What was written leaves before the connection is torn.
  await new Promise<void>((resolve) => res.write(frames.comment, () => setImmediate(resolve)));
  res.socket?.destroy();
};
const then =
  (frame: string): Script =>
  async (res, asked) => {
    await half(res, asked);
    res.end(frame);
  };
const hangs: Script = () => {};
const overloaded = {
  code: 502,
  message: "upstream said عندنا secret",
  metadata: { error_type: "provider_overloaded" },
};
const limited = { code: 429, message: "slow down", metadata: { error_type: "rate_limit_exceeded" } };
const availability = { code: "model_deprecated", retryable: false, requested_models: ["x"] };

// [what the vendor does, its answers (a fault before the answer begins is tried twice), the fault, what was said until then]
const table: [string, Script[], object, string][] = [
  ["401: the key is wrong", [refuses(401, { code: 401, message: "no" })], { fault: "unauthorized" }, ""],
  ["402: no credit is left", [refuses(402, { code: 402, message: "no" })], { fault: "no_credit" }, ""],
  [
    "403: a guardrail",
    [refuses(403, { code: 403, message: "no", metadata: { reasons: ["x"] } })],
    { fault: "refused" },
    "",
  ],
  [
    "404: the model is gone",
    [refuses(404, { error_type: "not_found", http_status: 404, availability })],
    { fault: "model_not_found" },
    "",
  ],
  [
    "400: the model never was",
    [refuses(400, { code: 400, availability: { code: "model_not_found" } })],
    { fault: "model_not_found" },
    "",
  ],
  [
    "429 with Retry-After",
    [refuses(429, limited, { "Retry-After": "17" })],
    { fault: "rate_limited", retry_after_seconds: 17 },
    "",
  ],
  ["500 twice", [refuses(500, { code: 500 }), refuses(500, { code: 500 })], { fault: "unavailable" }, ""],
  ["503 twice", [refuses(503, { code: 503 }), refuses(503, { code: 503 })], { fault: "unavailable" }, ""],
  ["529 twice", [refuses(529, { code: 529 }), refuses(529, { code: 529 })], { fault: "unavailable" }, ""],
  ["200 with an error body", [refuses(200, overloaded)], { fault: "unavailable" }, ""],
  ["200 with an error body of a limit", [refuses(200, limited)], { fault: "rate_limited" }, ""],
  ["nothing at all, twice", [hangs, hangs], { fault: "timeout" }, ""],
  ["silence in the middle", [half], { fault: "timeout" }, words],
  ["an error in the middle", [then(frames.error(limited))], { fault: "rate_limited" }, words],
  [
    "an error in the middle, its code a word",
    [then(frames.error({ code: "server_error", message: "x" }))],
    { fault: "unavailable" },
    words,
  ],
  ["a torn connection in the middle", [thenCut], { fault: "cut" }, words],
  ["a stream that ends without a reason", [then("")], { fault: "cut" }, words],
  ["[DONE] without a reason", [then(frames.done)], { fault: "cut" }, words],
  ["a frame that is no JSON", [then('data: {"choices": [\n\n')], { fault: "cut" }, words],
  ["an answer without words", [says()], { fault: "unavailable" }, ""],
];

describe("whatever the vendor does, a turn ends saved, marked, and with one more try", () => {
  it.each(table)("%s", async (_, scripts, fault, said) => {
    vendor.next(...scripts);
    const turn = await say(world.a, talk, "أبغى فيلا");
    expect(turn.text).toBe(said);
    expect(turn.last).toMatchObject({ kind: "failed", can_retry: true, ...fault });
    expect(vendor.asked).toHaveLength(scripts.length);
    expect(await lines()).toMatchObject([
      { speaker: "agent" },
      { speaker: "customer", text: "أبغى فيلا", is_cut: false },
      { speaker: "agent", text: said, is_cut: true },
    ]);
    // Nothing of the vendor's words reaches the screen or the transcript.
    expect(JSON.stringify([turn.events, await lines()])).not.toMatch(/secret|slow down/);
    const shown = await world.a.caller().conversations.one({ id: talk });
    expect(shown.transcript.at(-1)).toMatchObject({ text: said, is_cut: true });

    vendor.next(says("تم"));
    const again = await say(world.a, talk, "أبغى فيلا", { turn_id: turn.turn_id, retry: true });
    expect(again.last).toMatchObject({ kind: "done" });
    expect((await lines()).map(({ speaker, text }) => [speaker, text])).toEqual([
      ["agent", expect.any(String)],
      ["customer", "أبغى فيلا"],
      ["agent", said],
      ["agent", "تم"],
    ]);
    // The broken words are not told to the model as if they had been said.
    expect(vendor.asked.at(-1)?.messages.filter(({ role }) => role === "assistant")).toHaveLength(1);
  });

  it("is whole without [DONE] once the answer said that it is finished", async () => {
    vendor.next(then(frames.finish("stop")));
    expect((await say(world.a, talk, "أبغى فيلا")).last).toMatchObject({ kind: "done" });
    expect((await lines()).at(-1)).toMatchObject({ text: words, is_cut: false });
  });

  it("is tried once more by itself when the answer had not begun", async () => {
    vendor.next(refuses(503, { code: 503 }), says("نعم"));
    expect((await say(world.a, talk, "أهلًا")).text).toBe("نعم");
  });
});

describe("a broken answer", () => {
  it("is told to whoever opens the talk anew, with the one retry it has left, and to nobody else", async () => {
    const broken = (who: typeof world.a, role: "agent" | "sales_manager" = "agent") =>
      who.caller(role).playground.broken({ conversation_id: talk });
    expect(await broken(world.a)).toEqual({ broken: null });
    vendor.next(thenCut, thenCut, says("نعم"));
    const { turn_id } = await say(world.a, talk, "أهلًا");
    const told = { turn_id, text: "أهلًا", fault: "cut" };
    expect(await broken(world.a)).toEqual({ broken: { ...told, can_retry: true } });
    expect(await broken(world.a, "sales_manager")).toEqual({ broken: null });
    expect(await broken(world.b).catch(refusalOf)).toMatchObject({ code: "NOT_FOUND" });
    await say(world.a, talk, "أهلًا", { turn_id, retry: true });
    expect(await broken(world.a)).toEqual({ broken: { ...told, can_retry: false } });
    await say(world.a, talk, "ومتى المعاينة؟");
    expect(await broken(world.a)).toEqual({ broken: null });
  });

  it("is asked for again once; a whole one and an unknown one never", async () => {
    vendor.next(thenCut, thenCut);
    const { turn_id } = await say(world.a, talk, "أهلًا");
    const second = await say(world.a, talk, "أهلًا", { turn_id, retry: true });
    expect(second.last).toMatchObject({ kind: "failed", fault: "cut", can_retry: false });
    const retry = (id: string) => say(world.a, talk, "أهلًا", { turn_id: id, retry: true }).catch(refusalOf);
    expect(await retry(turn_id)).toMatchObject({ code: "CONFLICT", reason: "already_retried" });
    expect(await retry(uuidv7())).toMatchObject({ code: "CONFLICT", reason: "nothing_to_retry" });
    vendor.next(says("نعم"));
    const whole = await say(world.a, talk, "سؤال");
    expect(await retry(whole.turn_id)).toMatchObject({ code: "CONFLICT", reason: "nothing_to_retry" });
    expect(vendor.asked).toHaveLength(3);
  });

  it("is not asked for again once the talk went on", async () => {
    vendor.next(thenCut, says("نعم"));
    const { turn_id } = await say(world.a, talk, "أهلًا");
    await say(world.a, talk, "سؤال آخر");
    const retry = say(world.a, talk, "أهلًا", { turn_id, retry: true });
    expect(await retry.catch(refusalOf)).toMatchObject({ code: "CONFLICT", reason: "nothing_to_retry" });
  });

  it("keeps the steps that were done, and does not do them again when asked for once more", async () => {
    const ticket = {
      id: "call_1",
      name: "open_ticket",
      arguments: { subject: "تسريب", description: "مطبخ", category: "maintenance" },
    };
    vendor.next(calls(ticket), thenCut, says("فتحت لك تذكرة"));
    const { turn_id } = await say(world.a, talk, "فيه تسريب");
    await say(world.a, talk, "فيه تسريب", { turn_id, retry: true });
    const told = vendor.asked.at(-1)?.messages.map(({ role }) => role);
    expect(told).toEqual(["system", "assistant", "user", "assistant", "tool"]);
    const tickets = await database.superuser`select source from tickets where conversation_id = ${talk}`;
    expect(tickets).toMatchObject([{ source: "chat_agent" }]);
  });

  it("of a process that died is shown as cut and may be asked for again, once its time is over", async () => {
    vendor.next(says("نعم"));
    const { turn_id } = await say(world.a, talk, "أهلًا");
    const until = (minutes: number) =>
      database.superuser`update messages set text = '', is_cut = true,
        took = jsonb_build_object('turn_id', ${turn_id}::text, 'attempt', 1, 'running_until', now() + make_interval(mins => ${minutes}::int))
        where conversation_id = ${talk} and speaker = 'agent' and took ->> 'turn_id' = ${turn_id}`;
    await until(1);
    expect(await say(world.a, talk, "سؤال").catch(refusalOf)).toMatchObject({ reason: "busy" });
    await until(-1);
    const shown = await world.a.caller().conversations.one({ id: talk });
    expect(shown.transcript.at(-1)).toMatchObject({ speaker: "agent", text: "", is_cut: true });
    expect((await say(world.a, talk, "أهلًا", { turn_id })).events).toMatchObject([
      { kind: "failed", fault: "cut", can_retry: true },
    ]);
    vendor.next(says("رجعت"));
    expect((await say(world.a, talk, "أهلًا", { turn_id, retry: true })).text).toBe("رجعت");
  });
});
