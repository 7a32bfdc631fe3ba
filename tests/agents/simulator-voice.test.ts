import { createServer, type IncomingMessage } from "node:http";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import WebSocket from "ws";
import { signatureHeader } from "#agents/simulator/elevenlabs/webhooks.ts";
import { simulatorAgentId, simulatorToolToken } from "#agents/simulator/key.ts";
import { type RunningSimulator, startSimulator } from "#agents/simulator/start-simulator.ts";

const hook_id = "0123456789abcdef0123456789abcdef";
const agent_id = simulatorAgentId(hook_id);

interface Arrived {
  path: string;
  headers: IncomingMessage["headers"];
  raw: string;
  body: Record<string, unknown>;
}
let simulator: RunningSimulator;
let portal: Awaited<ReturnType<typeof startPortal>>;
let now = Date.parse("2026-11-30T08:00:00Z");

beforeEach(async () => {
  portal = await startPortal();
  simulator = await startSimulator({ portal_url: portal.url, now: () => now });
});
afterEach(async () => {
  await simulator.stop();
  await portal.stop();
});

/** The far end of webhooks and server tools: takes everything down, and answers tools as told. */
async function startPortal() {
  const arrived: Arrived[] = [];
  const tools: Record<string, unknown> = {};
  const server = createServer(async (req, res) => {
    let raw = "";
    for await (const chunk of req) raw += String(chunk);
    arrived.push({ path: req.url ?? "", headers: req.headers, raw, body: JSON.parse(raw) });
    const tool = /agent-tools\/(\w+)/.exec(req.url ?? "")?.[1];
    res.end(JSON.stringify(tool ? (tools[tool] ?? { error: "unknown" }) : {}));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    arrived,
    tools,
    webhooks: () => arrived.filter(({ path }) => path.startsWith("/api/webhooks/")),
    stop: () => new Promise<void>((resolve) => server.close(() => resolve()).closeAllConnections()),
  };
}

async function rest(path: string, options: { method?: string; body?: unknown; key?: string } = {}) {
  const { method = "GET", body, key = simulator.api_key } = options;
  const answer = await fetch(`${simulator.url}/elevenlabs/v1/convai${path}`, {
    method,
    headers: { "xi-api-key": key, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    body: text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text,
  };
}

const signedUrl = async (more = ""): Promise<string> =>
  (await rest(`/conversation/get-signed-url?agent_id=${agent_id}${more}`)).body.signed_url;

type Message = Record<string, Record<string, unknown>> & { type: string };

/** A socket as the vendor's client opens it. */
async function openSession(url: string, client_data: Record<string, unknown> = {}) {
  const socket = new WebSocket(url, ["convai"]);
  const messages: Message[] = [];
  let closed: { code: number; reason: string } | null = null;
  socket.on("message", (data) => messages.push(JSON.parse(String(data))));
  socket.on("close", (code, reason) => {
    closed = { code, reason: String(reason) };
  });
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));
  const send = (message: unknown) => socket.send(JSON.stringify(message));
  send({ type: "conversation_initiation_client_data", conversation_config_override: {}, ...client_data });
  const next = (type: string, from = 0) =>
    vi.waitFor(() => {
      const found = messages.slice(from).find((message) => message.type === type);
      if (!found) throw new Error(`no ${type} in ${messages.map((message) => message.type).join()}`);
      return found;
    }, 3000);
  return {
    socket,
    messages,
    send,
    next,
    say: (text: string) => send({ type: "user_message", text }),
    closed: () => closed,
  };
}
const text_only = { conversation_config_override: { conversation: { text_only: true } } };

test("REST asks for the key, and says what it misses as the vendor does", async () => {
  expect(await rest("/agents", { key: "other" })).toMatchObject({
    status: 401,
    body: { detail: { status: "invalid_api_key" } },
  });
  expect(await rest("/conversation/get-signed-url?agent_id=agent_of_nobody")).toMatchObject({ status: 404 });
  expect(await rest("/conversations/conv_none")).toMatchObject({
    status: 404,
    body: { detail: { status: "conversation_not_found" } },
  });
  const incomplete = await rest("/twilio/outbound-call", { method: "POST", body: { agent_id } });
  expect(incomplete).toMatchObject({ status: 422 });
  expect(incomplete.body.detail[0].loc).toEqual(["body", "agent_phone_number_id"]);
  expect(await rest(`/agents/${agent_id}`)).toMatchObject({ status: 200, body: { agent_id } });
  expect((await rest("/phone-numbers")).body[0]).toMatchObject({ provider: "twilio" });
});

test("metadata comes first, then words and their sound; convai is spoken; ids never go back", async () => {
  const session = await openSession(await signedUrl());
  expect(session.socket.protocol).toBe("convai");
  await session.next("audio");
  expect(session.messages[0]).toMatchObject({
    type: "conversation_initiation_metadata",
    conversation_initiation_metadata_event: { agent_output_audio_format: "pcm_16000" },
  });
  expect(session.messages[1]?.type).toBe("agent_response");
  const ids = session.messages.flatMap((message) => [
    message.audio_event?.event_id,
    message.agent_response_event?.event_id,
  ]);
  const numbers = ids.filter((id) => typeof id === "number");
  expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  const sound = Buffer.from(String(session.messages[2]?.audio_event?.audio_base_64), "base64");
  expect(sound.length).toBe(16_000);
  session.socket.close();
});

test("a talk by text uses client tools, hangs up with 1000, and its transcript is signed and sent", async () => {
  const session = await openSession(await signedUrl(), text_only);
  await session.next("agent_response");
  session.say("أبي شقة للإيجار في الياسمين بحدود 90 ألف غرفتين");
  const call = await session.next("client_tool_call");
  expect(call.client_tool_call).toMatchObject({
    tool_name: "search_properties",
    parameters: { purpose: "rent", kind: "apartment", district: "الياسمين", max_price: 90000, bedrooms: 2 },
  });
  const seen = session.messages.length;
  session.send({
    type: "client_tool_result",
    tool_call_id: call.client_tool_call?.tool_call_id,
    result: JSON.stringify({ properties: [] }),
    is_error: false,
  });
  const answer = await session.next("agent_response", seen);
  expect(answer.agent_response_event?.agent_response).toMatch(/الياسمين/);
  session.say("مع السلامة");
  await vi.waitFor(() => expect(session.closed()).toMatchObject({ code: 1000 }));
  expect(session.messages.some(({ type }) => type === "audio")).toBe(false);

  await vi.waitFor(() => expect(portal.webhooks()).toHaveLength(1));
  const [webhook] = portal.webhooks();
  expect(webhook?.path).toBe(`/api/webhooks/elevenlabs/${hook_id}`);
  expect(webhook?.headers["elevenlabs-signature"]).toBe(
    signatureHeader(simulator.webhook_secret, webhook?.raw ?? "", now),
  );
  expect(webhook?.body).toMatchObject({ type: "post_call_transcription", data: { status: "done", agent_id } });
  const id = String(session.messages[0]?.conversation_initiation_metadata_event?.conversation_id);
  const { body } = await rest(`/conversations/${id}`);
  expect(body.transcript.map(({ role }: { role: string }) => role)).toEqual([
    "agent",
    "user",
    "agent",
    "agent",
    "user",
    "agent",
  ]);
  expect(body.transcript[2].tool_calls[0]).toMatchObject({ tool_name: "search_properties", type: "client" });
  expect(body.analysis.transcript_summary).toMatch(/شقة/);
});

test("whoever speaks into the agent's words interrupts them: what was said is corrected", async () => {
  const session = await openSession(await signedUrl());
  await session.next("audio");
  now += 1000;
  session.say("لحظة");
  const { agent_response_correction_event } = await session.next("agent_response_correction");
  const interrupted = session.messages.findIndex(({ type }) => type === "interruption");
  const correction = session.messages.findIndex(({ type }) => type === "agent_response_correction");
  expect(interrupted).toBeGreaterThan(0);
  expect(correction).toBe(interrupted + 1);
  expect(String(agent_response_correction_event?.corrected_agent_response).length).toBeLessThan(
    String(agent_response_correction_event?.original_agent_response).length,
  );
  session.socket.terminate();
});

test("a microphone is understood only by script, and sound follows the transcript by webhook", async () => {
  simulator.speak(["وش اتفقنا عليه آخر مرة؟"], 3);
  const session = await openSession(await signedUrl());
  await session.next("audio");
  now += 60_000;
  for (let chunk = 0; chunk < 3; chunk++) session.send({ user_audio_chunk: "AAAA" });
  const heard = await session.next("user_transcript");
  expect(heard.user_transcription_event?.user_transcript).toMatch(/اتفقنا/);
  session.socket.close();
  await vi.waitFor(() => expect(portal.webhooks()).toHaveLength(2));
  const [, audio] = portal.webhooks();
  expect(audio?.headers["transfer-encoding"]).toBe("chunked");
  const mp3 = Buffer.from(/"full_audio":"([^"]+)"/.exec(audio?.raw ?? "")?.[1] ?? "", "base64");
  expect(mp3.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xf3]));
  expect(mp3.length / 1000, "a byte a millisecond").toBeCloseTo(60, 0);
});

