import { availableParallelism, loadavg } from "node:os";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { BookingPage } from "#features/bookings/schema.ts";
import { openServices } from "#server/services.ts";
import type { Claims } from "#server/tenant.ts";
import { type Contender, startContender } from "./contenders.ts";
import { type BenchDatabase, bookings_each, company_count, runBenchmark } from "./data.ts";
import { quantile, type Round, spread } from "./figures.ts";
import type { Job } from "./serve.ts";
import { asked, captureStatement, type Statement } from "./statement.ts";
import { compareTransactions, explainList } from "./transaction.ts";

// npm run bench: measures, judges nothing. Fails only when a contender's answer is wrong.
const clients = 16;
const pool_size = 10;
const rounds = 5;
const seconds = 3;
const names = {
  portal: "portal: tRPC on node:http",
  by_hand: "(a) node:http + postgres.js by hand",
  raw: "(b) statements alone, no HTTP",
  postgraphile: "(c) PostGraphile 5",
};
const contenders = Object.keys(names) as (keyof typeof names)[];
const say = (line: string) => console.log(line);

await runBenchmark(say, measure);

async function measure(database: BenchDatabase): Promise<void> {
  const { appUrl, company_id, user_id } = database;
  const company = { country: "SA", timezone: "Asia/Riyadh", currency: "SAR" };
  const claims: Claims = { company_id, user_id, role: "sales_manager", request_id: "bench", company };
  const statement = await captureStatement(appUrl, claims);
  const services = openServices({ databaseUrl: appUrl });
  const token = await services.sessions.open(company_id, user_id, "bench");
  const running = new Map<Job["contender"], Contender>();
  try {
    for (const contender of contenders) {
      running.set(contender, await startContender({ contender, appUrl, pool_size, statement, token }, company_id));
    }
    await checkAnswers(running, company_id);
    printFigures(await race(running));
    for (const { stop } of running.values()) stop();
    await printTransaction(appUrl, claims, statement);
  } finally {
    for (const { stop } of running.values()) stop();
    await services.sessions.close(token);
    await services.stop();
  }
}

/** Everybody gives the same 50 bookings of the right company, or no clock is started. */
async function checkAnswers(running: Map<Job["contender"], Contender>, company_id: string) {
  const portal = z.object({ result: z.object({ data: BookingPage }) }).parse(await running.get("portal")?.answer())
    .result.data;
  const theirs = portal.bookings.filter((booking) => booking.company_id === company_id);
  if (theirs.length !== asked.limit) throw new Error(`The portal gave ${theirs.length} bookings of the company.`);
  if (!isDeepStrictEqual(await running.get("by_hand")?.answer(), portal)) throw new Error("(a) answers otherwise.");
  const Node = z.looseObject({ rowId: z.string(), companyId: z.literal(company_id) });
  const graph = z
    .object({ data: z.object({ allBookings: z.object({ nodes: z.array(Node) }) }) })
    .parse(await running.get("postgraphile")?.answer()).data.allBookings.nodes;
  const same = isDeepStrictEqual(
    graph.map(({ rowId }) => rowId),
    portal.bookings.map(({ id }) => id),
  );
  if (!same) throw new Error("(c) answers with other bookings.");
}

async function race(running: Map<Job["contender"], Contender>): Promise<Record<Job["contender"], Round[]>> {
  const total = (company_count * bookings_each).toLocaleString("en");
  const busy = `load ${(loadavg()[0] ?? 0).toFixed(1)} on ${availableParallelism()} cores before the start`;
  say(`
bookings.list: ${asked.limit} of the ${bookings_each} bookings of one company, in a table of ${total}.
${clients} clients, ${pool_size} connections each, ${rounds} rounds of ${seconds} s in turns; ${busy}.
Median (lowest-highest). cpu: what a request takes in the contender's own process, database apart.
(c) is asked for the same fields, clashes by a computed column; not for a cursor.
`);
  const figures: Record<Job["contender"], Round[]> = { portal: [], by_hand: [], raw: [], postgraphile: [] };
  for (const contender of running.values()) await contender.round(clients, seconds);
  for (let at = 0; at < rounds; at += 1) {
    for (const [name, contender] of running) figures[name].push(await contender.round(clients, seconds));
  }
  return figures;
}

function printFigures(figures: Record<Job["contender"], Round[]>) {
  for (const name of contenders) {
    const of = (figure: keyof Round, digits = 0) =>
      spread(
        figures[name].map((round) => round[figure]),
        digits,
      );
    say(
      `${names[name].padEnd(38)} ${of("per_second")} req/s  p50 ${of("p50")} ms  p99 ${of("p99")} ms  cpu ${of("cpu", 2)} ms`,
    );
  }
  const ratio = (other: Job["contender"]) =>
    spread(
      figures.portal.map((round, at) => round.per_second / (figures[other][at]?.per_second ?? Number.NaN)),
      2,
    );
  say("\nRatio of requests per second, round by round; only ratios compare between machines:");
  say(`  portal / (a) by hand        ${ratio("by_hand")}   target 0.75`);
  say(`  portal / (b) statements     ${ratio("raw")}`);
  say(`  portal / (c) PostGraphile   ${ratio("postgraphile")}   target 2.0`);
}

async function printTransaction(appUrl: string, { company_id, user_id, role, request_id }: Claims, list: Statement) {
  const enter = [company_id, user_id ?? "", role, request_id];
  const one = {
    text: "select id, status from bookings where company_id = $1 and number = $2",
    parameters: [company_id, 77],
  };
  say("\nOne client's transaction (begin, enter, query, commit), each awaited against all sent together:");
  for (const [name, query] of [
    ["one booking", one],
    ["the list", list],
  ] as const) {
    const { one_by_one, together } = await compareTransactions({ appUrl, enter, query });
    const at = (share: number) => [one_by_one, together].map((taken) => quantile(taken, share)) as [number, number];
    const text = ([slow, fast]: [number, number]) =>
      `${slow.toFixed(2)} against ${fast.toFixed(2)} ms (${(slow / fast).toFixed(2)} to 1)`;
    say(`${name.padEnd(12)} p50 ${text(at(0.5))}   p99 ${text(at(0.99))}`);
  }
  const { lines, uses_starts_index } = await explainList({ appUrl, enter, query: list });
  say(`\nThe list's plan under row security ${uses_starts_index ? "uses" : "DOES NOT USE"} bookings_starts_idx:`);
  for (const line of lines) say(`  ${line}`);
}
