import { defineConfig } from "vitest/config";

const common = { environment: "node" as const, testTimeout: 60_000, hookTimeout: 60_000 };

const withDatabase = "tests/{policies,routers,catalogue,rest,faults,live,demo,deploy,agents}/**/*.test.ts";
/** Files that watch a module or set the environment before anything reads it: each gets modules of its own. */
const withOwnModules = "tests/{agents/mails,routers/auth}.test.ts";
const inBrowser = "tests/e2e/**/*.test.ts";

export default defineConfig({
  test: {
    // Two workers: the server beside them needs the rest of a small machine.
    maxWorkers: 2,
    // Of the tests of a file that run side by side.
    maxConcurrency: 2,
    // Loading the server anew for each file took half of the time.
    isolate: false,
    projects: [
      {
        extends: true,
        // Whatever is in none of the others, so that no folder is forgotten.
        test: { ...common, name: "unit", include: ["tests/**/*.test.ts"], exclude: [withDatabase, inBrowser] },
      },
      {
        extends: true,
        test: {
          ...common,
          name: "database",
          include: [withDatabase],
          exclude: [withOwnModules],
          globalSetup: ["tests/support/global-setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: "database-own-modules",
          include: [withOwnModules],
          isolate: true,
          globalSetup: ["tests/support/global-setup.ts"],
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: "e2e",
          include: [inBrowser],
          globalSetup: ["tests/e2e/support/global-setup.ts"],
          hookTimeout: 120_000,
          // How soon a thing shows is measured by the benchmarks: here it may take what the machine needs.
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
