import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { byHand } from "./by-hand.ts";
import type { Statement } from "./statement.ts";

// One contender in a process of its own; ends with the process that forked it.

export interface Job {
  contender: "portal" | "by_hand" | "raw" | "postgraphile";
  appUrl: string;
  pool_size: number;
  statement: Statement;
  token: string;
}

/** Asked of the contender without HTTP; answered with the milliseconds each transaction took. */
export interface Drive {
  clients: number;
  seconds: number;
}

process.once("message", async (job: Job) => {
  if (job.contender === "raw") return serveStatements(job);
  const server = createServer();
  await contenders[job.contender](server, job);
  server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
});
process.once("disconnect", () => process.exit());
process.on("message", (asked) => {
  if (asked === "cpu") process.send?.(process.cpuUsage());
});

const contenders = {
  async portal(server: Server, { appUrl, pool_size }: Job) {
    const { createApi } = await import("#server/api.ts");
    const api = createApi({ databaseUrl: appUrl, poolSize: pool_size });
    server.on("request", (req, res) => void api.handle(req, res));
  },

  async by_hand(server: Server, job: Job) {
    const { page } = byHand(job);
    server.on("request", async (req, res) => {
      try {
        const body = await page(/^Bearer (\S+)$/.exec(req.headers.authorization ?? "")?.[1] ?? "");
        res.writeHead(body === null ? 401 : 200, { "content-type": "application/json", "cache-control": "no-store" });
        res.end(body);
      } catch (cause) {
        console.error(cause);
        res.writeHead(500).end();
      }
    });
  },

  async postgraphile(server: Server, job: Job) {
    const { addPostGraphile } = await import("./postgraphile.ts");
    await addPostGraphile(server, job);
  },
};

/** The statements and nothing around them, as pgbench would send them: N workers, each waiting for its answer. */
function serveStatements(job: Job) {
  const { rows } = byHand(job);
  process.on("message", async (asked: Drive | "cpu") => {
    if (asked === "cpu") return;
    const { clients, seconds } = asked;
    const latencies: number[] = [];
    const until = performance.now() + seconds * 1000;
    const work = async () => {
      for (let now = performance.now(); now < until; ) {
        await rows(job.token);
        const done = performance.now();
        latencies.push(done - now);
        now = done;
      }
    };
    await Promise.all(Array.from({ length: clients }, work));
    process.send?.(latencies);
  });
  process.send?.({ port: 0 });
}
