import type { TestProject } from "vitest/node";
import { startPortal } from "#tests/e2e/support/portal.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the portal under test, without a slash at its end. */
    portal: string;
  }
}

/** One portal for all stories. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const portal = await startPortal();
  project.provide("portal", portal.url);
  return () => portal.stop();
}