test("only an unexpired, unbroken signature opens a socket, and one with a conversation id only once", async () => {
  const good = await signedUrl();
  const single = await signedUrl("&include_conversation_id=true");
  const closing = async (url: string) => {
    const session = await openSession(url);
    await vi.waitFor(() => expect(session.closed()).not.toBeNull());
    return session.closed()?.code;
  };
  expect(await closing(good.replace(/.$/, (last) => (last === "0" ? "1" : "0")))).toBe(3000);
  expect(await closing(good.replace(hook_id, "f".repeat(32)))).toBe(3000);
  const first = await openSession(single);
  await first.next("agent_response");
  expect(await closing(single)).toBe(1008);
  now += 16 * 60_000;
  expect(await closing(good)).toBe(1008);
  first.socket.terminate();
});

test.each([
  ["event", { error_event: { code: 1002 } }],
  ["flat", { message: expect.stringContaining("quota") }],
] as const)("out of quota, told in the %s form: closed with 1002", async (form, shape) => {
  simulator.faults.next("socket", { kind: "quota", form });
  const session = await openSession(await signedUrl());
  expect(await session.next("error")).toMatchObject(shape);
  await vi.waitFor(() => expect(session.closed()?.code).toBe(1002));
});

test("a socket can drop without a word", async () => {
  simulator.faults.next("socket", { kind: "drop" });
  const session = await openSession(await signedUrl());
  await vi.waitFor(() => expect(session.closed()?.code).toBe(1006));
});

