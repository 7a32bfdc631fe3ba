import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type Embedded, startEmbedded } from "#embedded/start.ts";
import { killHard, query, startInOwnProcess, temporaryFolder } from "./held-server.ts";

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

test("a committed row survives kill -9 of the process and of Postgres at once", async () => {
  const held = await startInOwnProcess(dataDir);
  await query(held.url, "create table kept (id int)");
  await query(held.url, "insert into kept values (1)");
  process.kill(held.pid, "SIGKILL");
  await killHard(held.holder);

  server = await startEmbedded({ dataDir });
  expect(await query(server.superuserUrl("postgres"), "select id from kept")).toEqual([{ id: 1 }]);
});

test("a Postgres that a killed process left running is stopped and its rows are kept", async () => {
  const held = await startInOwnProcess(dataDir);
  await query(held.url, "create table kept as select 7 as id");
  await killHard(held.holder);
  expect(await query(held.url, "select id from kept"), "the orphan still answers").toEqual([{ id: 7 }]);

  server = await startEmbedded({ dataDir });
  expect(server.pid).not.toBe(held.pid);
  expect(await query(server.superuserUrl("postgres"), "select id from kept")).toEqual([{ id: 7 }]);
});

test("a Postgres killed under a living process is started again on the same port", async () => {
  server = await startEmbedded({ dataDir });
  const url = server.superuserUrl("postgres");
  await query(url, "create table kept as select 3 as id");
  const first = server.pid;
  process.kill(first, "SIGKILL");

  await vi.waitFor(() => expect(server?.pid).not.toBe(first), { timeout: 15_000, interval: 50 });
  await vi.waitFor(async () => expect(await query(url, "select id from kept")).toEqual([{ id: 3 }]), {
    timeout: 15_000,
  });
});

test("a clean stop leaves nothing running and nothing to recover", async () => {
  server = await startEmbedded({ dataDir });
  const { pid } = server;
  await server.stop();
  await server.stop();
  expect(() => process.kill(pid, 0)).toThrow("ESRCH");
});
