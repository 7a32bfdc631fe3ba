import { expect, test } from "vitest";
import { applyDatabase } from "#deploy/apply-database.ts";
import { checkApplied } from "#deploy/check.ts";
import { readSource } from "#deploy/source.ts";
import { startEmbedded } from "#embedded/start.ts";
import { query, temporaryFolder } from "./held-server.ts";

// On a server of its own: roles belong to the whole server, and other tests look at who is member of what.
test("on a server where nobody gives us a superuser, a deployer who may create roles can deploy, twice", async () => {
  const { folder, remove } = await temporaryFolder();
  const server = await startEmbedded({ dataDir: folder, fsync: false });
  try {
    await query(server.superuserUrl("postgres"), "create role deployer login createrole password 'deploys-the-portal'");
    await query(server.superuserUrl("postgres"), "create database portal owner deployer");
    const as = (username: string, password: string) =>
      Object.assign(new URL(server.superuserUrl("portal")), { username, password }).href;
    const source = await readSource();
    const lines: string[] = [];
    const deployment = {
      ownerUrl: as("deployer", "deploys-the-portal"),
      loginUrls: [as("portal_app", "serves-the-portal")],
      log: (line: string) => lines.push(line),
    };
    await applyDatabase({ ...deployment, source: { ...source, fingerprint: "an earlier version" } });
    await applyDatabase(deployment);
    expect(lines).toHaveLength(2);
    await expect(checkApplied(as("portal_app", "serves-the-portal"))).resolves.toBeInstanceOf(Array);
    await expect(checkApplied(deployment.ownerUrl)).rejects.toThrow("signs in as deployer, which may create roles");
    const owners = "select distinct tableowner as owner from pg_tables where schemaname = 'public'";
    expect(await query(server.superuserUrl("portal"), owners)).toEqual([{ owner: "portal_owner" }]);
  } finally {
    await server.stop();
    await remove();
  }
});
