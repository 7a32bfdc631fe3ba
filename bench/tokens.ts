import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { availableParallelism, loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { v7 as uuidv7 } from "uuid";
import * as z from "zod";
import { BegunChat } from "#features/playground/schema.ts";
import { openServices } from "#server/services.ts";
import { childEnv } from "#src/env.ts";
import { type BenchDatabase, runBenchmark } from "./data.ts";
import { quantile } from "./figures.ts";
import type { Job } from "./serve.ts";

// npm run bench:tokens: how long a token of the chat agent takes from the vendor's socket to the reader's, through the whole turn
// (SDK, tools, tRPC). Vendor and reader are this process, on one clock; the portal is another. Beside it the same stream
// without a portal, for what loopback and the clock themselves take. Judges nothing.
const tokens = 300;
const every_ms = 20;
const say = (line: string) => console.log(line);

const sent = new Map<string, number>();
const vendor = createServer(async (req, res) => {
  req.resume();
  await once(req, "end");
  res.writeHead(200, { "Content-Type": "text/event-stream", "X-Generation-Id": "gen-1" });
  const talk = uuidv7();
  const chunk = (delta: object, finish_reason: string | null, more: object = {}) =>
    `data: ${JSON.stringify({ id: "gen-1", object: "chat.completion.chunk", created: 1, model: "bench", choices: [{ index: 0, delta, finish_reason }], ...more })}\n\n`;
  for (let n = 0; n < tokens; n += 1) {
    const mark = `<${talk}:${n}>`;
    sent.set(mark, performance.now());
    res.write(chunk({ role: "assistant", content: `${mark} ` }, null));
    await pause(every_ms);
  }
  res.end(`${chunk({}, "stop")}data: [DONE]\n\n`);
});
vendor.listen(0, "127.0.0.1");
await once(vendor, "listening");
const vendor_url = `http://127.0.0.1:${(vendor.address() as AddressInfo).port}/api/v1`;

await runBenchmark(say, measure);
vendor.close();

async function measure(database: BenchDatabase): Promise<void> {
  const { appUrl, company_id, user_id } = database;
  const services = openServices({ databaseUrl: appUrl });
  const token = await services.sessions.open(company_id, user_id, "bench");
  const child = fork(fileURLToPath(new URL("serve.ts", import.meta.url)), {
    env: childEnv({
      NODE_ENV: "production",
      LOG_LEVEL: "warn",
      OPENROUTER_API_KEY: "bench",
      OPENROUTER_BASE_URL: vendor_url,
    }),
  });
  try {
    await database.forgetTalks();
    const job: Omit<Job, "statement"> = { contender: "portal", appUrl, pool_size: 10, token };
    child.send(job);
    const [{ port }] = await once(child, "message");
    const portal = `http://127.0.0.1:${port}/api/trpc`;
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    say(
      `\n${tokens} tokens a talk, one each ${every_ms} ms; load ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores before the start.`,
    );
    const cpu = async () => {
      child.send("cpu");
      const [{ user, system }] = await once(child, "message");
      return (user + system) / 1000;
    };
    await talks(portal, headers, 1);
    for (const at_once of [1, 10]) {
      print(`without a portal, ${at_once} at once`, await race(at_once, () => read(vendor_url, { method: "POST" })));
      const before = await cpu();
      const under_way = await talks(portal, headers, at_once);
      print(`through the portal, ${at_once} at once`, under_way);
      const each = ((await cpu()) - before) / under_way.length;
      say(`${" ".repeat(32)} ${each.toFixed(2)} ms of the portal's processor a token, the turn's own work among it`);
    }
  } finally {
    child.kill();
    await services.sessions.close(token);
    await services.stop();
  }
}

async function talks(portal: string, headers: Record<string, string>, at_once: number): Promise<number[]> {
  const begun = await Promise.all(
    Array.from({ length: at_once }, async () => {
      const answer = await fetch(`${portal}/playground.begin`, {
        method: "POST",
        headers,
        body: JSON.stringify({ mode: "trial" }),
      });
      return z.object({ result: z.object({ data: BegunChat }) }).parse(await answer.json()).result.data.conversation_id;
    }),
  );
  const of = [...begun];
  return race(at_once, () => {
    const line = { conversation_id: of.pop(), turn_id: uuidv7(), text: "السلام عليكم" };
    return read(`${portal}/playground.say?batch=1`, {
      method: "POST",
      headers: { ...headers, "trpc-accept": "application/jsonl" },
      body: JSON.stringify({ 0: line }),
    });
  });
}

async function race(at_once: number, one: () => Promise<number[]>): Promise<number[]> {
  return (await Promise.all(Array.from({ length: at_once }, one))).flat();
}

/** Reads an answer as it comes; gives how long each token was under way, in milliseconds. Throws when one is missing. */
async function read(url: string, init: RequestInit): Promise<number[]> {
  const answer = await fetch(url, init);
  const under_way: number[] = [];
  const decoder = new TextDecoder();
  let rest = "";
  for await (const part of answer.body ?? []) {
    const now = performance.now();
    rest += decoder.decode(part, { stream: true });
    let end = 0;
    for (const { 0: mark, index } of rest.matchAll(/<[0-9a-f-]{36}:\d+>/g)) {
      under_way.push(now - (sent.get(mark) ?? Number.NaN));
      end = index + mark.length;
    }
    rest = rest.slice(end);
  }
  if (under_way.length !== tokens) throw new Error(`${under_way.length} of ${tokens} tokens came: ${rest}`);
  return under_way;
}

function print(name: string, ms: number[]): void {
  const at = (share: number) => quantile(ms, share).toFixed(1);
  const late = ms.filter((one) => one > 50).length;
  const first = Math.max(...ms.filter((_, at) => at % tokens === 0));
  say(
    `${name.padEnd(32)} ${ms.length} tokens: p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  p99 ${at(0.99)} ms  highest ${Math.max(...ms).toFixed(1)} ms  over 50 ms: ${late}; a talk's first at most ${first.toFixed(1)} ms`,
  );
}
