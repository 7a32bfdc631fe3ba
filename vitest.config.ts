import { defineConfig } from "vitest/config";

const common = { environment: "node" as const, testTimeout: 60_000, hookTimeout: 60_000 };

const withDatabase = "tests/{policies,routers,catalogue,rest,faults,live,demo,deploy,agents}/**/*.test.ts";
/** Files that watch a module or set the environment before anything reads it: each gets modules of its own. */
const withOwnModules = "tests/{agents/mails,routers/auth}.test.ts";
const inBrowser = "tests/e2e/**/*.test.ts";
/** Stories that promise how soon something shows: with the machine to themselves. */
const bySecond = "tests/e2e/{deciding,tickets}.test.ts";
const browser = {
  ...common,
  globalSetup: ["tests/e2e/support/global-setup.ts"],
  hookTimeout: 120_000,
  // What is only waited for may take what the machine needs; how soon a thing must show, a story says itself.
  expect: { poll: { timeout: 10_000 } },
};

export default defineConfig({
  test: {
    // Two workers: the server beside them needs the rest of a small machine.
    maxWorkers: 2,
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
        test: { ...browser, name: "e2e", include: [inBrowser], exclude: [bySecond] },
      },
      {
        extends: true,
        test: { ...browser, name: "e2e-alone", include: [bySecond], maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
