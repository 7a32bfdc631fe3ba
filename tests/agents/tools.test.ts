import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ToolName, tool_names } from "#agents/tool-contract.ts";
import { chatTools } from "#agents/tools/all-tools.ts";
import { tool_permissions } from "#agents/tools/permissions.ts";
import { runRecordedTool } from "#agents/tools/recorded.ts";
import { runTool } from "#agents/tools/run-tool.ts";
import { startOfZonedDay, zonedDay } from "#lib/time.ts";
import { machineClaims } from "#server/system-claims.ts";
import { type Claims, inTenant } from "#server/tenant.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { type Company, createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let rows: ReturnType<typeof rowsOf>;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  rows = rowsOf(database, world.a.company_id);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

type Mode = "real" | "trial";
interface Setting {
  company?: Company;
  mode?: Mode;
  role?: Claims["role"];
}

async function talk({
  company = world.a,
  mode = "real" as Mode,
  customer_id = null as string | null,
  channel = "playground",
  language = "ar",
} = {}) {
  const id = uuidv7();
  await database.superuser`insert into conversations (company_id, id, type, status, mode, channel, language, customer_id, started_at)
    values (${company.company_id}, ${id}, 'chat', 'in_progress', ${mode}, ${channel}, ${language}, ${customer_id}, now())`;
  return id;
}

function claims({ company = world.a, role = "chat_agent" }: Setting): Claims {
  const facts = { company_id: company.company_id, ...company.claims().company };
  return { ...machineClaims(facts, "chat_agent"), role };
}

const use = (conversation_id: string, name: string, args: unknown, setting: Setting = {}) =>
  inTenant(world.services.pool, claims(setting), "write", (tx) =>
    runTool(tx, { conversation_id, name, arguments: args, mode: setting.mode ?? "real" }),
  );

async function listing(
  values: {
    title?: string;
    status?: string;
    permit?: string | null;
    expires?: string;
    district?: string;
    price?: number;
  } = {},
) {
  const id = await rows.property({ title: values.title ?? "فيلا دوبلكس" });
  const { status = "available", permit = "7100", expires = "2030-01-01", district = "النرجس", price = 100 } = values;
  await database.superuser`update properties set status = ${status}, permit_number = ${permit}, permit_expires_on = ${expires},
    district = ${district}, price_minor = ${price * 100}, bedrooms = 4 where id = ${id}`;
  return id;
}

/** Tomorrow at an hour of the company's own day. */
function tomorrow(hour: number, timezone = "Asia/Riyadh"): string {
  const day = zonedDay(new Date(Date.now() + 86_400_000), timezone);
  return new Date(startOfZonedDay(day, timezone).getTime() + hour * 3_600_000).toISOString();
}

/** How many rows every table holds, but for the talk itself and its trail. */
async function counts(): Promise<Record<string, unknown>> {
  const tables = await database.superuser<{ name: string }[]>`select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1`;
  const counted = tables.map(async ({ name }) => {
    const [row] = await database.superuser`select count(*)::int as count from ${database.superuser(name)} ${
      name === "audit_log" ? database.superuser`where table_name <> 'conversations'` : database.superuser``
    }`;
    return [name, row?.count] as const;
  });
  const jobs = await database.superuser`select count(*)::int as count from jobs._private_jobs`;
  return { ...Object.fromEntries(await Promise.all(counted)), jobs: jobs[0]?.count };
}
const values = async (table: string) =>
  database.superuser`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as all from ${database.superuser(table)} t`;

describe("what a model is told of the tools", () => {
  it.each(["ar", "en"] as const)("is each tool of the contract with a JSON Schema of an object (%s)", (language) => {
    const told = chatTools(language);
    expect(told.map(({ name }) => name)).toEqual(tool_names);
    for (const { parameters, description } of told) {
      expect(parameters).toMatchObject({ type: "object", additionalProperties: false });
      expect(description.length).toBeGreaterThan(20);
    }
  });
});

