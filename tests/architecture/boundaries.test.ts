import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

// Each plant is a file that breaks one rule, and nothing else in the tree is touched.
const plants: Record<string, { file: string; text: string }> = {
  "pages-see-no-data-layer": {
    file: "src/app/planted.ts",
    text: 'import { bookings } from "#drizzle/schema/bookings.ts";\nexport const planted = bookings;\n',
  },
  "pages-import-server-types-only-from-trpc": {
    file: "src/trpc/planted.ts",
    text: 'import { appRouter } from "#server/root.ts";\nexport const planted = appRouter;\n',
  },
  "a-feature-shows-only-itself": {
    file: "src/features/bookings/ui/planted.ts",
    text: 'export * from "#features/tickets/ui/planted-too.ts";\n',
  },
  "routers-hold-no-data-access": {
    file: "src/features/planted/router.ts",
    text: 'import { sql } from "drizzle-orm";\nexport const planted = sql;\n',
  },
  "data-access-knows-no-transport": {
    file: "src/features/planted/queries.ts",
    text: 'import { TRPCError } from "@trpc/server";\nexport const planted = TRPCError;\n',
  },
  "schemas-are-for-browsers-too": {
    file: "src/features/planted/schema.ts",
    text: 'import { bookings } from "#drizzle/schema/bookings.ts";\nexport const planted = bookings;\n',
  },
  "the-spine-knows-no-feature": {
    file: "src/server/planted.ts",
    text: 'import { listBookings } from "#features/bookings/queries.ts";\nexport const planted = listBookings;\n',
  },
  "one-way-to-the-database": {
    file: "src/features/planted/commands.ts",
    text: 'import postgres from "postgres";\nexport const planted = postgres;\n',
  },
  "lib-and-drizzle-stand-alone": {
    file: "src/lib/planted.ts",
    text: 'import { NotFound } from "#src/errors.ts";\nexport const planted = NotFound;\n',
  },
  "nobody-imports-tests": {
    file: "src/live/planted.ts",
    text: 'import { password } from "#tests/support/world.ts";\nexport const planted = password;\n',
  },
  "not-to-unresolvable": { file: "src/lib/planted-lost.ts", text: 'export * from "./nowhere.ts";\n' },
  "runtime-code-uses-runtime-packages": {
    file: "src/lib/planted-dev.ts",
    text: 'import fc from "fast-check";\nexport const planted = fc;\n',
  },
  "no-cycles": {
    file: "src/lib/planted-a.ts",
    text: 'import { b } from "./planted-b.ts";\nexport const a = () => b;\n',
  },
};
const companions: Record<string, string> = {
  "src/features/tickets/ui/planted-too.ts": "export const planted = 1;\n",
  "src/lib/planted-b.ts": 'import { a } from "./planted-a.ts";\nexport const b = () => a;\n',
};

let copy: string;
let report: { summary: { violations: { from: string; rule: { name: string } }[]; totalCruised: number } };

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), "portal-boundaries-"));
  for (const part of ["src", "drizzle", "tests", "package.json", "tsconfig.json", ".dependency-cruiser.cjs"]) {
    await cp(path.join(root, part), path.join(copy, part), { recursive: true });
  }
  await symlink(path.join(root, "node_modules"), path.join(copy, "node_modules"));
  const files = [
    ...Object.values(plants).map(({ file, text }) => [file, text] as const),
    ...Object.entries(companions),
  ];
  for (const [file, text] of files) {
    await mkdir(path.dirname(path.join(copy, file)), { recursive: true });
    await writeFile(path.join(copy, file), text);
  }
  report = JSON.parse(await cruise());
}, 120_000);
afterAll(() => rm(copy, { recursive: true, force: true }));

function cruise(): Promise<string> {
  const binary = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs");
  const args = [binary, "--config", ".dependency-cruiser.cjs", "--output-type", "json", "src", "drizzle", "tests"];
  return new Promise((resolve, reject) => {
    // It ends with the number of errors found: only an empty answer is a failure of its own.
    execFile(process.execPath, args, { cwd: copy, maxBuffer: 256 * 1024 * 1024 }, (error, stdout) =>
      stdout ? resolve(stdout) : reject(error ?? new Error("dependency-cruiser said nothing")),
    );
  });
}

describe("import boundaries", () => {
  it("sees the modules at all", () => {
    expect(report.summary.totalCruised).toBeGreaterThan(100);
  });

  it.each(Object.entries(plants))("%s is caught", (rule, { file }) => {
    expect(report.summary.violations.filter((found) => found.rule.name === rule).map(({ from }) => from)).toContain(
      file,
    );
  });

  it("nothing but the plants is accused", () => {
    const own = report.summary.violations.map(({ from }) => from).filter((from) => !from.includes("planted"));
    expect(own).toEqual([]);
  });
});
