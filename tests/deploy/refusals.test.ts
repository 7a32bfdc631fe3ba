import { createServer } from "node:net";
import { afterEach, beforeEach, expect, inject, test } from "vitest";
import { applyDatabase } from "#deploy/apply-database.ts";
import { checkApplied } from "#deploy/check.ts";
import { scramVerifier } from "#deploy/password.ts";
import { emptyDatabase, onServer, type Scratch } from "./scratch.ts";

const quiet = () => undefined;
let database: Scratch;
afterEach(() => database.drop());

const refusal = (message: RegExp) => ({ name: "Refusal", message: expect.stringMatching(message) });

test("a database whose LC_CTYPE breaks Arabic search is refused", async () => {
  database = await emptyDatabase("template template0 locale_provider libc locale 'C'");
  await expect(applyDatabase({ ownerUrl: database.url, log: quiet })).rejects.toMatchObject(
    refusal(/has LC_CTYPE C, with which Arabic search silently finds nothing/),
  );
});

beforeEach(async () => {
  database = await emptyDatabase();
});

test("a superuser may not serve", async () => {
  await expect(checkApplied(database.url)).rejects.toMatchObject(refusal(/signs in as postgres, which is a superuser/));
});

test.each([
  ["bypasses row security", "bypassrls", ""],
  ["is a member of another role", "in role pg_monitor", ""],
  ["owns tables", "", "create table public.mine (); alter table public.mine owner to test_server"],
])("a role that %s may not serve", async (fault, attribute, arrangement) => {
  await onServer(`create role test_server login ${attribute} password 'serves-the-portal'`);
  try {
    await database.query(arrangement);
    await expect(checkApplied(database.as("test_server", "serves-the-portal"))).rejects.toMatchObject(
      refusal(new RegExp(`signs in as test_server, which ${fault}`)),
    );
  } finally {
    await database.drop();
    await onServer("drop role test_server");
  }
});

test("a wrong password, a missing database and a silent port are each one sentence without the address", async () => {
  const { app } = inject("template");
  const free = await freePort();
  const cases: [string, RegExp][] = [
    [database.as("portal_app", "guessed-wrongly"), /its role or password is wrong \(28P01\)/],
    [Object.assign(new URL(app), { pathname: "/nowhere" }).href, /the database does not exist: create it \(3D000\)/],
    [Object.assign(new URL(app), { port: String(free) }).href, /nothing listens there.*\(ECONNREFUSED\)/],
  ];
  for (const [url, message] of cases) {
    const error = await checkApplied(url).catch((reason: unknown) => reason);
    expect(error).toMatchObject(refusal(message));
    expect(String(error)).not.toContain(new URL(url).password);
  }
});

test("a login role without a password gets the one of its address, and keeps it", async () => {
  await onServer("create role test_login login");
  try {
    const first = database.as("test_login", "the-first-password");
    await applyDatabase({ ownerUrl: database.url, loginUrls: [first], log: quiet });
    await applyDatabase({
      ownerUrl: database.url,
      loginUrls: [database.as("test_login", "another-password")],
      log: quiet,
    });
    // Signing in works, and is then refused for what the role may not see.
    await expect(checkApplied(first)).rejects.toMatchObject(refusal(/has not been prepared for this role/));
    await expect(checkApplied(database.as("test_login", "another-password"))).rejects.toMatchObject(refusal(/28P01/));
  } finally {
    await onServer("drop role test_login");
  }
});

test("the verifier is the one Postgres computes itself", async () => {
  await onServer("create role test_scram login password 'correct horse'");
  try {
    const [row] = await onServer("select rolpassword as stored from pg_authid where rolname = 'test_scram'");
    const stored = String(row?.stored);
    const salt = Buffer.from(/:([^$]+)\$/.exec(stored)?.[1] ?? "", "base64");
    expect(scramVerifier("correct horse", salt)).toBe(stored);
  } finally {
    await onServer("drop role test_scram");
  }
});

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}