describe("who may call which tool", () => {
  it("is what is observed for every role", async () => {
    const id = await talk();
    for (const name of tool_names) {
      for (const role of ["voice_agent", "chat_agent", "system", "admin"] as const) {
        const { result } = await use(id, name, { nothing: "of this" }, { role });
        const machines: readonly string[] = tool_permissions[name];
        expect([name, role, result.error]).toEqual([
          name,
          role,
          machines.includes(role) ? "invalid_arguments" : "not_allowed",
        ]);
      }
    }
  });
});

describe("whatever a model gets wrong", () => {
  it("is an answer that says what, and nothing is written", async () => {
    const id = await talk();
    const before = await counts();
    for (const [name, args, error] of [
      ["delete_everything", {}, "unknown_tool"],
      ["constructor", {}, "unknown_tool"],
      ["open_ticket", "{not json", "invalid_arguments"],
      ["open_ticket", null, "invalid_arguments"],
      ["open_ticket", { subject: "x", description: "y", category: "gossip" }, "invalid_arguments"],
      [
        "open_ticket",
        { subject: "x", description: "y", category: "other", company_id: world.b.company_id },
        "invalid_arguments",
      ],
      ["find_or_create_customer", { phone: "not a number" }, "invalid_arguments"],
      ["search_properties", { district: "a\u0000b" }, "invalid_arguments"],
      ["request_booking", { property_id: uuidv7(), starts_at: tomorrow(10) }, "customer_unknown"],
      ["customer_history", {}, "customer_unknown"],
      ["customer_history", { customer_id: uuidv7() }, "invalid_arguments"],
    ] as const) {
      const answer = await use(id, name, args);
      expect([name, answer.ok, answer.result.error]).toEqual([name, false, error]);
      expect(answer.text).not.toBe("");
    }
    expect(await counts()).toEqual(before);
  });

  it("names the wrong fields, so that it can mend them", async () => {
    const { result } = await use(await talk(), "open_ticket", { subject: "", category: "other" });
    expect(result.issues).toMatchObject([{ path: "subject" }, { path: "description" }]);
  });
});

describe("find_or_create_customer", () => {
  it("links the talk to one customer for one number, in any digits and any spelling", async () => {
    const id = await talk();
    const first = await use(id, "find_or_create_customer", { phone: "٠٥٥ ١٢٣ ٤٥٠١", name: "سارة" });
    expect(first).toMatchObject({ ok: true, result: { customer: { name: "سارة", is_new: true } } });
    const again = await use(await talk(), "find_or_create_customer", JSON.stringify({ phone: "+966551234501" }));
    expect(again.result).toEqual({ customer: { name: "سارة", is_new: false } });
    const linked =
      await database.superuser`select c.phone, c.created_by from conversations v join customers c on c.id = v.customer_id where v.id = ${id}`;
    expect(linked).toMatchObject([{ phone: "+966551234501", created_by: null }]);
    const moved =
      await database.superuser`select actor_kind from stage_changes s join customers c on c.id = s.customer_id where c.phone = '+966551234501'`;
    expect(moved).toMatchObject([{ actor_kind: "chat_agent" }]);
  });

  it("makes a customer of its own in another company, and links no talk of that company", async () => {
    const phone = "+966551234502";
    await use(await talk(), "find_or_create_customer", { phone, name: "منال" });
    const theirs = await use(
      await talk({ company: world.b }),
      "find_or_create_customer",
      { phone, name: "X" },
      { company: world.b },
    );
    expect(theirs.result).toEqual({ customer: { name: "X", is_new: true } });
    const foreign = await use(await talk(), "find_or_create_customer", { phone }, { company: world.b });
    expect(foreign.result).toEqual({ error: "conversation_unknown" });
  });
});

