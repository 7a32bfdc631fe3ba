import OpenAI from "openai";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type RunningSimulator, startSimulator } from "#agents/simulator/start-simulator.ts";

let simulator: RunningSimulator;
let openai: OpenAI;
beforeAll(async () => {
  simulator = await startSimulator();
  openai = clientOf(simulator.api_key);
});
afterAll(() => simulator.stop());
beforeEach(() => simulator.faults.clear());

const clientOf = (apiKey: string) =>
  new OpenAI({ apiKey, baseURL: `${simulator.url}/openrouter/api/v1`, maxRetries: 0, timeout: 2000 });
const model = "~openai/gpt-mini-latest";
const tools = ["search_properties", "find_or_create_customer", "request_booking"].map((name) => ({
  type: "function" as const,
  function: { name, description: name, parameters: { type: "object", properties: {} } },
}));
type Messages = OpenAI.ChatCompletionMessageParam[];
const asking = (text: string): Messages => [
  { role: "system", content: "أنت سالم، الوكيل النصي." },
  { role: "user", content: text },
];

async function read(messages: Messages, named = model) {
  const stream = await openai.chat.completions.create({ model: named, messages, tools, stream: true });
  let text = "";
  const chunks: OpenAI.ChatCompletionChunk[] = [];
  for await (const chunk of stream) {
    chunks.push(chunk);
    text += chunk.choices[0]?.delta.content ?? "";
  }
  return { text, chunks };
}

test("words are streamed, then usage with its cost in a chunk without choices, from a concrete model", async () => {
  const { text, chunks } = await read(asking("السلام عليكم"));
  expect(text).toMatch(/^وعليكم السلام/);
  expect(chunks.length).toBeGreaterThan(5);
  const last = chunks.at(-1);
  expect(last?.choices).toEqual([]);
  expect(last?.usage).toMatchObject({ prompt_tokens: expect.any(Number), cost: expect.any(Number) });
  expect(last?.model).toBe("openai/gpt-6-luna");
});

test("a tool call arrives in pieces, and its answer is what is presented", async () => {
  const messages = asking("أبي فيلا للشراء في حي الملقا بحدود ٢ مليون، أربع غرف");
  const { chunks } = await read(messages);
  const pieces = chunks.flatMap((chunk) => chunk.choices[0]?.delta.tool_calls ?? []);
  const call = { id: pieces[0]?.id ?? "", name: pieces[0]?.function?.name ?? "" };
  const args = pieces.map((piece) => piece.function?.arguments ?? "").join("");
  expect(call.name).toBe("search_properties");
  expect(JSON.parse(args)).toEqual({
    purpose: "sale",
    kind: "villa",
    district: "الملقا",
    max_price: 2000000,
    bedrooms: 4,
  });
  expect(chunks.some((chunk) => chunk.choices[0]?.finish_reason === "tool_calls")).toBe(true);

  const listing = {
    id: "p1",
    reference: "R-77",
    title: "فيلا درج داخلي",
    district: "الملقا",
    city: "الرياض",
    price: "1950000.00",
  };
  const answer = {
    properties: [{ ...listing, currency: "SAR", bedrooms: 4, area_m2: 312, purpose: "sale", kind: "villa" }],
  };
  const next = await read([
    ...messages,
    {
      role: "assistant",
      content: null,
      tool_calls: [{ id: call.id, type: "function", function: { name: call.name, arguments: args } }],
    },
    { role: "tool", tool_call_id: call.id, content: JSON.stringify(answer) },
  ]);
  expect(next.text).toMatch(/فيلا درج داخلي.*1,950,000 ريال/s);
});

test("without streaming the same answer comes whole, with the generation's id in a header", async () => {
  const { data, response } = await openai.chat.completions
    .create({ model, messages: asking("hello"), tools })
    .withResponse();
  expect(data.choices[0]?.message.content).toMatch(/^Hello/);
  expect(response.headers.get("x-generation-id")).toBe(data.id);
});

