import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { allPages, forgedCursors } from "#tests/support/pages.ts";
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

const never = "01999999-0000-7000-8000-000000000000";
const talk = {
  type: "voice" as const,
  transcript: [
    { speaker: "agent" as const, text: "أهلًا بك في روابي", at_ms: 0 },
    { speaker: "customer" as const, text: "أبحث عن فيلا", at_ms: 2400 },
  ],
};

describe("saving a conversation", () => {
  it("keeps every line in order, whoever's role saves it", async () => {
    const customer_id = await rows.customer({ name: "هند العتيبي", phone: "+966533000001" });
    const input = {
      ...talk,
      customer_id,
      summary: "تبحث عن فيلا",
      duration_seconds: 154,
      audio_url: "https://audio.example.com/1.mp3",
      started_at: "2026-11-20T12:00:00+03:00",
    };
    const made = await world.a.caller("agent").conversations.create(input);
    expect(made).toMatchObject({
      ...talk,
      company_id: world.a.company_id,
      customer_name: "هند العتيبي",
      customer_phone: "+966533000001",
      status: "ended",
      mode: "real",
      channel: "playground",
      duration: "2:34",
      duration_seconds: 154,
      message_count: 2,
      started_at: "2026-11-20T09:00:00.000Z",
      ended_at: "2026-11-20T09:02:34.000Z",
      audio_url: "https://audio.example.com/1.mp3",
    });
    expect(await world.a.caller("agent").conversations.one({ id: made.id })).toEqual(made);
  });

  it("without times ended just now, and says of its duration only what was measured", async () => {
    const before = Date.now();
    const made = await world.a.caller().conversations.create({ ...talk, type: "chat" });
    expect(made).toMatchObject({ duration: null, duration_seconds: null, customer_id: null, customer_name: null });
    expect(Date.parse(made.ended_at ?? "")).toBeGreaterThanOrEqual(before - 1000);
    expect(Date.parse(made.ended_at ?? "") - Date.parse(made.started_at)).toBe(2400);
  });

  it("keeps 2,000 lines with quotes, backslashes, braces and emoji as they were said", async () => {
    const odd = ['"مقتبس"', "back\\slash", "{a,NULL}", "👍🏽", "", "سطر\nثانٍ"];
    const transcript = Array.from({ length: 2000 }, (_, at) => ({
      speaker: "staff" as const,
      text: odd[at % odd.length] ?? "",
    }));
    const { id, message_count } = await world.a.caller().conversations.create({ type: "chat", transcript });
    expect(message_count).toBe(2000);
    const { transcript: kept } = await world.a.caller().conversations.one({ id });
    expect(kept.map(({ text }) => text)).toEqual(transcript.map(({ text }) => text));
  });

  it("is made once when the same Idempotency-Key comes twice at once", async () => {
    const made = await Promise.all(
      [1, 2].map(() => world.a.caller("agent", { idempotency_key: "talk" }).conversations.create(talk)),
    );
    expect(made[0]).toEqual(made[1]);
  });

  it("cannot be with another company's customer, and then nothing is kept", async () => {
    const theirs = await rowsOf(database, world.b.company_id).customer();
    const [before] = await database.superuser`select count(*) from conversations`;
    for (const customer_id of [theirs, never]) {
      expect(
        await world.a
          .caller()
          .conversations.create({ ...talk, customer_id })
          .catch(refusalOf),
      ).toEqual({ code: "NOT_FOUND" });
    }
    expect((await database.superuser`select count(*) from conversations`)[0]).toEqual(before);
  });

  it("names each wrong field", async () => {
    const line = { speaker: "agent" as const, text: "x" };
    const wrong = [
      [{ type: "fax" as "chat" }, "type"],
      [{ transcript: Array.from({ length: 2001 }, () => line) }, "transcript"],
      [{ transcript: Array.from({ length: 41 }, () => ({ ...line, text: "x".repeat(5000) })) }, "transcript"],
      [{ transcript: [{ ...line, text: "x".repeat(5001) }] }, "transcript.0.text"],
      [{ transcript: [line, { ...line, speaker: "tool" as "agent" }] }, "transcript.1.speaker"],
      [{ transcript: [{ ...line, at_ms: -1 }] }, "transcript.0.at_ms"],
      [{ transcript: [{ ...line, text: "nul\0" }] }, "transcript.0.text"],
      [{ duration_seconds: -1 }, "duration_seconds"],
      [{ audio_url: "http://audio.example.com/1.mp3" }, "audio_url"],
      [{ audio_url: "javascript:alert(1)" }, "audio_url"],
      [{ started_at: "2026-13-01T00:00:00Z" }, "started_at"],
      [{ status: "in_progress" }, "status"],
    ] as const;
    for (const [field, path] of wrong) {
      const input = { ...talk, ...field } as typeof talk;
      const refused = await world.a.caller().conversations.create(input).catch(refusalOf);
      expect(refused, path).toMatchObject({
        code: "BAD_REQUEST",
        issues: expect.arrayContaining([expect.objectContaining({ path })]),
      });
    }
  });
});

