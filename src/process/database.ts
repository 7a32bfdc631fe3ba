import { applyDatabase } from "#deploy/apply-database.ts";
import { checkApplied } from "#deploy/check.ts";
import { ensureDatabase, PORTAL_DATABASE } from "#embedded/database.ts";
import { type Embedded, startEmbedded } from "#embedded/start.ts";
import { Refusal } from "#lib/refusal.ts";
import { env } from "#src/env.ts";
import { countCompanies, hasDemo } from "./demo.ts";

export interface PortalDatabase {
  /** For the web process: the app role. */
  readonly appUrl: string;
  /** For background jobs: the worker role, when we have it. */
  readonly workerUrl: string | undefined;
  /** For migrations and sql/, when we have it. */
  readonly ownerUrl: string | undefined;
  /** Whether the demo companies are in it. Known for the embedded database only. */
  readonly hasDemo: boolean;
  stop(): Promise<void>;
}

type Log = (line: string) => void;

/** The database the environment asks for, brought to this version and checked. Throws Refusal with what to do. */
export async function openDatabase(log: Log): Promise<PortalDatabase> {
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = env;
  if (appUrl !== undefined) return openExternal(appUrl, ownerUrl, log);
  if (ownerUrl !== undefined) {
    throw new Refusal(
      "DATABASE_OWNER_URL is set but DATABASE_URL is not: set both, or neither for the embedded Postgres.",
    );
  }
  const server = await startEmbedded({ dataDir: env.PORTAL_DATA_DIR, log });
  try {
    return await openEmbedded(server, log);
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function openExternal(appUrl: string, ownerUrl: string | undefined, log: Log): Promise<PortalDatabase> {
  const workerUrl = env.DATABASE_WORKER_URL;
  const loginUrls = workerUrl === undefined ? [appUrl] : [appUrl, workerUrl];
  if (ownerUrl !== undefined) await applyDatabase({ ownerUrl, loginUrls, log });
  for (const warning of await checkApplied(appUrl)) log(warning);
  return { appUrl, workerUrl, ownerUrl, hasDemo: false, stop: async () => undefined };
}

async function openEmbedded(server: Embedded, log: Log): Promise<PortalDatabase> {
  log(`Postgres runs on 127.0.0.1:${server.port}, ${server.description}; its data is in ${env.PORTAL_DATA_DIR}.`);
  await ensureDatabase(server.superuserUrl("postgres"), PORTAL_DATABASE);
  const ownerUrl = server.superuserUrl(PORTAL_DATABASE);
  const appUrl = server.url("portal_app", PORTAL_DATABASE);
  const workerUrl = server.url("portal_worker", PORTAL_DATABASE);
  // Warnings are about the server's release, and npm decides that one.
  await applyDatabase({
    ownerUrl,
    loginUrls: [appUrl, workerUrl, server.url("portal_auditor", PORTAL_DATABASE)],
    log,
  });
  await checkApplied(appUrl);
  if ((await countCompanies(ownerUrl)) === 0) {
    log("Loading the demo companies …");
    const [{ loadDemo }, { openRecordings }] = await Promise.all([
      import("#demo/load.ts"),
      import("#server/recordings.ts"),
    ]);
    await loadDemo({ ownerUrl, password: env.DEMO_PASSWORD, now: new Date(), recordings: openRecordings() });
  }
  return { appUrl, workerUrl, ownerUrl, hasDemo: await hasDemo(ownerUrl), stop: () => server.stop() };
}
