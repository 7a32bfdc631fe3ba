import { EventEmitter } from "node:events";
import { setImmediate } from "node:timers/promises";
import { Logger, type RunnerOptions, run, type WorkerEvents } from "graphile-worker";
import pg from "pg";
import type { BaseLogger } from "pino";
import { JOBS_SCHEMA } from "#deploy/jobs.ts";
import { Pool } from "#server/pool.ts";
import { env } from "../env.ts";
import type { JobName } from "./names.ts";
import { payloads } from "./payloads.ts";
import { type JobServices, perform } from "./perform.ts";
import { keepPresence, type Presence } from "./presence.ts";
import { tasks } from "./tasks.ts";

const at_once = 4;

export interface JobsOptions extends Omit<JobServices, "pool"> {
  /** portal_worker's address, to Postgres itself: a pooler in transaction mode would lose the session lock and LISTEN. */
  workerUrl: string;
  /** For the jobs' own statements. Default: one of portal_worker. */
  pool?: Pool;
  log: Pick<BaseLogger, "info" | "warn" | "error">;
  /** Default: every task there is. */
  of?: typeof tasks;
}

/** Starts taking background jobs from the database; any number of processes may. Nothing is migrated here: the queue's tables
 *  are made at deployment, and portal_worker may not make any.
 *  `stop` takes no more jobs and waits for those at work. Throws when the database cannot be reached. */
export async function startJobs(options: JobsOptions): Promise<{ stop(): Promise<void> }> {
  const { workerUrl, log, of = tasks } = options;
  const pool =
    options.pool ??
    new Pool({
      url: workerUrl,
      size: at_once + 4,
      prepare: env.DATABASE_PREPARE,
      deadline_ms: 20_000,
      application: "portal jobs",
    });
  const services = { pool, agents: options.agents, recordings: options.recordings, of };
  let presence: Presence | undefined;
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => {
    presence = keepPresence({
      url: workerUrl,
      worker: workerPool.id,
      onFailure: (cause) => log.warn({ failure: told(cause) }, "jobs: no sign of life could be given"),
      onFreed: (workers) => log.warn({ workers }, "jobs of dead processes taken over"),
    });
  });
  events.on("job:error", ({ job, error }) => {
    log.error({ job: job.task_identifier, id: job.id, tries: job.attempts, failure: told(error) }, "job failed");
  });
  events.on("pool:listen:error", ({ error }) => log.warn({ failure: told(error) }, "jobs: not listening"));

  // Ours, for the library does not wait until the end of a job is noted: whoever ends the process then does the job twice.
  const queue = new pg.Pool({ connectionString: workerUrl, max: at_once + 2 });
  queue.on("error", (cause) => log.warn({ failure: told(cause) }, "jobs: a connection broke"));
  const runner = await run({
    pgPool: queue,
    schema: JOBS_SCHEMA,
    concurrency: at_once,
    pollInterval: 2_000,
    noHandleSignals: true,
    // The library's own lines hold payloads and statements.
    logger: new Logger(() => () => undefined),
    events,
    taskList: taskList(services),
  }).catch(async (cause: unknown) => {
    await queue.end();
    throw cause;
  });
  runner.promise.catch((cause: unknown) => log.error({ failure: told(cause) }, "jobs ended by themselves"));
  return {
    async stop() {
      await runner.stop().catch(() => {}); // Stopped already.
      // What notes the end of the last job is asking for its connection until the next turn, and a pool that ends answers nobody.
      await setImmediate();
      await queue.end();
      await presence?.end();
      if (!options.pool) await pool.end();
    },
  };
}

/** Every name there is, also those nothing is done for: such a job fails, rather than lie in the queue unseen. */
function taskList(services: JobServices & { of: typeof tasks }): NonNullable<RunnerOptions["taskList"]> {
  const names = Object.keys(payloads) as JobName[];
  return Object.fromEntries(
    names.map((name) => [
      name,
      async (payload: unknown) => {
        try {
          await perform(name, payload, services);
        } catch (cause) {
          // What is thrown here is written into the queue: a statement's values must not be.
          throw new Error(told(cause), { cause });
        }
      },
    ]),
  );
}

/** The innermost failure in a few words: the outer one of drizzle holds the statement and its values. */
function told(cause: unknown): string {
  let at = cause;
  while (at instanceof Error && at.cause instanceof Error) at = at.cause;
  return at instanceof Error ? `${at.name}: ${at.message.slice(0, 300)}` : "unknown";
}