describe("one conversation", () => {
  it("tells what came of it to roles that may read that, and only to them", async () => {
    const customer_id = await rows.customer();
    const { id } = await world.a.caller().conversations.create({ ...talk, customer_id });
    const booking = await rows.booking({ customer_id, property_id: await rows.property() });
    await database.superuser`update bookings set conversation_id = ${id} where id = ${booking}`;
    const ticket = uuidv7();
    await database.superuser`insert into tickets (company_id, id, number, subject, category, conversation_id)
      values (${world.a.company_id}, ${ticket}, 990001, 'تسرّب', 'maintenance', ${id})`;
    const seen = async (role: "admin" | "sales_manager" | "support_manager" | "agent") => {
      const one = await world.a.caller(role).conversations.one({ id });
      return [one.bookings?.map((row) => row.id), one.tickets?.map((row) => row.id)];
    };
    expect(await seen("admin")).toEqual([[booking], [ticket]]);
    expect(await seen("sales_manager")).toEqual([[booking], undefined]);
    expect(await seen("support_manager")).toEqual([undefined, [ticket]]);
    expect(await seen("agent")).toEqual([undefined, undefined]);
  });

  it("of another company is not found, like one that never was", async () => {
    const { id } = await world.b.caller().conversations.create(talk);
    for (const asked of [id, never]) {
      expect(await world.a.caller().conversations.one({ id: asked }).catch(refusalOf)).toEqual({ code: "NOT_FOUND" });
    }
    expect(await world.b.caller().conversations.one({ id })).toMatchObject({ id });
  });
});

describe("the list of conversations", () => {
  it("pages over equal times without losing or repeating one", async () => {
    const customer_id = await rows.customer();
    const made = new Set<string>();
    for (let nth = 0; nth < 7; nth += 1) {
      made.add(
        (await world.a.caller().conversations.create({ ...talk, customer_id, started_at: "2026-10-01T00:00:00Z" })).id,
      );
    }
    const seen = await allPages(async (cursor) => {
      const { conversations, next_cursor } = await world.a
        .caller()
        .conversations.list({ customer_id, cursor, limit: 3 });
      return { rows: conversations.map(({ id }) => id), next_cursor };
    });
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(made);
  });

  it("filters by type, outcome, status and time, and shows trial talks only when asked", async () => {
    const customer_id = await rows.customer();
    const make = async (type: "voice" | "chat", started_at: string) =>
      (await world.a.caller().conversations.create({ ...talk, type, customer_id, started_at })).id;
    const [voice, chat, trial] = [
      await make("voice", "2026-09-01T10:00:00Z"),
      await make("chat", "2026-09-02T10:00:00Z"),
      await make("chat", "2026-09-03T10:00:00Z"),
    ];
    await database.superuser`update conversations set mode = 'trial' where id = ${trial}`;
    await database.superuser`update conversations set outcome = 'booked' where id = ${voice}`;
    await database.superuser`update conversations set status = 'failed' where id = ${chat}`;
    const ids = async (filter: Parameters<ReturnType<typeof world.a.caller>["conversations"]["list"]>[0]) =>
      (await world.a.caller().conversations.list({ customer_id, ...filter })).conversations.map(({ id }) => id);
    expect(await ids({})).toEqual([chat, voice]);
    expect(await ids({ type: "voice" })).toEqual([voice]);
    expect(await ids({ type: "chat" })).toEqual([chat]);
    expect(await ids({ mode: "trial" })).toEqual([trial]);
    expect(await ids({ outcome: "booked" })).toEqual([voice]);
    expect(await ids({ status: "failed" })).toEqual([chat]);
    expect(await ids({ from: "2026-09-02T10:00:00Z" })).toEqual([chat]);
    expect(await ids({ to: "2026-09-02T10:00:00Z" })).toEqual([voice]);
  });

  it("carries the lines unless told not to, and their number always", async () => {
    const customer_id = await rows.customer();
    await world.a.caller().conversations.create({ ...talk, customer_id });
    const [full] = (await world.a.caller().conversations.list({ customer_id })).conversations;
    const [bare] = (await world.a.caller().conversations.list({ customer_id, with_transcript: false })).conversations;
    expect(full).toMatchObject({ transcript: talk.transcript, message_count: 2 });
    expect(bare).toMatchObject({ message_count: 2 });
    expect(bare).not.toHaveProperty("transcript");
  });

  it.each(forgedCursors)("refuses the forged cursor %s by name", async (cursor) => {
    const refusal = { code: "BAD_REQUEST", issues: [{ path: "cursor", code: "invalid_cursor" }] };
    expect(await world.a.caller().conversations.list({ cursor }).catch(refusalOf)).toMatchObject(refusal);
    expect(await world.a.caller().conversations.search({ q: "فيلا", cursor }).catch(refusalOf)).toMatchObject(refusal);
  });
});

