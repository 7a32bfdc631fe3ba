import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fetchRecording } from "#features/calls/fetch-recording.ts";
import { pollCall } from "#features/calls/poll.ts";
import { openRecordings, type Recordings } from "#server/recordings.ts";
import { systemClaims } from "#server/system-claims.ts";
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
let recordings: Recordings;
let hook: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "portal-ledger-"));
  recordings = openRecordings(folder);
  vendor = await openVendor();
  portal = await openPortal({ recordings, agents: vendor.agents });
  hook = (await portal.world.a.caller().integrations.read({})).webhook_path.split("/").at(-1) ?? "";
});
afterAll(async () => {
  await portal.close();
  await vendor.close();
  await rm(folder, { recursive: true });
});

const token = () => portal.world.a.users.agent.token;
const deliver = (body: string) =>
  portal.send("POST", `/api/webhooks/elevenlabs/${hook}`, { raw: body, headers: signed(body) });
const context = async () => ({
  pool: portal.world.services.pool,
  agents: vendor.agents,
  recordings,
  claims: await systemClaims(portal.world.services.pool, portal.world.a.company_id),
});
const poll = async (conversation_id: string) => pollCall({ conversation_id, tries: 0 }, await context());
const jobs = (name: string, conversation_id: string) =>
  portal.database
    .superuser`select key, run_at from jobs.jobs where task_identifier = ${name} and key like ${`%${conversation_id}`}`;
const lines = (conversation_id: string) =>
  portal.database
    .superuser`select position, speaker, text from messages where conversation_id = ${conversation_id} order by position`;
const rows = (vendor_id: string) =>
  portal.database
    .superuser`select id, status, mode, channel, settled_at, audio_key, duration_seconds, summary, customer_id, end_reason, extracted, created_by
    from conversations where vendor_conversation_id = ${vendor_id}`;

/** The same order for the same seed (mulberry32). */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const order = [...list];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    const [one, two] = [order[at], order[other]];
    if (one !== undefined && two !== undefined) [order[at], order[other]] = [two, one];
  }
  return order;
}

async function openSession(vendor_id: string) {
  vendor.replies.set("GET /v1/convai/conversation/get-signed-url", [
    {
      body: {
        signed_url: `wss://vendor.example/v1/convai/conversation?agent_id=x&conversation_id=${vendor_id}&conversation_signature=s`,
      },
    },
  ]);
  const { body, status } = await portal.send("POST", "/api/voice-sessions", { token: token(), json: {} });
  expect(status).toBe(201);
  const session: { id: string; conversation_id: string } = Object(body.session);
  await portal.database
    .superuser`update voice_sessions set ended_at = now() where id <> ${session.id} and ended_at is null`;
  return session;
}

describe("a browser call told of a hundred times, in a shuffled order and ten at once", () => {
  it.each([1, 2, 3])("is one conversation in its final state (seed %i)", async (seed) => {
    const vendor_id = `conv_shuffled_${seed}`;
    const session = await openSession(vendor_id);
    const agent_id = agentOf(hook);
    vendor.replies.set(`GET /v1/convai/conversations/${vendor_id}`, [
      {
        body: detailOf(vendor_id, agent_id, { status: "in-progress", analysis: null, transcript: [], metadata: null }),
      },
      { body: detailOf(vendor_id, agent_id, { status: "processing", analysis: null, has_audio: false }) },
      { body: detailOf(vendor_id, agent_id) },
    ]);
    const heard = [
      { speaker: "agent" as const, text: "السلام عليكم، معك نورا", at_ms: 0 },
      { speaker: "customer" as const, text: "أبغى فلة بالنرجس", at_ms: 4000 },
    ];
    const caller = portal.world.a.caller("agent");
    const early = detailOf(vendor_id, agent_id, { status: "processing", analysis: null, transcript: [] });
    const told: (() => Promise<unknown>)[] = [
      ...Array.from({ length: 20 }, () => () => deliver(transcription(detailOf(vendor_id, agent_id)))),
      ...Array.from({ length: 10 }, (_, n) => () => deliver(transcription(early, 1_795_000_001 + n))),
      ...Array.from({ length: 20 }, () => () => deliver(audioEvent(vendor_id, agent_id))),
      ...Array.from({ length: 15 }, () => () => poll(session.conversation_id)),
      ...Array.from({ length: 15 }, () => () => caller.voiceSessions.hear({ id: session.id, from: 0, lines: heard })),
      ...Array.from(
        { length: 20 },
        () => () =>
          portal.send("POST", `/api/voice-sessions/${session.id}/end`, {
            token: token(),
            json: { vendor_conversation_id: vendor_id, reason: "user", duration_seconds: 90 },
          }),
      ),
    ];
    expect(told).toHaveLength(100);
    const order = shuffled(told, seed);
    for (let at = 0; at < order.length; at += 10) await Promise.all(order.slice(at, at + 10).map((tell) => tell()));

    const found = await rows(vendor_id);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      id: session.conversation_id,
      status: "ended",
      mode: "real",
      channel: "playground",
      duration_seconds: 95,
      summary: "Asked for a villa and booked a viewing.",
      extracted: { budget: 2_400_000 },
      end_reason: "end_call tool was called",
      audio_key: `${portal.world.a.company_id}/${session.conversation_id}.mp3`,
      created_by: portal.world.a.users.agent.id,
    });
    expect(found[0]?.settled_at).not.toBeNull();
    expect(await lines(session.conversation_id)).toEqual([
      { position: 0, speaker: "agent", text: "السلام عليكم، معك نورة" },
      { position: 1, speaker: "customer", text: "أبغى فيلا في النرجس" },
      { position: 2, speaker: "tool", text: "search_properties" },
      { position: 3, speaker: "agent", text: "عندي فيلتان هناك" },
    ]);
    expect(await jobs("summarise_conversation", session.conversation_id)).toHaveLength(1);
    const audio = await recordings.size(String(found[0]?.audio_key));
    expect(audio).toBe(sound.length);
    const [kept] = await portal.database
      .superuser`select count(*)::int as events from inbound_events where event_key like ${`%:${vendor_id}:%`}`;
    expect(kept).toEqual({ events: 12 });
  });
});