const dial = (to_number: string, variables = {}) =>
  rest("/twilio/outbound-call", {
    method: "POST",
    body: {
      agent_id,
      agent_phone_number_id: "phnum_sim_twilio",
      to_number,
      conversation_initiation_client_data: { dynamic_variables: variables },
    },
  });

test.each([
  ["+966500000100", "busy", "busy"],
  ["+966500000101", "no_answer", "no-answer"],
])("%s is %s: the call fails, and only that is sent", async (number, call_result, failure_reason) => {
  const placed = await dial(number, { recipient_id: "r1" });
  expect(placed.body).toMatchObject({
    success: true,
    conversation_id: expect.any(String),
    callSid: expect.any(String),
  });
  await vi.waitFor(() => expect(portal.webhooks()).toHaveLength(1));
  expect(portal.webhooks()[0]?.body).toMatchObject({ type: "call_initiation_failure", data: { failure_reason } });
  const { body } = await rest(`/conversations/${placed.body.conversation_id}`);
  expect(body).toMatchObject({ status: "failed", metadata: { phone_call: { call_result, external_number: number } } });
});

test("voicemail, a refusal and a vendor's failure end as their numbers say", async () => {
  expect((await dial("+966500000104")).body).toMatchObject({ success: false });
  const voicemail = await dial("+966500000102");
  const refusal = await dial("+966500000103");
  await vi.waitFor(() => expect(portal.webhooks()).toHaveLength(4));
  const left = await rest(`/conversations/${voicemail.body.conversation_id}`);
  expect(left.body).toMatchObject({ status: "done", metadata: { phone_call: { call_result: "voicemail" } } });
  const refused = await rest(`/conversations/${refusal.body.conversation_id}`);
  expect(refused.body.analysis.data_collection_results).toMatchObject({
    do_not_call: { value: true },
    outcome: { value: "not_interested" },
  });
});

