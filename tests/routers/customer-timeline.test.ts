import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { HistorySubject } from "#features/customers/history-schema.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { allPages } from "#tests/support/pages.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let rows: ReturnType<typeof rowsOf>;
let customer: string;

const hour = (n: number) => `2026-11-10T${String(n).padStart(2, "0")}:00:00.000Z`;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  rows = rowsOf(database, world.a.company_id);
  customer = await fullLife();
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

/** One of everything, an hour apart, from a lead at 1 to the last note at 10. */
async function fullLife(): Promise<string> {
  const { superuser } = database;
  const { company_id, users } = world.a;
  const [id, property_id] = [await rows.customer(), await rows.property({ title: "فيلا النرجس" })];
  const [call, chat, campaign, recipient] = [uuidv7(), uuidv7(), uuidv7(), uuidv7()];
  await superuser`update stage_changes set created_at = ${hour(1)} where customer_id = ${id}`;
  await superuser`insert into agents (company_id, id, kind, version, name, name_en, gender, language, greeting, prompt)
    values (${company_id}, ${uuidv7()}, 'voice', 1, 'نورة', 'Noura', 'female', 'ar', 'أهلًا', 'تحدثي بلطف')`;
  await superuser`insert into conversations (company_id, id, customer_id, type, agent_name, summary, started_at, ended_at, duration_seconds)
    values (${company_id}, ${call}, ${id}, 'voice', 'نورة', 'سأل عن فيلا', ${hour(2)}, ${hour(3)}, 154),
           (${company_id}, ${chat}, ${id}, 'chat', 'سالم', 'سأل عن السعر', ${hour(3)}, ${hour(4)}, null)`;
  const booking = await rows.booking({ customer_id: id, property_id, status: "rejected" });
  await superuser`update bookings set created_at = ${hour(4)}, decided_at = ${hour(5)}, decided_by = ${users.admin.id}, source = 'voice_agent',
    reject_reason = 'العقار محجوز', conversation_id = ${call} where id = ${booking}`;
  await superuser`insert into tickets (company_id, id, number, customer_id, subject, category, created_by, created_at)
    values (${company_id}, ${uuidv7()}, 41, ${id}, 'تسرّب مياه', 'maintenance', ${users.support_manager.id}, ${hour(6)})`;
  await superuser`insert into campaigns (company_id, id, name, type) values (${company_id}, ${campaign}, 'واحة العارض', 'voice')`;
  await superuser`insert into campaign_recipients (company_id, id, campaign_id, customer_id, phone, status, attempts)
    values (${company_id}, ${recipient}, ${campaign}, ${id}, '+966500000009', 'answered', 2)`;
  await superuser`insert into dial_attempts (company_id, id, recipient_id, attempt, outcome, started_at)
    values (${company_id}, ${uuidv7()}, ${recipient}, 1, 'no_answer', ${hour(7)}), (${company_id}, ${uuidv7()}, ${recipient}, 2, 'answered', ${hour(8)})`;
  await superuser`insert into notes (company_id, id, customer_id, conversation_id, body, created_by, created_at)
    values (${company_id}, ${uuidv7()}, ${id}, null, 'ينتظر رأي الأهل', ${users.sales_manager.id}, ${hour(9)}),
           (${company_id}, ${uuidv7()}, null, ${call}, 'الصوت واضح', ${users.agent.id}, ${hour(10)})`;
  return id;
}

const whole = (role?: "admin" | "sales_manager" | "support_manager", subject?: HistorySubject) =>
  world.a.caller(role).customers.history({ id: customer, limit: 100, ...(subject && { subject }) });

