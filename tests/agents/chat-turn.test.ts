import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { playground_limits } from "#features/playground/limits.ts";
import { type ChatVendor, calls, frames, begin as open, openChatVendor, says } from "#tests/support/chat-vendor.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { say } from "#tests/support/turns.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let vendor: ChatVendor;
let database: TestDatabase;
let world: World;
let talk: string;

beforeAll(async () => {
  vendor = await openChatVendor();
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
  await database.superuser`update conversations set status = 'ended', ended_at = now() where status = 'in_progress'`;
  talk = (await world.a.caller("agent").playground.begin({})).conversation_id;
});

const one = () => world.a.caller().conversations.one({ id: talk });
const lines = () =>
  database.superuser`select speaker, text, is_cut, took from messages where conversation_id = ${talk} order by position`;

/** Opens when told to. */
function gate() {
  let release = () => {};
  const opened = new Promise<void>((resolve) => {
    release = resolve;
  });
  return { opened, release };
}

describe("a talk with the chat agent", () => {
  it("begins with the agent's greeting, saved, in the name its settings give it", async () => {
    const found = await one();
    expect(found).toMatchObject({ type: "chat", channel: "playground", mode: "real", status: "in_progress" });
    expect(found).toMatchObject({ agent_name: "نورة", language: "ar", prompt_tokens: null, cost_usd_micros: null });
    expect(found.transcript).toMatchObject([{ speaker: "agent", text: expect.stringContaining("السلام عليكم") }]);
  });

  it("saves the line and the answer with what it took, and adds up the conversation's cost", async () => {
    vendor.next(says("أهلًا ", "وسهلًا"), says("تفضل"));
    const first = await say(world.a, talk, "مساء الخير");
    expect(first.text).toBe("أهلًا وسهلًا");
    const took = { model: "openai/gpt-6-luna", prompt_tokens: 100, completion_tokens: 20, cost_usd_micros: 123 };
    expect(first.last).toMatchObject({ kind: "done", took, totals: { cost_usd_micros: 123 }, customer: null });
    const second = await say(world.a, talk, "عندي سؤال");
    expect(second.last).toMatchObject({ totals: { prompt_tokens: 200, completion_tokens: 40, cost_usd_micros: 246 } });
    const found = await one();
    expect(found.transcript.map(({ speaker, text }) => [speaker, text]).slice(1)).toEqual([
      ["customer", "مساء الخير"],
      ["agent", "أهلًا وسهلًا"],
      ["customer", "عندي سؤال"],
      ["agent", "تفضل"],
    ]);
    expect(found.transcript[2]).toMatchObject({ took });
    expect(found).toMatchObject({ prompt_tokens: 200, completion_tokens: 40, cost_usd_micros: 246, model: took.model });
  });

  it("tells the vendor the talk so far, the tools, and of the company only a hash", async () => {
    vendor.next(says("نعم"), says("أكيد"));
    await say(world.a, talk, "الأول");
    await say(world.a, talk, "الثاني");
    const asked = vendor.asked[1];
    expect(asked?.messages.map(({ role }) => role)).toEqual(["system", "assistant", "user", "assistant", "user"]);
    expect(asked?.messages.at(-1)?.content).toBe("الثاني");
    expect(asked?.tools?.map((tool) => tool.function.name)).toContain("request_booking");
    expect(asked?.user).toMatch(/^[0-9a-f]{32}$/);
    expect(JSON.stringify(asked)).not.toContain(world.a.company_id);
    expect(vendor.headers.at(-1)).toMatchObject({ "http-referer": "https://portal.example.com" });
    expect(vendor.headers.at(-1)).not.toHaveProperty("openai-organization");
  });

  it("speaks with the version of the agent that is in use, and not with a model that is gone", async () => {
    const agent = { name: "سلمى", name_en: "Salma", gender: "female", greeting: "Hello", prompt: "Be kind." } as const;
    const kept = { ...agent, kind: "chat", language: "en", model: "openai/gpt-3.5-turbo", temperature: 0.9 } as const;
    await world.b.caller().agents.save(kept);
    const { conversation_id, greeting } = await world.b.caller("agent").playground.begin({});
    expect(greeting).toBe("Hello");
    vendor.next(says("Hi"));
    await say(world.b, conversation_id, "Hello");
    expect(vendor.asked[0]).toMatchObject({ model: "~openai/gpt-mini-latest", temperature: 0.9 });
    expect(vendor.asked[0]?.messages[0]?.content).toContain("Be kind.");
    expect(await world.b.caller().conversations.one({ id: conversation_id })).toMatchObject({ agent_name: "Salma" });
    const shown = await world.b.caller("agent").playground.agents({});
    expect(shown.chat).toMatchObject({ model: "~openai/gpt-mini-latest", version: 1, is_simulated: false });
  });

  it("hands the first word on before the vendor has sent its second", async () => {
    const { opened, release } = gate();
    vendor.next(async (res) => {
      open(res);
      res.write(frames.words("أول"));
      await opened;
      res.end(frames.words(" ثاني") + frames.finish("stop") + frames.usage() + frames.done);
    });
    const stream = await world.a
      .caller("agent")
      .playground.say({ conversation_id: talk, turn_id: uuidv7(), text: "أهلًا" });
    expect(await stream.next()).toMatchObject({ value: { kind: "text", text: "أول" } });
    // While it is being written it is not in the transcript; what the customer said is.
    expect((await one()).transcript.map(({ speaker }) => speaker)).toEqual(["agent", "customer"]);
    release();
    const rest: string[] = [];
    for await (const event of stream) rest.push(event.kind);
    expect(rest).toEqual(["text", "done"]);
  });

  it("finishes and saves an answer whose listener left", async () => {
    const { opened, release } = gate();
    vendor.next(async (res) => {
      open(res);
      res.write(frames.words("كل"));
      await opened;
      res.end(frames.words(" شيء") + frames.finish("stop") + frames.done);
    });
    const stream = await world.a
      .caller("agent")
      .playground.say({ conversation_id: talk, turn_id: uuidv7(), text: "أهلًا" });
    await stream.next();
    await stream.return();
    release();
    await expect.poll(async () => (await one()).transcript.at(-1)?.text).toBe("كل شيء");
  });

  it("has kept the words so far when the process dies half way: they stand there as a cut answer", async () => {
    const { opened, release } = gate();
    vendor.next(async (res) => {
      open(res);
      for (const word of ["من ", "كل "]) res.write(frames.words(word));
      await opened;
      res.end(frames.words("بستان") + frames.finish("stop") + frames.done);
    });
    const stream = await world.a
      .caller("agent")
      .playground.say({ conversation_id: talk, turn_id: uuidv7(), text: "أهلًا" });
    const kept = expect.poll(async () => (await lines()).at(-1), { timeout: 10_000 });
    await kept.toMatchObject({ text: "من كل ", is_cut: true });
    expect((await one()).transcript.at(-1)).toMatchObject({ speaker: "customer" });
    // As it looks once the time is over in which the answer should have come.
    await database.superuser`update messages set took = took || '{"running_until": "2026-01-01T00:00:00Z"}'
      where conversation_id = ${talk} and is_cut`;
    expect((await one()).transcript.at(-1)).toMatchObject({ speaker: "agent", text: "من كل ", is_cut: true });
    release();
    for await (const _ of stream);
    expect((await lines()).slice(1)).toMatchObject([{ speaker: "customer" }, { text: "من كل بستان", is_cut: false }]);
  });

  it("does not answer two lines at once: the second is told that the agent is busy, and nothing of it is saved", async () => {
    const { opened, release } = gate();
    vendor.next(async (res) => {
      open(res);
      await opened;
      res.end(frames.words("تم") + frames.finish("stop") + frames.done);
    });
    const first = await world.a
      .caller("agent")
      .playground.say({ conversation_id: talk, turn_id: uuidv7(), text: "الأول" });
    expect(await say(world.a, talk, "الثاني").catch(refusalOf)).toMatchObject({ code: "CONFLICT", reason: "busy" });
    release();
    for await (const _ of first);
    expect((await lines()).filter(({ speaker }) => speaker === "customer")).toHaveLength(1);
    vendor.next(says("نعم"));
    expect((await say(world.a, talk, "الثاني")).text).toBe("نعم");
  });

  it("of two lines that meet at one instant lets one in", async () => {
    vendor.next(says("واحد"), says("اثنان"));
    const met = await Promise.allSettled([say(world.a, talk, "أ"), say(world.a, talk, "ب")]);
    expect(met.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("never saves the same turn twice: again it gets the first answer, and the vendor is not asked", async () => {
    vendor.next(says("مرة"));
    const { turn_id } = await say(world.a, talk, "أهلًا");
    const before = await lines();
    const again = await say(world.a, talk, "أهلًا", { turn_id });
    expect(again.events).toMatchObject([
      { kind: "text", text: "مرة" },
      { kind: "done", took: { prompt_tokens: 100 } },
    ]);
    expect(await lines()).toEqual(before);
    expect(vendor.asked).toHaveLength(1);
  });

  it("is not spoken in by another company, by a colleague, or after its end", async () => {
    for (const [company, role, refusal] of [
      [world.b, "admin", { code: "NOT_FOUND" }],
      [world.a, "admin", { code: "FORBIDDEN" }],
    ] as const) {
      expect(await say(company, talk, "أهلًا", { role }).catch(refusalOf)).toMatchObject(refusal);
    }
    await world.a.caller("agent").playground.end({ conversation_id: talk });
    expect(await say(world.a, talk, "أهلًا").catch(refusalOf)).toMatchObject({ code: "CONFLICT", reason: "ended" });
    expect(await lines()).toHaveLength(1);
    expect(vendor.asked).toHaveLength(0);
  });

  it("goes back to the model at most eight times a turn", async () => {
    const search = (id: string) => calls({ id, name: "search_properties", arguments: {} });
    vendor.next(...Array.from({ length: 9 }, (_, at) => search(`call_${at}`)));
    const { last } = await say(world.a, talk, "ابحث");
    expect(last).toMatchObject({ kind: "failed", fault: "too_many_steps" });
    expect((await lines()).filter(({ speaker }) => speaker === "tool")).toHaveLength(8);
  });
});

describe("the end of a talk", () => {
  it("is saved with its length, and the talk is summed up once", async () => {
    await world.a.caller("agent").playground.end({ conversation_id: talk });
    await world.a.caller("agent").playground.end({ conversation_id: talk });
    expect(await one()).toMatchObject({ status: "ended", ended_at: expect.any(String), duration_seconds: 0 });
    const jobs = await database.superuser`select payload from jobs._private_jobs
      where payload ->> 'conversation_id' = ${talk} and task_id = (select id from jobs._private_tasks where identifier = 'summarise_conversation')`;
    expect(jobs).toMatchObject([{ payload: { company_id: world.a.company_id } }]);
  });

  it("is nobody else's to say", async () => {
    for (const company of [world.b, world.a]) {
      const end = company.caller("admin").playground.end({ conversation_id: talk });
      expect(await end.catch(refusalOf)).toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await one()).toMatchObject({ status: "in_progress" });
  });

  it("comes by itself to a talk left open for half an hour, when the next one begins", async () => {
    await database.superuser`update conversations set started_at = now() - interval '31 minutes' where id = ${talk}`;
    await world.a.caller("admin").playground.begin({});
    expect(await one()).toMatchObject({ status: "in_progress" }); // Something was said in it a moment ago.
    await database.superuser`update messages set created_at = now() - interval '31 minutes' where conversation_id = ${talk}`;
    await world.b.caller("admin").playground.begin({});
    expect(await one()).toMatchObject({ status: "in_progress" });
    await world.a.caller("admin").playground.begin({});
    expect(await one()).toMatchObject({ status: "ended" });
  });
});

describe("how much may be said", () => {
  it("is bounded for a person in a minute, and a colleague is not held up by it", async () => {
    const spoken = Array.from({ length: playground_limits.turns_a_minute }, (_, at) => at + 10);
    await database.superuser`insert into messages ${database.superuser(
      spoken.map((position) => ({
        company_id: world.a.company_id,
        id: uuidv7(),
        conversation_id: talk,
        position,
        speaker: "customer",
        text: "أهلًا",
      })),
    )}`;
    expect(await say(world.a, talk, "أهلًا").catch(refusalOf)).toMatchObject({ code: "TOO_MANY_REQUESTS" });
    vendor.next(says("نعم"));
    const theirs = (await world.a.caller("admin").playground.begin({})).conversation_id;
    expect((await say(world.a, theirs, "أهلًا", { role: "admin" })).text).toBe("نعم");
  });

  it("is bounded for a company by what the day has cost, and another company is not held up by it", async () => {
    await database.superuser`update conversations set cost_usd_micros = ${playground_limits.cost_usd_micros_a_day} where id = ${talk}`;
    expect(await say(world.a, talk, "أهلًا").catch(refusalOf)).toMatchObject({ code: "TOO_MANY_REQUESTS" });
    await database.superuser`update conversations set cost_usd_micros = 0 where id = ${talk}`;
    vendor.next(says("نعم"));
    expect((await say(world.a, talk, "أهلًا")).text).toBe("نعم");
  });
});

describe("a trial", () => {
  it("is saved and marked, listed when asked for, and counted nowhere", async () => {
    const counted = async () => [
      (await world.a.caller().stats.calls({ period: "24h" })).totals,
      await world.a.caller().conversations.counts({}),
    ];
    const before = await counted();
    const { conversation_id } = await world.a.caller("agent").playground.begin({ mode: "trial" });
    vendor.next(says("جواب نادر"));
    await say(world.a, conversation_id, "سؤال نادر");
    expect(await counted()).toEqual(before);
    const listed = async (mode: "real" | "trial", q?: string) =>
      (await world.a.caller().conversations.list({ mode, ...(q && { q }) })).conversations.map(({ id }) => id);
    expect(await listed("real")).not.toContain(conversation_id);
    expect(await listed("real", "نادر")).toEqual([]);
    expect(await listed("trial")).toContain(conversation_id);
    expect(await listed("trial", "نادر")).toEqual([conversation_id]);
  });
});
