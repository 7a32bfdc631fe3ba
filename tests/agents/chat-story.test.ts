import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAgents } from "#agents/open-agents.ts";
import { openRouterChat } from "#agents/openrouter/chat.ts";
import { type RunningSimulator, startSimulator } from "#agents/simulator/start-simulator.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { say } from "#tests/support/turns.ts";
import { createWorld, type World } from "#tests/support/world.ts";

// The whole way with the built-in simulator at the far end: what a customer says becomes a viewing that staff decide.

let simulator: RunningSimulator;
let database: TestDatabase;
let world: World;
let villa: string;

beforeAll(async () => {
  simulator = await startSimulator();
  const chat = openRouterChat({
    api_key: simulator.api_key,
    base_url: `${simulator.url}/openrouter/api/v1`,
    is_simulated: true,
    referer: null,
  });
  database = await createDatabase();
  world = await createWorld(database, { agents: { ...openAgents(), chat } });
  villa = await rowsOf(database, world.a.company_id).property({ title: "فيلا درج داخلي في الملقا" });
  await database.superuser`update properties set district = 'الملقا', price_minor = 195000000, bedrooms = 4,
    permit_number = '7200', permit_expires_on = '2030-01-01' where id = ${villa}`;
});
afterAll(async () => {
  await world.close();
  await database.drop();
  await simulator.stop();
});

const customer = [
  "السلام عليكم",
  "أبي فيلا للشراء في حي الملقا بحدود ٢ مليون، أربع غرف",
  "الأولى مناسبة، ودي أعاينها",
  "اسمي خالد العتيبي ورقمي ٠٥٠١٢٣٤٥٦٧",
  "الموعد الأول",
];

async function story(mode: "real" | "trial") {
  const { conversation_id } = await world.a.caller("agent").playground.begin({ mode });
  const steps: string[] = [];
  let last: Awaited<ReturnType<typeof say>>["last"];
  for (const line of customer) {
    const turn = await say(world.a, conversation_id, line);
    for (const event of turn.events) if (event.kind === "tool" && event.state === "done") steps.push(event.name);
    last = turn.last;
  }
  return { conversation_id, steps, last };
}

describe("a customer who wants to see a villa", () => {
  it("in a trial gets the same steps and leaves nothing behind", async () => {
    const { steps } = await story("trial");
    expect(steps).toEqual(["search_properties", "find_or_create_customer", "request_booking"]);
    const [left] =
      await database.superuser`select (select count(*)::int from customers) as customers, (select count(*)::int from bookings) as bookings,
      (select count(*)::int from notifications) as notifications`;
    expect(left).toEqual({ customers: 0, bookings: 0, notifications: 0 });
  });

  it("is found a villa, becomes a customer and has a viewing that waits for the sales team; other companies see nothing", async () => {
    const { conversation_id, steps, last } = await story("real");
    expect(steps).toEqual(["search_properties", "find_or_create_customer", "request_booking"]);
    expect(last).toMatchObject({ kind: "done", customer: { name: "خالد العتيبي" }, is_handed_over: false });

    const sales = world.a.caller("sales_manager");
    const { bookings } = await sales.bookings.list({ status: "pending" });
    expect(bookings).toMatchObject([
      { property_id: villa, source: "chat_agent", conversation_id, customer: { phone: "+966501234567" } },
    ]);
    expect((await sales.notifications.list({})).notifications).toMatchObject([
      { kind: "booking_pending", subject_id: bookings[0]?.id, can_open: true },
    ]);
    const approved = await sales.bookings.approve({ id: bookings[0]?.id ?? "" });
    expect(approved.status).toBe("approved");

    const seen = await sales.conversations.one({ id: conversation_id });
    expect(seen).toMatchObject({ mode: "real", customer_phone: "+966501234567", bookings: [{ status: "approved" }] });
    expect(seen.transcript.filter(({ speaker }) => speaker === "tool")).toHaveLength(3);
    expect(seen.cost_usd_micros).toBeGreaterThan(0);

    const theirs = world.b.caller("admin");
    expect((await theirs.bookings.list({})).bookings).toEqual([]);
    expect((await theirs.conversations.list({})).conversations).toEqual([]);
    expect((await theirs.customers.list({})).customers).toEqual([]);
  });
});