describe("a customer's timeline", () => {
  it("tells everything in the order in which it happened, and who did it", async () => {
    const { history } = await whole();
    expect(history.map(({ kind, at }) => [at, kind])).toEqual([
      [hour(10), "note"],
      [hour(9), "note"],
      [hour(8), "campaign_contact"],
      [hour(7), "campaign_contact"],
      [hour(6), "ticket"],
      [hour(5), "booking_decision"],
      [hour(4), "booking"],
      [hour(3), "conversation"],
      [hour(2), "conversation"],
      [hour(1), "stage_change"],
    ]);
    const [aside, note, , missed, ticket, decision, booking, , call] = history;
    expect(aside).toMatchObject({ body: "الصوت واضح", actor: { id: world.a.users.agent.id } });
    expect(note).toMatchObject({ body: "ينتظر رأي الأهل", actor_kind: "staff", conversation_id: null });
    expect(missed).toMatchObject({ title: "واحة العارض", outcome: "no_answer", attempt: 1 });
    expect(ticket).toMatchObject({ reference: "TK-41", actor: { id: world.a.users.support_manager.id } });
    expect(decision).toMatchObject({
      decision: "rejected",
      reject_reason: "العقار محجوز",
      title: "فيلا النرجس",
      actor: { id: world.a.users.admin.id },
    });
    expect(booking).toMatchObject({ actor_kind: "voice_agent", agent: { name: "نورة", gender: "female" } });
    expect(call).toMatchObject({ type: "voice", duration: "2:34", agent: { name: "نورة", gender: "female" } });
  });

  it("of one subject holds that alone, and the facts count the same", async () => {
    const { counts } = await world.a.caller().customers.facts({ id: customer });
    expect(counts).toEqual({ calls: 1, chats: 1, viewings: 1, tickets: 1, campaigns: 2, stages: 1, notes: 2 });
    const kinds = async (subject: HistorySubject) => (await whole("admin", subject)).history.map(({ kind }) => kind);
    expect(await kinds("calls")).toEqual(["conversation"]);
    expect(await kinds("viewings")).toEqual(["booking_decision", "booking"]);
    expect(await kinds("campaigns")).toEqual(["campaign_contact", "campaign_contact"]);
    expect(await kinds("notes")).toEqual(["note", "note"]);
  });

  it("pages to the same whole, also while something new is written on top", async () => {
    const { history } = await whole();
    for (const limit of [1, 3, 4]) {
      let written = 0;
      const seen = await allPages(async (cursor) => {
        const page = await world.a.caller().customers.history({ id: customer, cursor, limit });
        if (written++ === 0) await world.a.caller().customers.addNote({ id: customer, body: "في أثناء القراءة" });
        return { rows: page.history, next_cursor: page.next_cursor };
      });
      // What was there before; the page behind it does not shift.
      expect(seen.slice(-history.length).map(({ at }) => at)).toEqual(history.map(({ at }) => at));
      expect(new Set(seen.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(seen.length);
      await database.superuser`delete from notes where body = 'في أثناء القراءة'`;
    }
  });

  it.each([
    ["sales_manager", ["tickets"]],
    ["support_manager", ["viewings", "campaigns"]],
  ] as const)("of what a %s may not read shows nothing, nor counts it", async (role, hidden) => {
    const all = (await whole("admin")).history;
    const seen = (await whole(role)).history;
    const own = await world.a.caller(role).customers.facts({ id: customer });
    const everything = await world.a.caller().customers.facts({ id: customer });
    for (const subject of hidden) {
      expect(own.counts).not.toHaveProperty(subject);
      expect(everything.counts).toHaveProperty(subject);
      expect((await whole(role, subject)).history).toEqual([]);
    }
    const kinds = { tickets: ["ticket"], viewings: ["booking", "booking_decision"], campaigns: ["campaign_contact"] };
    const barred = hidden.flatMap((subject): string[] => kinds[subject]);
    expect(seen).toEqual(all.filter(({ kind }) => !barred.includes(kind)));
  });

  it("names the next viewing, to roles that may read it, and the last contact but no trial", async () => {
    const id = await rows.customer();
    const { superuser } = database;
    for (const [started_at, mode] of [
      [hour(2), "real"],
      [hour(9), "trial"],
    ] as const) {
      await superuser`insert into conversations (company_id, id, customer_id, type, mode, started_at, ended_at)
        values (${world.a.company_id}, ${uuidv7()}, ${id}, 'voice', ${mode}, ${started_at}, ${started_at})`;
    }
    const day = { starts_at: "2099-01-01T10:00:00Z", ends_at: "2099-01-01T11:00:00Z" };
    await rows.booking({ customer_id: id, property_id: await rows.property(), ...day, status: "rejected" });
    const next = await rows.booking({ customer_id: id, property_id: await rows.property(), ...day });
    const facts = await world.a.caller("sales_manager").customers.facts({ id });
    expect(facts).toMatchObject({ last_contact_at: hour(2), next_viewing: { id: next, status: "pending" } });
    expect(await world.a.caller("support_manager").customers.facts({ id })).toMatchObject({ next_viewing: null });
  });
});

describe("what a customer asked about", () => {
  it("is each listing once, the latest first, also what was asked under a number merged since", async () => {
    const [id, other] = [await rows.customer(), await rows.customer()];
    const [villa, flat] = [await rows.property({ title: "فيلا" }), await rows.property({ title: "شقة" })];
    for (const [customer_id, property_id, at] of [
      [id, villa, hour(1)],
      [id, flat, hour(2)],
      [other, villa, hour(3)],
    ] as const) {
      await database.superuser`insert into property_inquiries (company_id, id, property_id, customer_id, source, created_at)
        values (${world.a.company_id}, ${uuidv7()}, ${property_id}, ${customer_id}, 'voice_agent', ${at})`;
    }
    const asked = async () =>
      (await world.a.caller().customers.facts({ id })).asked_about.map(({ title, price }) => [title, price]);
    expect(await asked()).toEqual([
      ["شقة", "2450000.00"],
      ["فيلا", "2450000.00"],
    ]);
    const listed = async (customer_id: string) => {
      const { customers } = await world.a.caller().customers.list({ limit: 100 });
      return customers.find((one) => one.id === customer_id)?.asked_about?.title;
    };
    expect([await listed(id), await listed(customer)]).toEqual(["شقة", undefined]);
    await world.a.caller().customers.merge({ keep_id: id, other_id: other });
    expect((await asked())[0]?.[0]).toBe("فيلا");
    expect(await listed(id)).toBe("فيلا");
  });
});

describe("a note", () => {
  it("is its writer's, and is refused empty and for another company's customer", async () => {
    const id = await rows.customer();
    const note = await world.a.caller("support_manager").customers.addNote({ id, body: " اتصل به الأحد " });
    expect(note).toMatchObject({ body: "اتصل به الأحد", actor: { id: world.a.users.support_manager.id } });
    expect(await world.a.caller().customers.addNote({ id, body: "  " }).catch(refusalOf)).toMatchObject({
      issues: [{ path: "body" }],
    });
    expect(await world.b.caller().customers.addNote({ id, body: "سر" }).catch(refusalOf)).toEqual({
      code: "NOT_FOUND",
    });
    expect(await database.superuser`select body from notes where customer_id = ${id}`).toEqual([
      { body: "اتصل به الأحد" },
    ]);
  });
});
