import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ending = fileURLToPath(new URL("../../src/process/ending.ts", import.meta.url));

test("a SIGTERM to npm ends the process in order, though npm's shell does not hand it on", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "portal-npm-"));
  const script = `
    import { prepareEnding } from ${JSON.stringify(ending)};
    const ending = prepareEnding(() => {});
    ending.onEnd(() => console.log("closed in order"));
    setInterval(() => {}, 1000);
    console.log("ready");`;
  await writeFile(path.join(folder, "process.ts"), script);
  // The trailing command keeps every shell from replacing itself by node.
  const scripts = { start: `"${process.execPath}" process.ts; exit` };
  await writeFile(path.join(folder, "package.json"), JSON.stringify({ type: "module", scripts }));
  const npm = spawn("npm", ["start"], { cwd: folder, stdio: ["ignore", "pipe", "ignore"] });
  let said = "";
  const says = (words: string) =>
    new Promise<void>((resolve) =>
      npm.stdout.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes(words)) resolve();
      }),
    );
  const closed = says("closed in order");
  await says("ready");
  npm.kill("SIGTERM");
  await closed;
  if (npm.exitCode === null && npm.signalCode === null) await once(npm, "exit");
  expect(said).toContain("closed in order");
  await rm(folder, { recursive: true, force: true });
});