test("a summary follows from the transcript, in the language and shape asked for", async () => {
  const transcript = [
    "customer: أبي شقة للإيجار في الياسمين",
    "agent: أي وقت يناسبك؟",
    "customer: الأول",
    "agent: تم رفع طلب المعاينة يوم الثلاثاء، رقمه B-7.",
    "customer: شكرا",
  ].join("\n");
  const schema = {
    type: "object",
    properties: {
      summary: { type: "string" },
      outcome: { type: "string", enum: ["booked", "interested"] },
      next_step: { type: ["string", "null"] },
      sentiment: { type: "string", enum: ["positive", "neutral", "negative"] },
    },
  };
  const answer = await openai.chat.completions.create({
    model,
    messages: [
      { role: "system", content: "Summarise the conversation in Arabic." },
      { role: "user", content: transcript },
    ],
    response_format: { type: "json_schema", json_schema: { name: "conversation_summary", schema } },
  });
  const made = JSON.parse(answer.choices[0]?.message.content ?? "");
  expect(made).toMatchObject({ outcome: "booked", sentiment: "positive" });
  expect(made.summary).toMatch(/شقة.*للإيجار.*الياسمين/);
});

test("models and key are listed; without the key nothing is", async () => {
  expect((await openai.models.list()).data.length).toBeGreaterThan(0);
  await expect(clientOf("sk-other").models.list()).rejects.toMatchObject({ status: 401 });
});

test.each([
  [401, "authentication"],
  [402, "payment_required"],
  [404, "not_found"],
  [429, "rate_limit_exceeded"],
  [503, "provider_unavailable"],
])("a %i is the vendor's error, once", async (status, error_type) => {
  simulator.faults.next("openrouter", { kind: "status", status, retry_after: 3 });
  const failed = await read(asking("hi")).catch((error: unknown) => error);
  expect(failed).toMatchObject({ status, error: { code: status, metadata: { error_type } } });
  if (failed instanceof OpenAI.APIError) expect(failed.headers?.get("retry-after")).toBe("3");
  expect((await read(asking("hi"))).text).not.toBe("");
});

test("a model id names a fault; the next of several models answers instead", async () => {
  await expect(read(asking("hi"), "sim/429")).rejects.toMatchObject({ status: 429 });
  await expect(read(asking("hi"), "openai/gpt-3.5-turbo")).rejects.toMatchObject({
    status: 404,
    error: { availability: { code: "model_deprecated" } },
  });
  const several = { model: "sim/503", models: ["openai/gpt-6-sol"], messages: asking("hi") };
  expect((await openai.chat.completions.create(several)).model).toBe("openai/gpt-6-sol");
});

test("a hanging answer is the client's timeout", async () => {
  simulator.faults.next("openrouter", { kind: "hang" });
  const waiting = openai.chat.completions.create({ model, messages: asking("hi") }, { timeout: 100 });
  await expect(waiting).rejects.toBeInstanceOf(OpenAI.APIConnectionTimeoutError);
});

test("200 with an error in its body resolves, as the vendor's SDK lets it", async () => {
  simulator.faults.next("openrouter", { kind: "error_body" });
  const answer = await openai.chat.completions.create({ model, messages: asking("hi") });
  expect(answer).toMatchObject({ error: { code: 502 } });
  expect(answer.choices).toBeUndefined();
});

test.each(["mid_error", "cut"] as const)("%s: some words arrive, then it throws", async (kind) => {
  simulator.faults.next("openrouter", { kind });
  const stream = await openai.chat.completions.create({ model, messages: asking("السلام عليكم"), stream: true });
  let text = "";
  const reading = (async () => {
    for await (const chunk of stream) text += chunk.choices[0]?.delta.content ?? "";
  })();
  await expect(reading).rejects.toThrow();
  expect(text).toMatch(/^وعليكم/);
});

test("a stream may end without finish and [DONE]: nothing but the missing usage tells", async () => {
  simulator.faults.next("openrouter", { kind: "no_done" });
  const { chunks, text } = await read(asking("hello"));
  expect(text).not.toBe("");
  expect(chunks.some((chunk) => chunk.usage || chunk.choices[0]?.finish_reason)).toBe(false);
});

test("requests are kept for those who count, credentials left out", async () => {
  const before = simulator.log.length;
  await read(asking("hello"));
  const kept = simulator.log.slice(before);
  expect(kept).toMatchObject([{ method: "POST", path: "/openrouter/api/v1/chat/completions", body: { model } }]);
  expect(JSON.stringify(kept)).not.toContain(simulator.api_key);
});