describe("search_properties", () => {
  it("offers only what is available with a permit that holds today", async () => {
    const district = "حي الياسمين";
    const good = await listing({ district: "الياسمين" });
    for (const bad of [{ status: "sold" }, { status: "reserved" }, { permit: null }, { expires: "2026-11-01" }]) {
      await listing({ district: "الياسمين", ...bad });
    }
    const { result } = await use(await talk(), "search_properties", { district });
    expect(result.properties).toMatchObject([
      { id: good, price: "100.00", currency: "SAR", bedrooms: 4, kind: "villa" },
    ]);
    const theirs = await use(await talk({ company: world.b }), "search_properties", { district }, { company: world.b });
    expect(theirs.result).toEqual({ properties: [] });
  });

  it("matches a district however it is spelt, keeps to the budget, and answers at most five", async () => {
    for (let price = 1; price <= 7; price += 1) await listing({ district: "قرطبة", price: price * 1000 });
    const id = await talk();
    const found = async (args: object) => {
      const { result } = await use(id, "search_properties", args);
      return Array.isArray(result.properties) ? result.properties.map((row) => Object(row).price) : [];
    };
    expect(await found({ district: "قرطبه" })).toHaveLength(5);
    expect(await found({ district: "حي قُرطبة", max_price: 3000 })).toEqual(["3000.00", "2000.00", "1000.00"]);
    expect(await found({ district: "قرطبة", bedrooms: 5 })).toEqual([]);
    expect(await found({ district: "قرطبة", city: "الرياض", purpose: "sale", kind: "villa" })).toHaveLength(5);
    expect(await found({ district: "قرطبة", city: "جدة" })).toEqual([]);
  });

  it("writes down once what a known customer was shown; of an unknown one nothing", async () => {
    const property_id = await listing({ district: "العقيق" });
    const customer_id = await rows.customer();
    const id = await talk({ customer_id });
    for (let times = 0; times < 2; times += 1) await use(id, "search_properties", { district: "العقيق" });
    await use(await talk(), "search_properties", { district: "العقيق" });
    const asked =
      await database.superuser`select customer_id, source, conversation_id from property_inquiries where property_id = ${property_id}`;
    expect(asked).toMatchObject([{ customer_id, source: "chat_agent", conversation_id: id }]);
  });
});

describe("request_booking", () => {
  it("asks for a pending viewing of an hour and tells those who decide, each once", async () => {
    const [property_id, customer_id] = [await listing(), await rows.customer({ name: "هند" })];
    const id = await talk({ customer_id });
    const starts_at = tomorrow(16);
    const local = `${zonedDay(starts_at, "Asia/Riyadh")}T16:00:00`;
    const first = await use(id, "request_booking", { property_id, starts_at: local });
    expect(first.result).toMatchObject({ booking: { status: "pending", starts_at } });
    const again = await use(id, "request_booking", { property_id, starts_at });
    expect(again.result).toEqual(first.result);
    const made =
      await database.superuser`select id, source, status, customer_id, conversation_id, ends_at - starts_at as long from bookings where property_id = ${property_id}`;
    expect(made).toMatchObject([
      { source: "chat_agent", status: "pending", customer_id, conversation_id: id, long: "01:00:00" },
    ]);
    const told = await database.superuser`select u.role from notifications n join users u on u.id = n.user_id
      where n.kind = 'booking_pending' and n.subject_id = ${made[0]?.id} order by 1`;
    expect(told.map(({ role }) => role)).toEqual(["admin", "sales_manager"]);
  });

  it("answers a taken time with free ones of that day, at which it then can be had", async () => {
    const [property_id, customer_id] = [await listing(), await rows.customer()];
    const [starts_at, ends_at] = [tomorrow(11), tomorrow(12)];
    await rows.booking({ property_id, customer_id, starts_at, ends_at, status: "approved" });
    const id = await talk({ customer_id: await rows.customer() });
    const taken = await use(id, "request_booking", { property_id, starts_at: tomorrow(11.5) });
    expect(taken).toMatchObject({ ok: false, result: { error: "taken" } });
    const [free] = Array.isArray(taken.result.free_times) ? taken.result.free_times : [];
    expect(await use(id, "request_booking", { property_id, starts_at: free })).toMatchObject({ ok: true });
  });

  it("is refused for what is not on offer, another company's listing, and a time that is past or far away", async () => {
    const customer_id = await rows.customer();
    const id = await talk({ customer_id });
    const good = await listing();
    const theirs = rowsOf(database, world.b.company_id);
    const before = await counts();
    for (const [property_id, starts_at, error] of [
      [await listing({ status: "sold" }), tomorrow(10), "not_offered"],
      [await listing({ expires: "2026-11-01" }), tomorrow(10), "not_offered"],
      [await theirs.property(), tomorrow(10), "not_found"],
      [uuidv7(), tomorrow(10), "not_found"],
      [good, "2020-01-01T10:00:00Z", "invalid_arguments"],
      [good, "2099-01-01T10:00:00Z", "invalid_arguments"],
      [good, "tomorrow", "invalid_arguments"],
    ] as const) {
      expect((await use(id, "request_booking", { property_id, starts_at })).result.error).toBe(error);
    }
    expect((await counts()).bookings).toBe(before.bookings);
  });
});

