import { openAgents } from "#agents/open-agents.ts";
import { startJobs } from "#jobs/runner.ts";
import { Refusal } from "#lib/refusal.ts";
import { log } from "#server/log.ts";
import { openRecordings } from "#server/recordings.ts";
import { env, setMode } from "#src/env.ts";
import { prepareEnding } from "#src/process/ending.ts";
import { simulatorBeside } from "#src/process/simulator.ts";

/** A process of background jobs alone, beside portals that run with WORKER_INSIDE=false. Any number may run. */
setMode("production");
const ending = prepareEnding((line) => console.log(line));

try {
  const workerUrl = env.DATABASE_WORKER_URL;
  if (workerUrl === undefined) throw new Refusal("Set DATABASE_WORKER_URL: portal_worker's address.");
  const simulator = simulatorBeside();
  const agents = openAgents(simulator && { simulator });
  const jobs = await startJobs({ workerUrl, agents, recordings: openRecordings(), log });
  ending.onEnd(() => jobs.stop());
  log.info("background jobs run");
} catch (error) {
  console.error(error instanceof Refusal ? `\n${error.message}\n` : error);
  await ending.end(1);
}