test("an answered call books through the company's server tools, by its own secret", async () => {
  const property = {
    id: "p1",
    reference: "R-1",
    title: "فيلا",
    district: "الملقا",
    city: "الرياض",
    price: "1",
    currency: "SAR",
    bedrooms: 4,
    area_m2: 300,
    purpose: "sale",
    kind: "villa",
  };
  portal.tools.search_properties = { properties: [property] };
  portal.tools.request_booking = {
    booking: { reference: "B-1", starts_at: "2026-12-01T07:00:00Z", status: "pending" },
  };
  const outcomes = new Map<string, string>();
  for (let last = 10; last < 30; last++) outcomes.set((await dial(`+9665000002${last}`)).body.conversation_id, "");
  await vi.waitFor(() => expect(portal.webhooks()).toHaveLength(40), 10_000);
  for (const id of outcomes.keys()) {
    outcomes.set(id, (await rest(`/conversations/${id}`)).body.analysis.data_collection_results.outcome.value);
  }
  expect(new Set(outcomes.values())).toEqual(new Set(["booked", "interested", "not_interested"]));
  const bookings = portal.arrived.filter(({ path }) => path === "/api/agent-tools/request_booking");
  expect(bookings.length).toBe([...outcomes.values()].filter((outcome) => outcome === "booked").length);
  expect(bookings[0]?.headers.authorization).toBe(`Bearer ${simulatorToolToken(simulator.webhook_secret, hook_id)}`);
  expect(bookings[0]?.body).toMatchObject({ property_id: "p1", conversation_id: expect.stringMatching(/^conv_/) });
});

test("webhooks can come three times and out of order, or never", async () => {
  simulator.faults.next("webhook", { kind: "repeat_shuffled" });
  await dial("+966500000103");
  await vi.waitFor(() => expect(simulator.deliveries).toHaveLength(6));
  expect(simulator.deliveries.map(({ type }) => type.slice(10, 13)).join(" ")).toBe("aud tra tra aud aud tra");
  simulator.faults.next("webhook", { kind: "never_sent" });
  const silent = await dial("+966500000103");
  await vi.waitFor(async () =>
    expect((await rest(`/conversations/${silent.body.conversation_id}`)).body.status).toBe("done"),
  );
  expect(simulator.deliveries).toHaveLength(6);
});

test("a placed call whose answer is lost was placed all the same, and can be counted", async () => {
  simulator.faults.next("elevenlabs", { kind: "lost_answer" }, { path: "outbound-call" });
  await expect(dial("+966500000203")).rejects.toThrow();
  expect((await rest("/conversations")).body.conversations).toHaveLength(1);
  simulator.faults.next("elevenlabs", { kind: "status", status: 429, retry_after: 2 }, { path: "outbound-call" });
  const limited = await dial("+966500000203");
  expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "2"]);
  expect(simulator.log.filter(({ path }) => path.endsWith("/outbound-call"))).toHaveLength(2);
});

test("a batch runs its recipients, keeps their ids, and redials those who were missed", async () => {
  const recipients = [
    { id: "r-a", phone_number: "+966500000103" },
    { id: "r-b", phone_number: "+966500000100" },
  ];
  const submitted = await rest("/batch-calling/submit", {
    method: "POST",
    body: { call_name: "b", agent_id, recipients },
  });
  const read = async () => (await rest(`/batch-calling/${submitted.body.id}`)).body;
  await vi.waitFor(async () => expect(await read()).toMatchObject({ status: "completed", total_calls_finished: 2 }));
  expect((await read()).recipients).toMatchObject([
    { id: "r-a", status: "completed", conversation_id: expect.any(String) },
    { id: "r-b", status: "failed" },
  ]);
  const before = (await rest("/conversations")).body.conversations.length;
  await rest(`/batch-calling/${submitted.body.id}/retry`, { method: "POST" });
  await vi.waitFor(async () => expect((await rest("/conversations")).body.conversations).toHaveLength(before + 1));
});

test("the vendor's own client holds a talk by text", async () => {
  const { Conversation } = await import("@11labs/client");
  const said: string[] = [];
  const ended = Promise.withResolvers<string>();
  const session = await Conversation.startSession({
    signedUrl: await signedUrl(),
    textOnly: true,
    clientTools: {
      customer_history: () => JSON.stringify({ tickets: [{ reference: "T-9", subject: "تسريب" }] }),
      find_or_create_customer: () => JSON.stringify({ customer: { name: "خالد", is_new: false } }),
    },
    onMessage: ({ message, role }) => said.push(`${role}: ${message}`),
    onDisconnect: ({ reason }) => ended.resolve(reason),
  });
  expect(session.getId()).toMatch(/^conv_/);
  session.sendUserMessage("وش اتفقنا عليه آخر مرة؟");
  await vi.waitFor(() => expect(said.join("\n")).toMatch(/رقم جوالك/));
  session.sendUserMessage("خالد 0551234567");
  await vi.waitFor(() => expect(said.join("\n")).toMatch(/T-9: تسريب/));
  session.sendUserMessage("مع السلامة");
  expect(await ended.promise).toBe("agent");
});
