import { type ChildProcess, execFile, fork } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { childEnv } from "#src/env.ts";
import { quantile, type Round } from "./figures.ts";
import type { Job } from "./serve.ts";
import { asked } from "./statement.ts";

export interface Contender {
  /** What it answers to the one question, once; undefined for bare statements. */
  answer(): Promise<unknown>;
  round(clients: number, seconds: number): Promise<Round>;
  stop(): void;
}

interface Request {
  path: string;
  method: "GET" | "POST";
  body?: string;
}

/** The same 50 bookings with what is joined to them and their clashes; only the next page's cursor is not asked for. */
const graphql = `query Bookings($company: UUID!) {
  allBookings(first: 50, orderBy: [STARTS_AT_ASC, ROW_ID_ASC], condition: { companyId: $company }) {
    nodes {
      rowId companyId number customerId propertyId staffId conversationId startsAt endsAt priceMinor currency status source notes
      decidedAt rejectReason version createdAt updatedAt clashes
      customerByCompanyIdAndCustomerId { rowId name phone stage }
      propertyByCompanyIdAndPropertyId { rowId reference title titleEn district kind permitNumber permitExpiresOn }
      userByCompanyIdAndStaffId { rowId name }
      userByCompanyIdAndDecidedBy { rowId name gender }
    }
  }
}`;

const run = promisify(execFile);
const autocannon = createRequire(import.meta.url).resolve("autocannon");

function requestOf({ contender }: Job, company_id: string): Request {
  if (contender === "postgraphile") {
    const body = JSON.stringify({ query: graphql, variables: { company: company_id } });
    return { path: "/graphql", method: "POST", body };
  }
  return { path: `/api/trpc/bookings.list?input=${encodeURIComponent(JSON.stringify(asked))}`, method: "GET" };
}

/** Starts a contender in a process of its own. Throws what it printed when it does not come up. */
export async function startContender(job: Job, company_id: string): Promise<Contender> {
  const child = fork(fileURLToPath(new URL("serve.ts", import.meta.url)), {
    env: childEnv({ NODE_ENV: "production", GRAPHILE_ENV: "production", LOG_LEVEL: "warn" }),
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let printed = "";
  child.stderr?.on("data", (part) => {
    printed = (printed + part).slice(-4000);
  });
  child.send(job);
  const [ready] = await Promise.race([once(child, "message"), once(child, "exit")]);
  if (typeof ready !== "object" || ready === null) throw new Error(`${job.contender} did not start: ${printed}`);

  const stop = () => void child.kill();
  if (job.contender === "raw") {
    const round: Contender["round"] = (...of) => withCpu(child, () => drive(child, ...of));
    return { stop, answer: async () => undefined, round };
  }
  const request = requestOf(job, company_id);
  const url = `http://127.0.0.1:${ready.port}${request.path}`;
  const headers = { authorization: `Bearer ${job.token}`, "content-type": "application/json" };
  return {
    stop,
    async answer() {
      const response = await fetch(url, {
        headers,
        method: request.method,
        ...(request.body && { body: request.body }),
      });
      const text = await response.text();
      if (response.status !== 200) throw new Error(`${job.contender} answered ${response.status}: ${text} ${printed}`);
      return JSON.parse(text);
    },
    round: (clients, seconds) => withCpu(child, () => fire(url, headers, request, clients, seconds)),
  };
}

async function withCpu(child: ChildProcess, work: () => Promise<Omit<Round, "cpu">>): Promise<Round> {
  const before = await cpuOf(child);
  const round = await work();
  return { ...round, cpu: ((await cpuOf(child)) - before) / round.answered };
}

/** Milliseconds of processor time the process has used so far. */
async function cpuOf(child: ChildProcess): Promise<number> {
  child.send("cpu");
  const [{ user, system }] = await once(child, "message");
  return (user + system) / 1000;
}

/** One round over HTTP by autocannon, which is a process of its own so as not to share a thread with anything measured. */
async function fire(
  url: string,
  headers: Record<string, string>,
  { method, body }: Request,
  clients: number,
  seconds: number,
): Promise<Omit<Round, "cpu">> {
  const heads = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}=${value}`]);
  const load = ["-j", "-n", "-c", String(clients), "-d", String(seconds), "-m", method, ...(body ? ["-b", body] : [])];
  const { stdout } = await run(process.execPath, [autocannon, ...load, ...heads, url]);
  const result = JSON.parse(stdout);
  const wrong = result.errors + result.timeouts + result.non2xx;
  if (wrong > 0) throw new Error(`${wrong} of ${result.requests.total} requests to ${url} were not answered.`);
  const { duration, latency, "2xx": answered } = result;
  return { answered, per_second: answered / duration, p50: latency.p50, p99: latency.p99 };
}

async function drive(child: ChildProcess, clients: number, seconds: number): Promise<Omit<Round, "cpu">> {
  child.send({ clients, seconds });
  const [latencies] = await once(child, "message");
  const answered = latencies.length;
  return { answered, per_second: answered / seconds, p50: quantile(latencies, 0.5), p99: quantile(latencies, 0.99) };
}
