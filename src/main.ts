import { voiceOrigin } from "#agents/voice-origin.ts";
import { Refusal } from "#lib/refusal.ts";
import { env, setMode } from "#src/env.ts";
import { ensureBuild } from "#src/process/build.ts";
import { openDatabase } from "#src/process/database.ts";
import { prepareEnding } from "#src/process/ending.ts";
import { greeting } from "#src/process/greeting.ts";
import { listen } from "#src/process/http-server.ts";
import { answerOffline } from "#src/process/offline/offline.ts";
import { openSimulator } from "#src/process/simulator.ts";
import { answerVoiceWorklets } from "#src/process/voice-worklets.ts";

/** The process: start, serve, drain, stop. `--dev` compiles pages as they are asked for. */
const dev = process.argv.includes("--dev");
const DRAIN_MS = 10_000;
const say = (line: string) => console.log(line);
setMode(dev ? "development" : "production");
const ending = prepareEnding(say);

try {
  await start();
} catch (error) {
  if (!ending.hasBegun) {
    console.error(error instanceof Refusal ? `\n${error.message}\n` : error);
    await ending.end(1);
  }
}

async function start(): Promise<void> {
  const { PORT, HOST, TRUST_PROXY, PUBLIC_ORIGIN } = env;
  const http = await listen(PORT, HOST);
  const opening = openDatabase(say);
  ending.onEnd(async () => (await opening.catch(() => undefined))?.stop());
  const build = dev ? undefined : ensureBuild(say);
  ending.onEnd(() => build?.stop());
  const [database] = await Promise.all([opening, build?.done]);
  if (ending.hasBegun) return;

  // Late, so that a wrong environment is one sentence and not the stack of whichever module reads it first.
  const [{ createApi }, { openPages }, { log }, headers, { logRequest }, { openAgents }] = await Promise.all([
    import("#server/api.ts"),
    import("#src/process/pages.ts"),
    import("#server/log.ts"),
    import("#server/security-headers.ts"),
    import("#src/process/request-log.ts"),
    import("#agents/open-agents.ts"),
  ]);
  process.on("uncaughtException", (error) => {
    log.fatal({ failure: { name: error.name, message: error.message, stack: error.stack } }, "unexpected");
    process.exit(1);
  });
  const simulator = await openSimulator(http.port);
  const agents = openAgents(simulator === null ? {} : { simulator: simulator.address });
  const api = createApi({ databaseUrl: database.appUrl, agents });
  ending.onEnd(() => api.stop());
  const pages = await openPages(dev, http.port);
  ending.onEnd(() => pages.close());
  ending.onEnd(() => http.drain(DRAIN_MS));
  ending.onEnd(() => simulator?.stop());
  if (env.WORKER_INSIDE && database.workerUrl !== undefined) {
    const { startJobs } = await import("#jobs/runner.ts");
    const { recordings } = api.services;
    const jobs = await startJobs({ workerUrl: database.workerUrl, agents, recordings, log });
    // Before the simulator and the drain: a job at work may still call it, and this server answers.
    ending.onEnd(() => jobs.stop());
  } else if (env.WORKER_INSIDE) {
    say("No background work is done here: set DATABASE_WORKER_URL, or run `npm run worker` beside this process.");
  }

  const voice = voiceOrigin();
  http.serve((req, res) => {
    const secure = headers.isSecure(req, TRUST_PROXY, PUBLIC_ORIGIN);
    const request_id = headers.applySecurityHeaders(req, res, { dev, secure, voice });
    logRequest(log, request_id, req, res);
    if (answerOffline(req, res) || answerVoiceWorklets(req, res) || simulator?.handle(req, res)) return;
    const answer = headers.isApi(req.url) ? api.handle(req, res) : pages.handle(req, res);
    answer.catch((error: unknown) => {
      log.error({ request_id, failure: error instanceof Error ? error.message : String(error) }, "request failed");
      if (!res.headersSent) res.writeHead(500);
      res.end();
    });
  });
  http.onUpgrade((req, socket, head) => simulator?.upgrade(req, socket, head) ?? false);
  say(greeting(http.port, database.hasDemo, process.uptime()));
}
