import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "#embedded/start.ts";
import { killHard, query, temporaryFolder } from "./held-server.ts";

let dataDir: string;
let clean: () => Promise<void>;
let server: Embedded | undefined;

beforeEach(async () => {
  const { folder, remove } = await temporaryFolder();
  dataDir = folder;
  clean = remove;
});
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await clean();
});

test("a foreign server on our usual port is not talked to: another port is taken", async () => {
  server = await startEmbedded({ dataDir });
  const { port } = server;
  await query(server.superuserUrl("postgres"), "create table kept as select 5 as id");
  await server.stop();
  let visits = 0;
  const foreign = createServer((socket) => {
    visits += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => foreign.listen(port, "127.0.0.1", resolve));
  try {
    server = await startEmbedded({ dataDir });
    expect(server.port).not.toBe((foreign.address() as AddressInfo).port);
    expect(await query(server.superuserUrl("postgres"), "select id from kept")).toEqual([{ id: 5 }]);
    expect(visits).toBe(0);
  } finally {
    foreign.close();
  }
});

test("a second process on the same folder is refused with one sentence, and the first goes on", async () => {
  server = await startEmbedded({ dataDir });
  await expect(startEmbedded({ dataDir })).rejects.toMatchObject({
    name: "Refusal",
    message: expect.stringMatching(/is in use by process \d+: stop that one, or set PORTAL_DATA_DIR/),
  });
  expect(await query(server.superuserUrl("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a stale pid file that names a living stranger neither stops the start nor the stranger", async () => {
  server = await startEmbedded({ dataDir });
  const file = path.join(dataDir, "cluster/postmaster.pid");
  const text = await readFile(file, "utf8");
  await server.stop();
  // The same user as the server's: of another user's process Postgres knows by itself that it is no rival.
  const ids = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const stranger = spawn("sleep", ["60"], { ...ids, stdio: "ignore" });
  try {
    await writeFile(file, text.replace(/^\d+/, String(stranger.pid)));
    server = await startEmbedded({ dataDir });
    expect(await query(server.superuserUrl("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
    expect(stranger.exitCode).toBeNull();
  } finally {
    await killHard(stranger);
  }
});

test("nobody gets in without the password, and the file that holds it is closed to others", async () => {
  server = await startEmbedded({ dataDir });
  const wrong = server.superuserUrl("postgres").replace(/:[^:@/]+@/, ":guess@");
  await expect(query(wrong, "select 1")).rejects.toMatchObject({ code: "28P01" });
  const { mode } = await import("node:fs/promises").then((fs) => fs.stat(path.join(dataDir, "credentials.json")));
  expect(mode & 0o077).toBe(0);
});
