import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roles } from "#drizzle/values.ts";
import { allows, permissions } from "#server/permissions.ts";
import { createCaller } from "#server/root.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { allProcedures, call } from "#tests/support/procedures.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const procedures = allProcedures();
// No procedure has such a field: whoever is let in is told so, whoever is not is refused before the input is looked at.
const nonsense = { "no procedure has this field": true };

async function observed(path: (typeof procedures)[number], token: string | null): Promise<string> {
  try {
    await call(createCaller(world.context(token)), path, nonsense);
    return "let in";
  } catch (error) {
    const { code } = refusalOf(error);
    return code === "BAD_REQUEST" ? "let in" : code;
  }
}

describe("the role matrix", () => {
  it("is named by every procedure, and names no role that does not exist", () => {
    expect(procedures.length).toBeGreaterThan(40);
    for (const { path, access } of procedures) {
      const known = access === "public" || access === "signed_in" || (access !== undefined && access in permissions);
      expect(known, `${path} names no permission`).toBe(true);
    }
  });

  it(`equals what is observed for every role and procedure (${procedures.length} × ${roles.length} pairs)`, async () => {
    const wrong: string[] = [];
    for (const procedure of procedures) {
      const { path, access } = procedure;
      for (const role of roles) {
        const expected =
          access === "public" || access === "signed_in" || (access && allows(role, access)) ? "let in" : "FORBIDDEN";
        const seen = await observed(procedure, world.a.users[role].token);
        if (seen !== expected) wrong.push(`${role} ${path}: ${seen}, the matrix says ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("lets nobody in without a session but to the public procedures", async () => {
    for (const procedure of procedures) {
      const expected = procedure.access === "public" ? "let in" : "UNAUTHORIZED";
      expect(await observed(procedure, null), procedure.path).toBe(expected);
    }
  });

  it("gives each permission to a role and refuses it to another, but those of everybody", () => {
    for (const [permission, allowed] of Object.entries(permissions)) {
      expect(allowed, permission).toContain("admin");
      expect(new Set(allowed).size, permission).toBe(allowed.length);
    }
  });
});