describe("searching conversations", () => {
  const said = (text: string) => ({ speaker: "customer" as const, text });

  it("answers the lines that hold the words, three at most, with the words' place in what was really said", async () => {
    const made = await world.a.caller().conversations.create({
      type: "chat",
      summary: "سأل عن مدرسة البيان",
      transcript: [
        said("قبلها"),
        said("أريد مدرسةَ البيان"),
        said("مدرسه البيان قريبة؟ مدرسة البيان"),
        said("ثالثًا مدرســة البيان"),
        said("رابعًا مدرسة البيان"),
      ],
    });
    const { conversations } = await world.a.caller("agent").conversations.search({ q: "مدرسه البيان" });
    expect(conversations.map(({ id }) => id)).toEqual([made.id]);
    const [found] = conversations;
    expect(found).not.toHaveProperty("transcript");
    const marks = found?.snippets.map(({ text, ranges }) => ranges.map(([start, end]) => text.slice(start, end)));
    expect(marks).toEqual([["مدرسةَ البيان"], ["مدرسه البيان", "مدرسة البيان"], ["مدرســة البيان"]]);
    expect(found?.summary_ranges.map(([start, end]) => found.summary?.slice(start, end))).toEqual(["مدرسة البيان"]);
  });

  it("finds by the customer's name and by the summary too", async () => {
    const customer_id = await rows.customer({ name: "مشاعل عبد الإله", phone: "+966533000090" });
    const { id } = await world.a
      .caller()
      .conversations.create({ ...talk, customer_id, summary: "Wants a sea-view penthouse" });
    for (const q of ["مشاعل عبدالاله", "PENTHOUSE"]) {
      const { conversations } = await world.a.caller().conversations.search({ q });
      expect(
        conversations.map((one) => one.id),
        q,
      ).toEqual([id]);
    }
  });

  it("pages over equal times without losing or repeating one", async () => {
    for (let nth = 0; nth < 7; nth += 1) {
      await world.a.caller().conversations.create({
        type: "chat",
        transcript: [said("كلمة السر زمردة")],
        started_at: "2026-08-01T00:00:00Z",
      });
    }
    const seen = await allPages(async (cursor) => {
      const { conversations, next_cursor } = await world.a
        .caller()
        .conversations.search({ q: "زمردة", cursor, limit: 3 });
      return { rows: conversations.map(({ id }) => id), next_cursor };
    });
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  it("takes the signs of a pattern for themselves", async () => {
    const { id } = await world.a
      .caller()
      .conversations.create({ type: "chat", transcript: [said("خصم 50%_ اليوم \\ فقط")] });
    for (const q of ["50%_", "\\ فقط"]) {
      expect(
        (await world.a.caller().conversations.search({ q })).conversations.map((one) => one.id),
        q,
      ).toEqual([id]);
    }
    expect((await world.a.caller().conversations.search({ q: "خصم%فقط" })).conversations).toEqual([]);
  });

  it("refuses words of less than two letters or more than 200, counted as they are compared", async () => {
    for (const q of ["", "ف", " َُِ ", "x".repeat(201), "ﷺ".repeat(20), "a\0b"]) {
      const refused = await world.a.caller().conversations.search({ q }).catch(refusalOf);
      expect(refused, q).toMatchObject({
        code: "BAD_REQUEST",
        issues: expect.arrayContaining([expect.objectContaining({ path: "q" })]),
      });
    }
    expect(await world.a.caller().conversations.search({ q: "فَ يلا" })).toMatchObject({ conversations: [] });
  });
});
