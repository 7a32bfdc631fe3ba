import { afterAll, beforeAll, describe, expect, it } from "vitest";
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

const agents = (of: "a" | "b" = "a") => world[of].caller("admin").agents;
const words = {
  kind: "voice" as const,
  name: "نورة",
  name_en: "Noura",
  gender: "female" as const,
  language: "ar" as const,
  greeting: "السلام عليكم",
  prompt: "كوني موجزة",
};

describe("how a machine speaks", () => {
  it("is put together from the company's settings until it is saved, in the machine's own gender", async () => {
    await database.superuser`update companies set settings = '{"chat_agent": {"name": "سالم", "name_en": "Salem", "gender": "male"}}'
      where company_id = ${world.b.company_id}`;
    const { chat, voice } = await agents("b").current({});
    expect(chat).toMatchObject({ name: "سالم", gender: "male", version: 0, created_at: null });
    expect(chat.prompt).toContain("الوكيل النصي");
    expect(voice).toMatchObject({ version: 0, gender: "female" });
  });

  it("is a new version with each save, in use at once, and an old one is taken up again as the newest", async () => {
    const first = await agents().save({ ...words, version: 0 });
    const second = await agents().save({ ...words, version: 1, greeting: "حياك الله", temperature: 0.9 });
    expect([first.version, second.version]).toEqual([1, 2]);
    expect((await agents().current({})).voice).toMatchObject({ greeting: "حياك الله", version: 2 });
    expect((await agents().current({})).chat.version).toBe(0);
    const restored = await agents().restore({ id: first.id, version: 2 });
    expect(restored).toMatchObject({ version: 3, greeting: "السلام عليكم", temperature: 0.4, kind: "voice" });
    expect(restored.created_by?.id).toBe(world.a.users.admin.id);
    const page = await agents().versions({ kind: "voice", limit: 2 });
    const rest = await agents().versions({ kind: "voice", limit: 2, cursor: page.next_cursor });
    expect([...page.versions, ...rest.versions].map(({ version }) => version)).toEqual([3, 2, 1]);
    expect((await agents("b").versions({ kind: "voice" })).versions).toEqual([]);
  });

  it("speaks through an agent at the vendor that no other company can take for its own", async () => {
    const kind = "voice" as const;
    const mine = { ...words, kind, vendor_agent_id: "agent_of_alpha" };
    await agents().save(mine);
    const before = await agents("b").current({});
    const theirs = agents("b").save({ ...words, kind, vendor_agent_id: "agent_of_alpha" });
    expect(refusalOf(await theirs.catch((refusal: unknown) => refusal))).toMatchObject({
      code: "BAD_REQUEST",
      issues: [{ path: "vendor_agent_id", code: "unknown_agent" }],
    });
    expect(await agents("b").current({})).toEqual(before);
    expect(await agents().save(mine)).toMatchObject({ vendor_agent_id: "agent_of_alpha" });
    expect(await agents("b").save({ ...words, kind, vendor_agent_id: "agent_of_beta" })).toMatchObject({
      vendor_agent_id: "agent_of_beta",
    });
  });

  it("saved by two from the same version is saved by one; the other is shown what holds", async () => {
    const { version } = (await agents().current({})).chat;
    const save = (greeting: string) => agents().save({ ...words, kind: "chat", version, greeting });
    const tries = await Promise.allSettled([save("أهلاً"), save("مرحبًا")]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const { chat } = await agents().current({});
    const refused = tries.find((one) => one.status === "rejected");
    expect(refusalOf(refused?.reason)).toMatchObject({
      code: "CONFLICT",
      reason: "stale",
      current: { greeting: chat.greeting, version: version + 1 },
    });
  });

  it("names each wrong field", async () => {
    for (const [field, path] of [
      [{ greeting: "  " }, "greeting"],
      [{ temperature: 2.1 }, "temperature"],
      [{ gender: null }, "gender"],
      [{ prompt: "x".repeat(20_001) }, "prompt"],
    ] as const) {
      const refused = await Reflect.apply(agents().save, null, [{ ...words, ...field }]).catch(refusalOf);
      expect(refused, path).toMatchObject({ code: "BAD_REQUEST", issues: [{ path }] });
    }
  });
});
