import type { TestProject } from "vitest/node";
import { ensureBuild } from "#src/process/build.ts";
import { unpackBrowser } from "#tests/e2e/support/browser.ts";
import { type RunningPortal, startPortal } from "#tests/e2e/support/portal.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of each worker's portal, without a slash at its end. */
    portals: string[];
  }
}

/** One portal for each file that runs at the same time: what one story changes, no story beside it sees. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Each of them would build what is stale, all into one folder.
  await ensureBuild(console.log).done;
  await unpackBrowser();
  const workers = project.config.maxWorkers;
  const starts = await Promise.allSettled(Array.from({ length: workers }, startPortal));
  const portals = starts.filter((start) => start.status === "fulfilled").map(({ value }) => value);
  const stop = async () => {
    await Promise.all(portals.map((portal: RunningPortal) => portal.stop()));
  };
  const failed = starts.find((start) => start.status === "rejected");
  if (failed) {
    await stop();
    throw failed.reason;
  }
  project.provide(
    "portals",
    portals.map(({ url }) => url),
  );
  return stop;
}