describe("a final account", () => {
  it("is not undone by an earlier one that comes later, and fills only what is empty when it comes again", async () => {
    const id = "conv_monotone";
    await deliver(transcription(detailOf(id, agentOf(hook), { analysis: null })));
    await deliver(
      transcription(detailOf(id, agentOf(hook), { status: "in-progress", transcript: [], metadata: null }), 1),
    );
    const bare = { metadata: { call_duration_secs: 5, termination_reason: "another" }, transcript: [] };
    await deliver(transcription(detailOf(id, agentOf(hook), bare), 2));
    const [row] = await rows(id);
    expect(row).toMatchObject({
      status: "ended",
      duration_seconds: 95,
      end_reason: "end_call tool was called",
      summary: "Asked for a villa and booked a viewing.",
    });
    expect(await lines(String(row?.id))).toHaveLength(4);
  });

  it("told twice at once makes one row", async () => {
    const id = "conv_at_once";
    await Promise.all(
      Array.from({ length: 12 }, (_, n) => deliver(transcription(detailOf(id, agentOf(hook)), 1_795_000_000 + n))),
    );
    expect(await rows(id)).toHaveLength(1);
  });
});

describe("a phone call", () => {
  const phone = (direction: string, external_number: string, call_result?: string) => ({
    metadata: {
      start_time_unix_secs: 1_795_000_000,
      call_duration_secs: 40,
      phone_call: { type: "twilio", direction, external_number, agent_number: "+966110000000", call_result },
    },
  });

  it("from outside makes its customer by number, once, or finds him", async () => {
    await deliver(transcription(detailOf("conv_in_1", agentOf(hook), phone("inbound", "+966500000111"))));
    await deliver(transcription(detailOf("conv_in_2", agentOf(hook), phone("inbound", "+966500000111"))));
    const [[one], [two]] = [await rows("conv_in_1"), await rows("conv_in_2")];
    expect(one?.customer_id).not.toBeNull();
    expect(two?.customer_id).toBe(one?.customer_id);
    expect(one).toMatchObject({ channel: "phone" });
    const customers = await portal.database.superuser`select phone from customers where phone = '+966500000111'`;
    expect(customers).toHaveLength(1);
  });

  it("whose number hides is nobody's", async () => {
    await deliver(transcription(detailOf("conv_hidden", agentOf(hook), phone("inbound", "anonymous"))));
    expect(await rows("conv_hidden")).toMatchObject([{ customer_id: null, status: "ended" }]);
  });

  it("of a campaign is its customer's and settles the try; one that never began settles it alone", async () => {
    const { superuser } = portal.database;
    const company = portal.world.a.company_id;
    const [campaign, customer] = [uuidv7(), uuidv7()];
    await superuser`insert into campaigns (company_id, id, name, type, status, started_at) values (${company}, ${campaign}, 'c', 'voice', 'running', now())`;
    await superuser`insert into customers (company_id, id, name, phone) values (${company}, ${customer}, 'x', '+966500000222')`;
    const dialled = async (number: string, vendor_call_id: string) => {
      const recipient = uuidv7();
      await superuser`insert into campaign_recipients (company_id, id, campaign_id, customer_id, phone, status, attempts)
        values (${company}, ${recipient}, ${campaign}, ${customer}, ${number}, 'dialling', 1)`;
      await superuser`insert into dial_attempts (company_id, id, recipient_id, attempt, vendor_call_id, started_at)
        values (${company}, ${uuidv7()}, ${recipient}, 1, ${vendor_call_id}, now())`;
      return recipient;
    };
    const [answered, busy] = [await dialled("+966500000222", "conv_out"), await dialled("+966500000333", "conv_busy")];
    await deliver(transcription(detailOf("conv_out", agentOf(hook), phone("outbound", "+966500000222", "answered"))));
    await deliver(
      JSON.stringify({
        type: "call_initiation_failure",
        event_timestamp: 1_795_000_100,
        data: {
          agent_id: agentOf(hook),
          conversation_id: "conv_busy",
          failure_reason: "busy",
          metadata: { type: "twilio", body: {} },
        },
      }),
    );
    expect(await rows("conv_out")).toMatchObject([{ customer_id: customer }]);
    expect(await rows("conv_busy")).toEqual([]);
    const tries =
      await superuser`select recipient_id, outcome, conversation_id is not null as talked from dial_attempts order by vendor_call_id`;
    expect(tries).toEqual([
      { recipient_id: busy, outcome: "busy", talked: false },
      { recipient_id: answered, outcome: "answered", talked: true },
    ]);
    const recipients = await superuser`select id, status from campaign_recipients order by phone`;
    expect(recipients).toEqual([
      { id: answered, status: "answered" },
      { id: busy, status: "busy" },
    ]);
  });
});

