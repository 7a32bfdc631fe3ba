import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { applyDatabase } from "#deploy/apply-database.ts";
import { ensureDatabase } from "#embedded/database.ts";
import { startEmbedded } from "#embedded/start.ts";
import type { ServerUrls } from "#tests/support/database.ts";

/** Every test's database is a clone of this one. */
const TEMPLATE = "portal_template";

/** One server for the whole run, in a folder of its own and without fsync. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "portal-tests-"));
  const clean = () => rm(dataDir, { recursive: true, force: true });
  const server = await startEmbedded({ dataDir, fsync: false, log: (line) => console.error(line) }).catch(
    async (error) => {
      await clean();
      throw error;
    },
  );
  const stop = async () => {
    await server.stop();
    await clean();
  };
  try {
    await ensureDatabase(server.superuserUrl("postgres"), TEMPLATE);
    await applyDatabase({
      ownerUrl: server.superuserUrl(TEMPLATE),
      loginUrls: [
        server.url("portal_app", TEMPLATE),
        server.url("portal_worker", TEMPLATE),
        server.url("portal_auditor", TEMPLATE),
      ],
      log: () => undefined,
    });
  } catch (error) {
    await stop();
    throw error;
  }
  const urls: ServerUrls = {
    superuser: server.superuserUrl(TEMPLATE),
    app: server.url("portal_app", TEMPLATE),
    worker: server.url("portal_worker", TEMPLATE),
    auditor: server.url("portal_auditor", TEMPLATE),
  };
  project.provide("template", urls);
  return stop;
}
