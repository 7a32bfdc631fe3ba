import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import WebSocket from "ws";
import { openAgents } from "#agents/open-agents.ts";
import type { AgentServices } from "#agents/ports.ts";
import { calleeOf } from "#agents/simulator/elevenlabs/callee.ts";
import { simulatorAgentId } from "#agents/simulator/key.ts";
import { type RunningSimulator, startSimulator } from "#agents/simulator/start-simulator.ts";
import { type Api, createApi } from "#server/api.ts";
import { openRecordings } from "#server/recordings.ts";
import { applySecurityHeaders } from "#server/security-headers.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { say } from "#tests/support/turns.ts";
import { createWorld, type World } from "#tests/support/world.ts";

// The portal and the simulator together, as a process without keys runs them.
let database: TestDatabase;
let world: World;
let api: Api;
let server: Server;
let simulator: RunningSimulator;
let agents: AgentServices;
let folder: string;
let origin = "";
let hook_id: string;

beforeAll(async () => {
  simulator = await startSimulator({ portal_url: () => origin, webhook_secret: "wsec_together" });
  agents = openAgents({ simulator });
  database = await createDatabase();
  world = await createWorld(database, { agents });
  folder = await mkdtemp(path.join(tmpdir(), "portal-simulator-"));
  api = createApi({ databaseUrl: database.appUrl, agents, recordings: openRecordings(folder) });
  server = createServer((req, res) => {
    applySecurityHeaders(req, res, { dev: false, secure: false });
    void api.handle(req, res);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  hook_id = (await world.a.caller().integrations.read({})).webhook_path.split("/").at(-1) ?? "";

  const rows = rowsOf(database, world.a.company_id);
  for (const kind of ["villa", "apartment"]) {
    for (const purpose of ["sale", "rent"]) {
      const id = await rows.property({ title: kind === "villa" ? "فيلا دوبلكس" : "شقة زاوية" });
      await database.superuser`update properties set status = 'available', permit_number = '7100',
        permit_expires_on = '2030-01-01', district = 'النرجس', purpose = ${purpose}, kind = ${kind},
        price_minor = 190000000, bedrooms = 4 where id = ${id}`;
    }
  }
});
afterAll(async () => {
  await simulator.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await api.stop();
  await world.close();
  await database.drop();
  await rm(folder, { recursive: true });
});

const bookings = (conversation_id: string) =>
  database.superuser`select b.status, c.phone, c.name from bookings b join customers c on c.id = b.customer_id
    where b.conversation_id = ${conversation_id}`;
const callOf = async (vendor_id: string | null) => {
  const [row] = await database.superuser`select id, status, summary, settled_at, audio_key, customer_id, direction,
    (select count(*)::int from messages m where m.conversation_id = c.id) as lines
    from conversations c where vendor_conversation_id = ${vendor_id}`;
  return row;
};

test("a chat with the simulated model finds a real listing and books it for a real customer", async () => {
  const { conversation_id } = await world.a.caller("agent").playground.begin({});
  const answers: string[] = [];
  for (const line of [
    "أبي فيلا للشراء في النرجس بحدود مليونين، 4 غرف",
    "الأول",
    "خالد العتيبي 0501234567",
    "الموعد الأول",
  ]) {
    answers.push((await say(world.a, conversation_id, line)).text);
  }
  expect(answers[0]).toMatch(/فيلا دوبلكس.*1,900,000 ريال/s);
  expect(answers[3]).toMatch(/تم رفع طلب المعاينة/);
  expect(await bookings(conversation_id)).toMatchObject([
    { status: "pending", phone: "+966501234567", name: "خالد العتيبي" },
  ]);
});

test("a phone call books through the tools, and ends in the ledger with its words and its sound", async () => {
  const to = Array.from({ length: 40 }, (_, at) => `+9665012300${at + 40}`).find(
    (number) => calleeOf(number, 1) === "books",
  );
  const placed = await agents.voice.placeCall({
    vendor_agent_id: simulatorAgentId(hook_id),
    phone_number_id: "phnum_sim_twilio",
    phone_provider: "twilio",
    to: to ?? "",
    variables: { customer_name: "سعد" },
  });
  await vi.waitFor(
    async () =>
      expect(await callOf(placed.vendor_conversation_id)).toMatchObject({
        settled_at: expect.any(Date),
        audio_key: expect.any(String),
      }),
    15_000,
  );
  const call = await callOf(placed.vendor_conversation_id);
  expect(call).toMatchObject({ status: "ended", direction: "outbound", summary: expect.stringMatching(/معاينة/) });
  expect(call?.lines).toBeGreaterThan(8);
  expect(await bookings(String(call?.id))).toMatchObject([{ status: "pending", phone: to }]);
  expect(
    simulator.deliveries.filter(({ conversation_id }) => conversation_id === placed.vendor_conversation_id),
  ).toMatchObject([
    { type: "post_call_transcription", status: 200 },
    { type: "post_call_audio", status: 200 },
  ]);
});

test("webhooks three times and out of order come to one call", async () => {
  simulator.faults.next("webhook", { kind: "repeat_shuffled" });
  const { vendor_conversation_id } = await agents.voice.placeCall({
    vendor_agent_id: simulatorAgentId(hook_id),
    phone_number_id: "phnum_sim_twilio",
    phone_provider: "twilio",
    to: "+966501230003",
    variables: {},
  });
  const sent = () => simulator.deliveries.filter(({ conversation_id }) => conversation_id === vendor_conversation_id);
  await vi.waitFor(() => expect(sent()).toHaveLength(6), 15_000);
  expect(sent().every(({ status }) => status === 200)).toBe(true);
  const rows = await database.superuser`select status, audio_key is not null as has_audio,
    (select count(*)::int from messages m where m.conversation_id = c.id) as lines
    from conversations c where vendor_conversation_id = ${vendor_conversation_id}`;
  expect(rows).toMatchObject([{ status: "ended", has_audio: true, lines: 3 }]);
});

test("a session in the browser is opened by the portal's permit, and its end is known by webhook", async () => {
  const session = await world.a.caller("agent").voiceSessions.start({});
  expect(session.is_simulated).toBe(true);
  const socket = new WebSocket(session.signed_url, ["convai"]);
  const heard: string[] = [];
  socket.on("message", (data) => heard.push(String(data)));
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  socket.send(
    JSON.stringify({
      type: "conversation_initiation_client_data",
      conversation_config_override: { conversation: { text_only: true } },
    }),
  );
  await vi.waitFor(() => expect(heard.join()).toContain("agent_response"));
  socket.send(JSON.stringify({ type: "user_message", text: "مع السلامة" }));
  await new Promise((resolve) => socket.once("close", resolve));
  await vi.waitFor(async () => {
    const [row] =
      await database.superuser`select status, settled_at is not null as is_settled from conversations where id = ${session.conversation_id}`;
    expect(row).toEqual({ status: "ended", is_settled: true });
  }, 15_000);
});
