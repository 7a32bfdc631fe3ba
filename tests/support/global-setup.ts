import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { applyDatabase } from "#deploy/apply-database.ts";
import { ensureDatabase } from "#embedded/database.ts";
import { type Embedded, startEmbedded } from "#embedded/start.ts";
import type { ServerUrls } from "#tests/support/database.ts";

/** Every test's database is a clone of this one. */
const TEMPLATE = "portal_template";

/** One server for the whole run, in a folder of its own and without fsync. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "portal-tests-"));
  let server: Embedded | undefined;
  const stop = async () => {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    server = await startEmbedded({ dataDir, fsync: false, log: (line) => console.error(line) });
    project.provide("template", await makeTemplate(server));
    return stop;
  } catch (error) {
    // Said here, since the runner cannot print what a setup throws (its stack reader fails on it).
    console.error(error instanceof Error ? error.message : error);
    await stop();
    throw error;
  }
}

async function makeTemplate(server: Embedded): Promise<ServerUrls> {
  const urls: ServerUrls = {
    superuser: server.superuserUrl(TEMPLATE),
    app: server.url("portal_app", TEMPLATE),
    worker: server.url("portal_worker", TEMPLATE),
    auditor: server.url("portal_auditor", TEMPLATE),
  };
  await ensureDatabase(server.superuserUrl("postgres"), TEMPLATE);
  await applyDatabase({
    ownerUrl: urls.superuser,
    loginUrls: [urls.app, urls.worker, urls.auditor],
    log: () => undefined,
  });
  return urls;
}
