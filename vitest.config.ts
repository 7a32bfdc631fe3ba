import { defineConfig } from "vitest/config";

const common = { environment: "node" as const, testTimeout: 60_000, hookTimeout: 60_000 };

const withDatabase = "tests/{policies,routers,catalogue,rest,faults,live,demo,deploy}/**/*.test.ts";
const inBrowser = "tests/e2e/**/*.test.ts";

export default defineConfig({
  test: {
    // Two workers: the server beside them needs the rest of a small machine.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // Whatever is in neither of the other two, so that no folder is forgotten.
        test: { ...common, name: "unit", include: ["tests/**/*.test.ts"], exclude: [withDatabase, inBrowser] },
      },
      {
        extends: true,
        test: {
          ...common,
          name: "database",
          include: [withDatabase],
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
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // One browser at a time.
          fileParallelism: false,
        },
      },
    ],
  },
});