describe("open_ticket, customer_history, hand_over_to_staff", () => {
  it("opens a ticket of the talk and its customer, in the agent's name", async () => {
    const customer_id = await rows.customer();
    const id = await talk({ customer_id });
    const { result } = await use(
      id,
      "open_ticket",
      { subject: "مكيف", description: "لا يبرد", category: "maintenance", priority: "high" },
      { role: "voice_agent" },
    );
    expect(result).toEqual({ ticket: { reference: expect.stringMatching(/^TK-\d+$/) } });
    const made =
      await database.superuser`select source, priority, customer_id, created_by from tickets where conversation_id = ${id}`;
    expect(made).toMatchObject([{ source: "voice_agent", priority: "high", customer_id, created_by: null }]);
    const [event] =
      await database.superuser`select actor_kind from ticket_events e join tickets t on t.id = e.ticket_id where t.conversation_id = ${id}`;
    expect(event).toMatchObject({ actor_kind: "voice_agent" });
  });

  it("reads the own customer's viewings, tickets and talks, without staff's notes and trials", async () => {
    const [customer_id, other] = [await rows.customer(), await rows.customer()];
    const property_id = await listing({ title: "شقة الواحة" });
    await rows.booking({ customer_id, property_id });
    await rows.booking({ customer_id: other, property_id: await listing({ title: "عقار الآخر" }) });
    const earlier = await talk({ customer_id });
    await database.superuser`update conversations set summary = 'سأل عن الواحة' where id = ${earlier}`;
    const trial = await talk({ customer_id, mode: "trial" });
    await database.superuser`update conversations set summary = 'تجربة' where id = ${trial}`;
    await database.superuser`insert into notes (company_id, id, customer_id, body) values (${world.a.company_id}, ${uuidv7()}, ${customer_id}, 'سرّ الموظفين')`;
    await use(earlier, "open_ticket", { subject: "تسريب", description: "مطبخ", category: "maintenance" });
    const { result } = await use(await talk({ customer_id }), "customer_history", {});
    expect(result).toMatchObject({
      bookings: [{ property: "شقة الواحة", status: "pending" }],
      tickets: [{ subject: "تسريب", status: "open" }],
      talks: [{ type: "chat", summary: "سأل عن الواحة" }],
    });
    expect(JSON.stringify(result)).not.toMatch(/سرّ|تجربة|الآخر/);
  });

  it("hands over once: marked, with the reason as a note, and the staff told", async () => {
    const id = await talk({ customer_id: await rows.customer({ name: "جواهر" }) });
    for (let times = 0; times < 2; times += 1) {
      expect(await use(id, "hand_over_to_staff", { reason: "تريد خصمًا" })).toMatchObject({
        ok: true,
        result: { handed_over: true },
      });
    }
    const found = await world.a.caller().conversations.one({ id });
    expect(found).toMatchObject({ handed_over_at: expect.any(String), notes: [{ body: "تريد خصمًا", author: null }] });
    const told =
      await database.superuser`select user_id, params from notifications where kind = 'handed_over' and subject_id = ${id}`;
    expect(told).toHaveLength(4);
    expect(told[0]?.params).toMatchObject({ customer_name: "جواهر" });
  });
});

