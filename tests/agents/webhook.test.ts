import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordFailure } from "#features/calls/webhook-health.ts";
import { openRecordings } from "#server/recordings.ts";
import { inTenant } from "#server/tenant.ts";
import { openPortal, type Portal } from "../rest/portal.ts";
import {
  agentOf,
  audioEvent,
  detailOf,
  openVendor,
  signed,
  sound,
  transcription,
  type Vendor,
} from "./support/vendor.ts";

let vendor: Vendor;
let portal: Portal;
let folder: string;
let hook: string;
let theirs: string;
let call = 0;
let id: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "portal-webhook-"));
  vendor = await openVendor();
  portal = await openPortal({ recordings: openRecordings(folder), agents: vendor.agents });
  [hook, theirs] = await Promise.all([hookOf("a"), hookOf("b")]);
});
afterAll(async () => {
  await portal.close();
  await vendor.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  call += 1;
  id = `conv_${call}`;
});

async function hookOf(company: "a" | "b"): Promise<string> {
  const { webhook_path } = await portal.world[company].caller().integrations.read({});
  return webhook_path.split("/").at(-1) ?? "";
}
const deliver = (body: string, headers: Record<string, string> = signed(body), to = hook) =>
  portal.send("POST", `/api/webhooks/elevenlabs/${to}`, { raw: body, headers });
const found = () =>
  portal.database
    .superuser`select id, status, summary, duration_seconds, company_id, audio_key, settled_at, cost_usd_micros::int as cost,
    (select count(*)::int from messages m where m.conversation_id = c.id) as lines
    from conversations c where vendor_conversation_id = ${id}`;
const events = () => portal.database.superuser`select kind from inbound_events where event_key like ${`%:${id}:%`}`;
const now = () => Math.floor(Date.now() / 1000);

describe("a signed webhook", () => {
  it("becomes one settled conversation with its lines, its sum and its cost; a replay changes nothing", async () => {
    const body = transcription(detailOf(id, agentOf(hook)));
    expect((await deliver(body)).status).toBe(200);
    const [row] = await found();
    expect(row).toMatchObject({
      status: "ended",
      summary: "Asked for a villa and booked a viewing.",
      duration_seconds: 95,
      cost: 42_100,
      lines: 4,
      company_id: portal.world.a.company_id,
    });
    expect(row?.settled_at).not.toBeNull();
    expect((await deliver(body, signed(body, now() - 60))).status).toBe(200);
    expect(await found()).toEqual([row]);
    expect(await events()).toHaveLength(1);
  });

  it("with sound stores it in the company's place, also before the transcript came", async () => {
    expect((await deliver(audioEvent(id, agentOf(hook)))).status).toBe(200);
    const [early] = await found();
    expect(early).toMatchObject({ status: "in_progress", settled_at: null });
    expect(await readFile(path.join(folder, early?.audio_key))).toEqual(sound);
    expect(early?.audio_key).toBe(`${portal.world.a.company_id}/${early?.id}.mp3`);
    await deliver(transcription(detailOf(id, agentOf(hook))));
    const rows = await found();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ id: early?.id, status: "ended", audio_key: early?.audio_key, lines: 4 });
    const [stored] = await portal.database
      .superuser`select payload from inbound_events where kind = 'post_call_audio' and event_key like ${`%:${id}:%`}`;
    expect(JSON.stringify(stored?.payload)).not.toContain(sound.toString("base64"));
  });

  it("is taken with either secret while one is being replaced, with spaces, and with several hashes", async () => {
    const body = transcription(detailOf(id, agentOf(hook)));
    const [, old] = signed(body, now(), "an older one")["ElevenLabs-Signature"].split(",");
    const [time, fresh] = signed(body)["ElevenLabs-Signature"].split(",");
    expect((await deliver(body, { "ElevenLabs-Signature": ` ${time} , v0=${"0".repeat(64)} , ${fresh}` })).status).toBe(
      200,
    );
    expect((await deliver(body, { "ElevenLabs-Signature": `${time},${old}` })).status).toBe(200);
  });

  it("of sound may be longer than any other, and none may be longer than fifty million bytes", async () => {
    const long = (type: string, bytes: number) =>
      JSON.stringify({
        type,
        event_timestamp: now(),
        data: { agent_id: agentOf(hook), conversation_id: id, full_audio: "A".repeat(bytes) },
      });
    expect((await deliver(long("post_call_audio", 6_000_000))).status).toBe(200);
    expect((await deliver(long("post_call_transcription", 6_000_000)).catch(() => ({ status: 413 }))).status).toBe(413);
  });

  it("of a kind that is new is kept and answered", async () => {
    const body = JSON.stringify({
      type: "answering_machine_detection",
      event_timestamp: now(),
      data: { agent_id: agentOf(hook), conversation_id: id },
    });
    expect((await deliver(body)).status).toBe(200);
    expect(await events()).toEqual([{ kind: "answering_machine_detection" }]);
    expect(await found()).toEqual([]);
  });
});

