import { spawn } from "node:child_process";
import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuild } from "#src/process/build.ts";
import { check } from "#tests/check.ts";

// npm test: everything, from types to the browser. The last line is the sum.
const root = fileURLToPath(new URL("../", import.meta.url));
const results = path.join(root, ".local/test-results");

interface Count {
  readonly passed: number;
  readonly failed: number;
}

const counts: Count[] = [];
const steps: [string, () => Promise<Count>][] = [
  ["types, lint, boundaries", check],
  // Side by side: neither needs anything of the other.
  [
    "unit, database and build",
    async () =>
      sum(await Promise.all([vitest("unit-database", ["unit", "database", "database-own-modules"]), build()])),
  ],
  ["browser", () => vitest("e2e", ["e2e"])],
];
await mkdir(results, { recursive: true });
for (const [name, step] of steps) {
  const started = performance.now();
  console.log(`\n== ${name}`);
  const count = await step();
  counts.push(count);
  const seconds = Math.round((performance.now() - started) / 1000);
  console.log(`== ${name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s`);
}
const { passed, failed } = sum(counts);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\n${passed} passed, ${failed} failed`);

function sum(counts: readonly Count[]): Count {
  return {
    passed: counts.reduce((all, { passed }) => all + passed, 0),
    failed: counts.reduce((all, { failed }) => all + failed, 0),
  };
}

async function build(): Promise<Count> {
  try {
    const wasMade = await ensureBuild(console.log).done;
    console.log(wasMade ? "The pages are built." : "The build is fresh.");
    return { passed: 1, failed: 0 };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  }
}

async function vitest(name: string, projects: string[]): Promise<Count> {
  const report = path.join(results, `${name}.json`);
  await rm(report, { force: true });
  const code = await run([
    path.join(root, "node_modules/vitest/vitest.mjs"),
    "run",
    ...projects.flatMap((project) => ["--project", project]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  const text = await readFile(report, "utf8").catch(() => "{}");
  const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = JSON.parse(text) as Record<string, number>;
  if (numPendingTests > 0) console.log(`${numPendingTests} skipped`);
  // A file that cannot be read or a worker that dies fails the run without failing a test.
  return { passed: numPassedTests, failed: code === 0 ? numFailedTests : Math.max(1, numFailedTests) };
}

function run(args: string[]): Promise<number> {
  // The tests bring their own database: nobody's real one may be reached from here.
  const { DATABASE_URL: _, DATABASE_OWNER_URL: __, PORTAL_DATA_DIR: ___, PORT: ____, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: "inherit" });
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 1));
  });
}
