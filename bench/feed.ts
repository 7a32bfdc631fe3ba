import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { availableParallelism, loadavg } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { openServices } from "#server/services.ts";
import { createPortalClient } from "#src/client/portal-client.ts";
import { childEnv } from "#src/env.ts";
import { type BenchDatabase, runBenchmark } from "./data.ts";
import { quantile } from "./figures.ts";
import type { Job } from "./serve.ts";

// npm run bench:feed: how soon a colleague's screen hears of a change, counted from the answer to whoever made it: served by
// the same process, and by another that shares nothing with it but Postgres. Judges nothing.
const changes = 200;
/** Never in step with a process that looks at regular times. */
const pause_ms = () => 20 + Math.random() * 300;
const say = (line: string) => console.log(line);

await runBenchmark(say, measure);

async function measure(database: BenchDatabase): Promise<void> {
  const { appUrl, company_id, user_id } = database;
  const services = openServices({ databaseUrl: appUrl });
  const token = await services.sessions.open(company_id, user_id, "bench");
  const servers: ChildProcess[] = [];
  const serve = async () => {
    const child = fork(fileURLToPath(new URL("serve.ts", import.meta.url)), {
      env: childEnv({ NODE_ENV: "production", LOG_LEVEL: "warn" }),
    });
    servers.push(child);
    const job: Omit<Job, "statement"> = { contender: "portal", appUrl, pool_size: 10, token };
    child.send(job);
    const [{ port }] = await once(child, "message");
    return `http://127.0.0.1:${port}`;
  };
  const left = new AbortController();
  try {
    const [mine, another] = [await serve(), await serve()];
    const portal = createPortalClient({ url: mine, token });
    const [customer] = (await portal.customers.list.query({ limit: 1 })).customers;
    if (!customer) throw new Error("The benchmark's company has no customer.");
    say(
      `\n${changes} changes; load ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores before the start.`,
    );
    for (const [name, colleagues] of [
      ["the same process", mine],
      ["another process", another],
    ] as const) {
      const heard = await listen(colleagues, token, customer.id, left.signal);
      const under_way: number[] = [];
      for (let n = 0; n < changes; n += 1) {
        const told = heard.next();
        await portal.customers.update.mutate({ id: customer.id, notes: `${name} ${n}` });
        const answered_at = performance.now();
        const { value: heard_at } = await told;
        // Heard before the answer was read: not a moment later.
        under_way.push(Math.max(0, (heard_at ?? Number.NaN) - answered_at));
        await pause(pause_ms());
      }
      print(name, under_way);
    }
  } finally {
    left.abort();
    for (const server of servers) server.kill();
    await services.sessions.close(token);
    await services.stop();
  }
}

/** The moments at which a reader of the feed hears of this row; ready to hear when it resolves. */
async function listen(url: string, token: string, id: string, signal: AbortSignal) {
  const answer = await fetch(`${url}/api/trpc/live.changes?input=${encodeURIComponent('{"lastEventId":null}')}`, {
    headers: { authorization: `Bearer ${token}`, accept: "text/event-stream" },
    signal,
  });
  if (!answer.ok) throw new Error(`The feed answers ${answer.status}: ${await answer.text()}`);
  const moments = momentsOf(answer, id);
  // The first is that the stream stands.
  await moments.next();
  return moments;
}

async function* momentsOf(answer: Response, id: string): AsyncGenerator<number> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const part of answer.body ?? []) {
    const now = performance.now();
    rest += decoder.decode(part, { stream: true });
    const events = rest.split("\n\n");
    rest = events.pop() ?? "";
    for (const event of events) if (event.includes('"ready"') || event.includes(id)) yield now;
  }
}

function print(name: string, ms: number[]): void {
  const at = (share: number) => quantile(ms, share).toFixed(1);
  say(
    `${name.padEnd(18)} p50 ${at(0.5)} ms  p95 ${at(0.95)} ms  p99 ${at(0.99)} ms  highest ${Math.max(...ms).toFixed(1)} ms`,
  );
}
