import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VendorError } from "#agents/ports.ts";
import { createCaller } from "#server/root.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { type ScriptedAnswer, scriptedChat } from "#tests/support/scripted-chat.ts";
import { makeTalk } from "#tests/support/talks.ts";
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

const lines = [["customer", "أبغى فيلا في الملقا."]] as const;
const said = (summary: string) => ({ summary, outcome: "answered", next_step: null, sentiment: "neutral" });

/** A caller of company A whose server has this model. */
function asking(role: "admin" | "support_manager" | "agent", ...answers: readonly ScriptedAnswer[]) {
  const context = world.context(world.a.users[role].token);
  const { chat, asked } = scriptedChat(...answers);
  const services = { ...context.services, agents: { ...context.services.agents, chat } };
  return { conversations: createCaller({ ...context, services }).conversations, asked };
}

describe("summaries of a conversation", () => {
  it("asked for again are another version in the name of who asked; the earlier ones stay", async () => {
    const id = await makeTalk(database, world.a.company_id, {
      lines,
      vendor: "elevenlabs",
      summary: "She asked for a villa.",
    });
    const { conversations } = asking("support_manager", said("الأول."), said("الثاني."));
    await conversations.summarise({ id });
    const { summaries } = await conversations.summarise({ id });
    expect(summaries).toMatchObject([
      { version: 3, summary: "الثاني.", created_by: { id: world.a.users.support_manager.id } },
      { version: 2, summary: "الأول.", model: "openai/gpt-6-luna" },
      { version: 1, summary: "She asked for a villa.", model: "elevenlabs", created_by: null },
    ]);
    expect(await world.a.caller("agent").conversations.summaries({ id })).toEqual({ summaries });
    expect(await conversations.one({ id })).toMatchObject({ summary: "الثاني.", outcome: "answered" });
    expect(
      await database.superuser`select actor_role, actor_id from audit_log where table_name = 'conversation_summaries' and op = 'insert' limit 1`,
    ).toEqual([{ actor_role: "system", actor_id: null }]);
  });

  it("are for managers to ask for, and of another company neither seen nor made", async () => {
    const theirs = await makeTalk(database, world.b.company_id, { lines });
    const manager = asking("admin", said("نص"));
    const seen = await manager.conversations.summaries({ id: theirs }).catch(refusalOf);
    const made = await manager.conversations.summarise({ id: theirs }).catch(refusalOf);
    expect([seen, made]).toMatchObject([{ code: "NOT_FOUND" }, { code: "NOT_FOUND" }]);
    const mine = await makeTalk(database, world.a.company_id, { lines });
    const agent = asking("agent", said("نص"));
    expect(await agent.conversations.summarise({ id: mine }).catch(refusalOf)).toMatchObject({ code: "FORBIDDEN" });
    expect([manager.asked, agent.asked]).toEqual([[], []]);
    expect(
      await database.superuser`select from conversation_summaries where conversation_id = any(${[theirs, mine]})`,
    ).toHaveLength(0);
    expect((await manager.conversations.summarise({ id: mine })).summaries).toHaveLength(1);
  });

  it("say why there is none: the talk goes on, nobody spoke, the model answers nonsense, or is away", async () => {
    const company_id = world.a.company_id;
    const ask = async (talk: Parameters<typeof makeTalk>[2], ...answers: readonly ScriptedAnswer[]) => {
      const id = await makeTalk(database, company_id, talk);
      return asking("admin", ...answers)
        .conversations.summarise({ id })
        .catch(refusalOf);
    };
    expect(await ask({ lines, status: "in_progress" }, said("نص"))).toMatchObject({
      code: "CONFLICT",
      reason: "in_progress",
    });
    expect(await ask({}, said("نص"))).toMatchObject({ code: "CONFLICT", reason: "nothing_said" });
    expect(await ask({ lines }, "no")).toMatchObject({ code: "CONFLICT", reason: "unreadable" });
    expect(await ask({ lines }, new VendorError("openrouter", "no_credit"))).toMatchObject({
      code: "SERVICE_UNAVAILABLE",
    });
    expect(await ask({ lines }, new VendorError("openrouter", "rate_limited"))).toMatchObject({
      code: "TOO_MANY_REQUESTS",
    });
  });
});