describe("a trial", () => {
  it("answers as in earnest, one step building on another, and writes nothing but the talk", async () => {
    const property_id = await listing({ district: "السليمانية" });
    const story = [
      ["find_or_create_customer", { phone: "0551239901", name: "ريم" }, { customer: { name: "ريم", is_new: true } }],
      ["find_or_create_customer", { phone: "0551239901" }, { customer: { name: "ريم" } }],
      ["search_properties", { district: "السليمانية" }, { properties: [{ id: property_id }] }],
      [
        "request_booking",
        { property_id, starts_at: tomorrow(17) },
        { booking: { status: "pending", reference: expect.stringMatching(/^VB-/) } },
      ],
      [
        "open_ticket",
        { subject: "x", description: "y", category: "other" },
        { ticket: { reference: expect.stringMatching(/^TK-/) } },
      ],
      ["customer_history", {}, { bookings: [], tickets: [], talks: [] }],
      ["hand_over_to_staff", { reason: "x" }, { handed_over: true }],
    ] as const satisfies readonly (readonly [ToolName, object, object])[];
    const id = await talk({ mode: "trial" });
    const [before, counters] = [await counts(), await values("counters")];
    for (const [name, args, expected] of story) {
      expect(await use(id, name, args, { mode: "trial" })).toMatchObject({ ok: true, result: expected });
    }
    expect(await counts()).toEqual(before);
    expect(await values("counters")).toEqual(counters);
    const [row] = await database.superuser`select customer_id, handed_over_at from conversations where id = ${id}`;
    expect(row).toEqual({ customer_id: null, handed_over_at: null });

    // Control: the same in earnest.
    const real = await talk();
    for (const [name, args] of story) await use(real, name, args);
    const after = await counts();
    for (const table of ["customers", "bookings", "tickets", "notes"] as const) {
      expect(Number(after[table]) - Number(before[table])).toBe(1);
    }
  });

  it("is a trial by the talk's own mode, whatever the caller says", async () => {
    const id = await talk({ mode: "trial" });
    const before = await counts();
    expect(
      await use(id, "open_ticket", { subject: "x", description: "y", category: "other" }, { mode: "real" }),
    ).toMatchObject({ ok: true });
    expect(await counts()).toEqual(before);
  });
});

describe("a recorded call", () => {
  const record = (conversation_id: string, call_id: string, name: string, args: unknown, setting: Setting = {}) =>
    inTenant(world.services.pool, claims(setting), "write", (tx) =>
      runRecordedTool(tx, { conversation_id, call_id, name, arguments: args, mode: setting.mode ?? "real" }),
    );
  const ticket = { subject: "تسريب", description: "مطبخ", category: "maintenance" };

  it("is done once, also when the same one comes twice at once; another one of the same id is another", async () => {
    const id = await talk();
    const twice = await Promise.all([1, 2].map(() => record(id, "call_1", "open_ticket", ticket)));
    const third = await record(id, "call_1", "open_ticket", JSON.stringify(ticket));
    expect(new Set([...twice, third].map(({ result }) => JSON.stringify(result))).size).toBe(1);
    await record(id, "call_1", "open_ticket", { ...ticket, subject: "آخر" });
    expect(await database.superuser`select 1 from tickets where conversation_id = ${id}`).toHaveLength(2);
    const found = await world.a.caller().conversations.one({ id });
    expect(found.transcript).toMatchObject([
      {
        speaker: "tool",
        text: expect.stringContaining("TK-"),
        tool: { name: "open_ticket", ok: true, arguments: ticket },
      },
      { speaker: "tool" },
    ]);
  });

  it("keeps what cannot be stored out of the transcript instead of failing", async () => {
    const id = await talk();
    const answer = await record(id, "call_1", "find_or_create_customer", { phone: "05\u0000\ud800" });
    expect(answer).toMatchObject({ ok: false, result: { error: "invalid_arguments" } });
    expect((await world.a.caller().conversations.one({ id })).transcript).toHaveLength(1);
  });

  it("writes nothing into another company's talk", async () => {
    const id = await talk();
    expect((await record(id, "call_1", "open_ticket", ticket, { company: world.b })).result).toEqual({
      error: "conversation_unknown",
    });
    expect((await world.a.caller().conversations.one({ id })).transcript).toEqual([]);
  });
});