describe("what changes nothing", () => {
  const unchanged = async () => expect([await found(), await events()]).toEqual([[], []]);
  const good = () => transcription(detailOf(id, agentOf(hook)));
  /** The same delivery, as it should have been, is taken: it was refused for what was wrong with it alone. */
  const control = async () => expect((await deliver(good())).status).toBe(200);

  it.each([
    ["a bad signature", () => ({ ...signed(good(), now(), "another secret") })],
    ["no signature", () => ({})],
    ["an empty one", () => ({ "ElevenLabs-Signature": "" })],
    ["one of half the length", () => ({ "ElevenLabs-Signature": `t=${now()},v0=abcd` })],
    ["a time half an hour ago", () => signed(good(), now() - 1805)],
    ["a time half an hour ahead", () => signed(good(), now() + 1805)],
    ["no time", () => ({ "ElevenLabs-Signature": signed(good())["ElevenLabs-Signature"].split(",")[1] ?? "" })],
  ])("%s is 401", async (_, headers: () => Record<string, string>) => {
    const { status, error } = await deliver(good(), headers());
    expect([status, error.code]).toEqual([401, "UNAUTHORIZED"]);
    await unchanged();
    await control();
  });

  it("a body tampered with is 401", async () => {
    const headers = signed(good());
    expect((await deliver(good().replace('"done"', '"failed"'), headers)).status).toBe(401);
    await unchanged();
    await control();
  });

  it("an agent of another company is 403, at either address", async () => {
    const body = transcription(detailOf(id, agentOf(theirs)));
    expect((await deliver(body)).status).toBe(403);
    await unchanged();
    expect((await deliver(body, signed(body), theirs)).status).toBe(200);
    expect(await found()).toMatchObject([{ company_id: portal.world.b.company_id }]);
  });

  it("sound of an agent of another company is 403, and not stored", async () => {
    expect((await deliver(audioEvent(id, agentOf(theirs)))).status).toBe(403);
    await unchanged();
    await control();
  });

  it.each(["0".repeat(32), "x", "..%2f", "A".repeat(32)])("an unknown address (%s) is 404", async (to) => {
    expect((await deliver(good(), signed(good()), to)).status).toBe(404);
    await unchanged();
    await control();
  });

  it.each([
    "not json",
    "[]",
    '{"type":"post_call_transcription"}',
    '{"type":"post_call_audio","event_timestamp":1,"data":{"agent_id":"x","conversation_id":"y"}}',
  ])("a body that is no event (%s) is 400", async (body) => {
    expect((await deliver(body)).status).toBe(400);
    await unchanged();
  });

  it("another method is 405", async () => {
    expect((await portal.send("GET", `/api/webhooks/elevenlabs/${hook}`)).status).toBe(405);
  });
});

describe("the webhook's health", () => {
  const health = async () => (await portal.world.b.caller().integrations.read({})).webhook;

  it("counts a flood of bad signatures once, and a good delivery ends the streak", async () => {
    const body = transcription(detailOf(id, agentOf(theirs)));
    await Promise.all(Array.from({ length: 30 }, () => deliver(body, signed(body, now(), "bad"), theirs)));
    expect(await health()).toMatchObject({ failures: 1, last_failure: "signature" });
    await deliver(body, signed(body), theirs);
    expect(await health()).toMatchObject({ failures: 0 });
    expect((await health()).last_event_at).not.toBeNull();
  });

  it("tells every admin once a streak, from the fifth failure on", async () => {
    const { pool } = portal.world.services;
    const told = () => portal.database.superuser`select user_id from notifications where kind = 'webhook_failing'`;
    const fail = (minute: number) =>
      inTenant(pool, portal.world.b.claims(), "write", (tx) => recordFailure(tx, "body", Date.now() + minute * 61_000));
    for (let minute = 1; minute <= 4; minute += 1) await fail(minute);
    expect(await told()).toEqual([]);
    for (let minute = 5; minute <= 9; minute += 1) await fail(minute);
    expect(await told()).toEqual([{ user_id: portal.world.b.users.admin.id }]);
    expect(await health()).toMatchObject({ failures: 9 });
  });
});
