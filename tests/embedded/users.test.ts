import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, mkdir } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findBinaries } from "#embedded/binaries.ts";
import { asNobody, inUserNamespace, whyNot } from "#embedded/run-as.ts";
import { startEmbedded } from "#embedded/start.ts";
import { query, startInOwnProcess, temporaryFolder } from "./held-server.ts";

const isRoot = process.getuid?.() === 0;
const binaries = await findBinaries();
const nobodyReachesUs =
  isRoot &&
  whyNot(asNobody(), binaries, "/") === undefined &&
  spawnSync(process.execPath, ["--version"], { uid: 65534, gid: 65534, cwd: "/" }).status === 0;
const mayUnshare = isRoot && whyNot(inUserNamespace, binaries, "/") === undefined;

let dataDir: string;
let clean: () => Promise<void>;
beforeEach(async () => {
  const { folder, remove } = await temporaryFolder();
  dataDir = path.join(folder, "postgres");
  clean = remove;
});
afterEach(() => clean());

test("whoever we are, the server runs as somebody who is not root", async () => {
  const server = await startEmbedded({ dataDir });
  try {
    const [row] = await query(server.superuserUrl("postgres"), "select pg_backend_pid() as pid, version() as version");
    expect(row?.version).toMatch(/^PostgreSQL 1[5-8]/);
    expect(server.description).toMatch(isRoot ? /nobody|namespace/ : /current user/);
  } finally {
    await server.stop();
  }
});

test.skipIf(!nobodyReachesUs)("a user who is not root starts it as itself", async () => {
  await mkdir(dataDir);
  await chown(dataDir, 65534, 65534);
  const held = await startInOwnProcess(dataDir, { uid: 65534, gid: 65534 });
  expect(held.description).toBe("as the current user");
  expect(await query(held.url, "select 1 as one")).toEqual([{ one: 1 }]);
  held.holder.kill("SIGTERM");
  await once(held.holder, "exit");
});

test.skipIf(!mayUnshare)("root starts it below a folder that is closed to everybody else", async () => {
  const closed = path.join(path.dirname(dataDir), "closed");
  await mkdir(closed);
  await chmod(closed, 0o700);
  const server = await startEmbedded({ dataDir: path.join(closed, "postgres") });
  try {
    expect(server.description).toContain("namespace");
    expect(await query(server.superuserUrl("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
  } finally {
    await server.stop();
  }
});

test.skipIf(!mayUnshare || !nobodyReachesUs)(
  "data made as nobody is taken over when the folder is closed later",
  async () => {
    const folder = path.dirname(dataDir);
    const open = await startEmbedded({ dataDir });
    await query(open.superuserUrl("postgres"), "create table kept as select 9 as id");
    await open.stop();
    await chmod(folder, 0o700);
    const closed = await startEmbedded({ dataDir });
    try {
      expect(closed.description).not.toBe(open.description);
      expect(await query(closed.superuserUrl("postgres"), "select id from kept")).toEqual([{ id: 9 }]);
    } finally {
      await closed.stop();
    }
  },
);