describe("the poller", () => {
  it("comes back later each time, and settles what the webhook missed", async () => {
    const vendor_id = "conv_polled";
    const session = await openSession(vendor_id);
    const path = `GET /v1/convai/conversations/${vendor_id}`;
    vendor.replies.set(path, [{ status: 503 }]);
    await poll(session.conversation_id);
    const [later] = await jobs("poll_call", session.conversation_id);
    expect(Date.parse(later?.run_at) - Date.now()).toBeGreaterThan(35_000);
    expect(await rows(vendor_id)).toMatchObject([{ status: "in_progress", settled_at: null }]);

    vendor.replies.set(path, [{ body: detailOf(vendor_id, agentOf(hook)) }]);
    await poll(session.conversation_id);
    expect(await rows(vendor_id)).toMatchObject([{ status: "ended", audio_key: null }]);
    expect(await jobs("fetch_recording", session.conversation_id)).toHaveLength(1);

    const audio = `GET /v1/convai/conversations/${vendor_id}/audio`;
    vendor.replies.set(audio, [{ status: 404 }, { body: sound }]);
    const fetchNow = async () =>
      fetchRecording({ conversation_id: session.conversation_id, tries: 0 }, await context());
    await fetchNow();
    expect(await rows(vendor_id)).toMatchObject([{ audio_key: null }]);
    await fetchNow();
    const [heard] = await rows(vendor_id);
    expect(await recordings.size(String(heard?.audio_key))).toBe(sound.length);
  });

  it("takes no account of another company's agent, whatever id a browser named", async () => {
    const session = await openSession("");
    const stolen = "conv_of_others";
    await portal.send("POST", `/api/voice-sessions/${session.id}/end`, {
      token: token(),
      json: { vendor_conversation_id: stolen },
    });
    vendor.replies.set(`GET /v1/convai/conversations/${stolen}`, [{ body: detailOf(stolen, "agent_of_others") }]);
    await poll(session.conversation_id);
    expect(await rows(stolen)).toMatchObject([{ settled_at: null, summary: null }]);
    expect(await lines(session.conversation_id)).toEqual([]);
  });

  it("gives up after a day, and a late webhook still tells the truth", async () => {
    const vendor_id = "conv_silent";
    const session = await openSession(vendor_id);
    vendor.replies.set(`GET /v1/convai/conversations/${vendor_id}`, [{ status: 500 }]);
    await portal.database
      .superuser`update conversations set created_at = now() - interval '25 hours' where id = ${session.conversation_id}`;
    await poll(session.conversation_id);
    expect(await rows(vendor_id)).toMatchObject([{ status: "failed", end_reason: "never_reported", settled_at: null }]);
    await deliver(transcription(detailOf(vendor_id, agentOf(hook))));
    expect(await rows(vendor_id)).toMatchObject([{ status: "ended", end_reason: "end_call tool was called" }]);
  });
});
