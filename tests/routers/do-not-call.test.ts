import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refuseCalls } from "#features/do-not-call/commands.ts";
import { systemClaims } from "#server/system-claims.ts";
import { inTenant } from "#server/tenant.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
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
const ours = () => world.a.caller("sales_manager").doNotCall;

describe("the list of numbers not to be called", () => {
  it("takes a number however it is typed, once, with who listed it, and gives it back", async () => {
    const added = await ours().add({ phone: "٠٥٥ ٠٠٠ ٠٠٠١", reason: "طلب ذلك" });
    expect(added).toMatchObject({
      phone: "+966550000001",
      reason: "طلب ذلك",
      created_by: { id: world.a.users.sales_manager.id },
    });
    expect(await ours().add({ phone: "00966550000001", reason: "مرة أخرى" })).toEqual(added);
    expect((await ours().list({ q: "055 000" })).numbers).toEqual([added]);
    expect((await ours().list({ q: "999" })).numbers).toEqual([]);
    expect(await ours().remove({ phone: "+966550000001" })).toEqual(added);
    expect((await ours().list({})).numbers).toEqual([]);
    expect(await ours().remove({ phone: "+966550000001" }).catch(refusalOf)).toEqual({ code: "NOT_FOUND" });
    expect(await ours().add({ phone: "12" }).catch(refusalOf)).toMatchObject({
      issues: [{ path: "phone", code: "invalid_phone" }],
    });
  });

  it("is a company's own", async () => {
    await world.b.caller().doNotCall.add({ phone: "+966550000002" });
    expect(await ours().remove({ phone: "+966550000002" }).catch(refusalOf)).toEqual({ code: "NOT_FOUND" });
    expect((await ours().list({})).numbers).toEqual([]);
    expect((await world.b.caller().doNotCall.list({})).numbers).toHaveLength(1);
  });

  it("takes the number of whoever refused calls in a talk, once, in nobody's name", async () => {
    const claims = await systemClaims(world.services.pool, world.a.company_id);
    const refuse = (phone: string) =>
      inTenant(world.services.pool, claims, "write", (tx) => refuseCalls(tx, phone, "asked"));
    expect(await refuse("+966550000003")).toBe(true);
    expect(await refuse("+966550000003")).toBe(true);
    expect(await refuse("anonymous")).toBe(false);
    expect((await ours().list({})).numbers).toMatchObject([
      { phone: "+966550000003", reason: "asked", created_by: null },
    ]);
  });

  it("is told of on the customer's page to whoever may read him, by his number, and only to his company", async () => {
    const { customers } = world.a.caller("sales_manager");
    const { id } = await customers.create({ name: "نوف العنزي", phone: "0550000004" });
    const theirs = await world.b.caller().customers.create({ name: "نوف العنزي", phone: "+966550000004" });
    expect((await customers.facts({ id })).barred).toBeNull();
    const barred = await ours().add({ phone: "055 000 0004", reason: "طلبت ذلك" });
    expect((await customers.facts({ id })).barred).toEqual(barred);
    expect((await world.a.caller("support_manager").customers.facts({ id })).barred).toEqual(barred);
    expect((await world.b.caller().customers.facts({ id: theirs.id })).barred).toBeNull();
    await ours().remove({ phone: "+966550000004" });
    expect((await customers.facts({ id })).barred).toBeNull();
  });
});
