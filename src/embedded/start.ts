import { setTimeout as pause } from "node:timers/promises";
import { findBinaries } from "./binaries.ts";
import { clusterExists, ensureCluster } from "./cluster.ts";
import { type Credentials, type LoginRole, readOrMakeCredentials, urlFor, writeCredentials } from "./credentials.ts";
import { type DataFolder, openDataFolder } from "./data-folder.ts";
import { type Footing, findFooting } from "./footing.ts";
import { freePort } from "./free-port.ts";
import { holdFolder } from "./holder.ts";
import { signalTo, stopLeftover, stopServer } from "./leftover.ts";
import { launchServer, NotYet, type ServerProcess } from "./server-process.ts";

export interface EmbeddedOptions {
  /** Folder that keeps the data between starts. */
  readonly dataDir: string;
  /** false: fast and not safe against power loss; for tests only. Default true. */
  readonly fsync?: boolean;
  readonly log?: (line: string) => void;
}

export interface Embedded {
  readonly port: number;
  /** Process id of the server as it is now; another one after it was restarted. */
  readonly pid: number;
  /** How it runs, for a person: "as the current user", "as user nobody (65534)", … */
  readonly description: string;
  url(role: LoginRole, database: string): string;
  superuserUrl(database: string): string;
  /** Fast, clean shutdown. May be called twice. */
  stop(): Promise<void>;
}

const ATTEMPTS = 20;
const RESTARTS_IN_A_ROW = 20;
const CALM_MS = 60_000;

/** Starts the Postgres that lives in `dataDir`, making it at the first start. A server that dies is started again on
 *  the same port. Throws Refusal with a sentence when that cannot work here. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const log = options.log ?? (() => undefined);
  const folder = await openDataFolder(options.dataDir);
  const release = holdFolder(folder);
  try {
    const footing = await findFooting(folder, await findBinaries());
    const credentials = await readOrMakeCredentials(folder, await clusterExists(footing.cluster));
    const strangerPid = await stopLeftover(footing.cluster, log);
    await ensureCluster(footing, credentials.passwords.postgres);
    const start = (port: number) =>
      launchServer({ footing, log: folder.log, port, fsync: options.fsync ?? true, strangerPid });
    const server = await startOnFreePort(credentials.port, start);
    if (credentials.port !== server.port) {
      credentials.port = server.port;
      await writeCredentials(folder, credentials);
    }
    return keep({ server, start, credentials, footing, folder, release, log });
  } catch (error) {
    release();
    throw error;
  }
}

type Start = (port: number) => Promise<ServerProcess>;

async function startOnFreePort(preferred: number, start: Start): Promise<ServerProcess> {
  let port = await freePort(preferred);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(port);
    } catch (error) {
      if (!(error instanceof NotYet) || attempt === ATTEMPTS) throw error;
      // Somebody may take the port between the look and the start.
      if (error.reason === "port") port = await freePort(0);
      else await pause(250);
    }
  }
}

interface Kept {
  readonly server: ServerProcess;
  readonly start: Start;
  readonly credentials: Credentials;
  readonly footing: Footing;
  readonly folder: DataFolder;
  readonly release: () => void;
  readonly log: (line: string) => void;
}

function keep({ server: first, start, credentials, footing, folder, release, log }: Kept): Embedded {
  let server = first;
  let stopping: Promise<void> | undefined;
  let restarting: Promise<void> = Promise.resolve();
  let deaths = 0;
  let lastDeath = 0;

  // The last chance of a process that ends without stop(): a clean shutdown that nobody waits for.
  const onExit = () => {
    if (server.isRunning()) signalTo(server.pid, "SIGINT");
  };
  process.on("exit", onExit);

  const watch = () => {
    void server.ended.then(() => {
      if (stopping === undefined) restarting = restart();
    });
  };
  const restart = async (): Promise<void> => {
    deaths = Date.now() - lastDeath > CALM_MS ? 1 : deaths + 1;
    lastDeath = Date.now();
    log(`Postgres ended unexpectedly: starting it again; its log is ${folder.log}.`);
    for (; stopping === undefined; deaths += 1) {
      try {
        if (deaths > 1) await pause(500);
        server = await start(first.port);
        return watch();
      } catch (error) {
        if (deaths < RESTARTS_IN_A_ROW) continue;
        return log(`Postgres does not start again: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  watch();

  const stop = async (): Promise<void> => {
    await restarting;
    if (server.isRunning()) await stopServer(server.pid);
    // Until our own process has heard of it as well, its id is still taken.
    while (server.isRunning()) await pause(5);
    process.off("exit", onExit);
    release();
  };
  return {
    port: first.port,
    get pid() {
      return server.pid;
    },
    description: footing.runAs.description,
    url: (role, database) => urlFor(credentials, first.port, role, database),
    superuserUrl: (database) => urlFor(credentials, first.port, "postgres", database),
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}
