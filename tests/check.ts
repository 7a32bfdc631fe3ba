import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";

// npm run check: types, lint and import boundaries, side by side.
const root = fileURLToPath(new URL("../", import.meta.url));
const require = createRequire(import.meta.url);

interface Result {
  readonly name: string;
  readonly isGood: boolean;
  readonly seconds: number;
  readonly said: string;
}

/** Runs all three; prints what each found wrong. Answers how many are good and how many are not. */
export async function check(): Promise<{ passed: number; failed: number }> {
  // The page types refer to a file that Next writes and git does not keep.
  if (!existsSync(path.join(root, "next-env.d.ts"))) report(await run("next typegen", "next", "next", ["typegen"]));
  const boundaries = ["--config", ".dependency-cruiser.cjs", "--output-type", "err", "src", "drizzle", "tests"];
  const results = await Promise.all([
    run("types", "typescript", "tsc", ["--noEmit", "-p", "."]),
    run("lint", "@biomejs/biome", "biome", ["check", "--error-on-warnings", "."]),
    run("boundaries", "dependency-cruiser", "depcruise", boundaries),
  ]);
  results.forEach(report);
  const passed = results.filter((result) => result.isGood).length;
  return { passed, failed: results.length - passed };
}

function report({ name, isGood, seconds, said }: Result): void {
  console.log(`${isGood ? "ok    " : "FAILED"} ${name} (${seconds.toFixed(1)} s)`);
  if (!isGood) console.log(said.trim());
}

function run(name: string, owner: string, bin: string, args: string[]): Promise<Result> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program(owner, bin), ...args], {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        said += chunk.toString();
      });
    }
    child.once("error", reject);
    child.once("close", (code) => {
      resolve({ name, isGood: code === 0, seconds: (performance.now() - started) / 1000, said });
    });
  });
}

/** The script behind a package's command: started by this very Node, whatever the machine's own one is. */
function program(owner: string, bin: string): string {
  const folder = path.join(root, "node_modules", owner);
  const manifest = require(path.join(folder, "package.json")) as { bin: string | Record<string, string> };
  const file = typeof manifest.bin === "string" ? manifest.bin : manifest.bin[bin];
  if (file === undefined) throw new Error(`${owner} has no command ${bin}`);
  return path.join(folder, file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = await check();
  process.exitCode = failed === 0 ? 0 : 1;
}
