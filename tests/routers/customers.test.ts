import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { allPages, forgedCursors } from "#tests/support/pages.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

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

const never = "01999999-0000-7000-8000-000000000000";
const stored = async (id: string) => (await database.superuser`select * from customers where id = ${id}`)[0];

describe("find or create", () => {
  it("ten at once with one number in five spellings make one customer", async () => {
    const spellings = ["0501234567", "00966 50 123 4567", "+966501234567", "٠٥٠ ١٢٣ ٤٥٦٧", "50-123-4567"];
    const asked = [...spellings, ...spellings].map((phone) =>
      world.a.caller("agent").customers.findOrCreate({ phone }),
    );
    const answers = await Promise.all(asked);
    expect(answers.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(answers.map(({ customer }) => customer.id)).size).toBe(1);
    expect(answers[0]?.customer).toMatchObject({ phone: "+966501234567", name: "+966 50 123 4567", stage: "lead" });
    expect(await database.superuser`select from customers where phone = '+966501234567'`).toHaveLength(1);
  });

  it("leaves whom it finds as he is", async () => {
    const first = await world.a.caller().customers.findOrCreate({ phone: "0559990001", name: "أم خالد" });
    const again = await world.a
      .caller()
      .customers.findOrCreate({ phone: "0559990001", name: "غيرها", email: "x@example.com" });
    expect(again).toEqual({ customer: first.customer, created: false });
  });

  it("reads a local number by the company's own country, and each company has its own customer", async () => {
    const ours = await world.a.caller().customers.findOrCreate({ phone: "+971 50 123 4567" });
    const theirs = await world.b.caller().customers.findOrCreate({ phone: "050 123 4567" });
    expect(theirs).toMatchObject({
      created: true,
      customer: { phone: "+971501234567", company_id: world.b.company_id },
    });
    expect(theirs.customer.id).not.toBe(ours.customer.id);
  });

  it("names the phone when it is none, and makes nobody", async () => {
    const [before] = await database.superuser`select count(*) from customers`;
    for (const phone of ["12", "not a phone", "+999 000", ""]) {
      const refused = await world.a.caller().customers.findOrCreate({ phone }).catch(refusalOf);
      expect(refused, phone).toMatchObject({ code: "BAD_REQUEST", issues: [{ path: "phone" }] });
    }
    expect((await database.superuser`select count(*) from customers`)[0]).toEqual(before);
  });
});

describe("a new customer", () => {
  it("has a dialable number, a maker and the first stage", async () => {
    const made = await world.a
      .caller("sales_manager")
      .customers.create({ name: "  سعد الدوسري ", phone: "٠٥٥٥ ١٢٣ ٠٠١", email: "saad@example.com" });
    expect(made).toMatchObject({
      name: "سعد الدوسري",
      phone: "+966555123001",
      stage: "lead",
      company_id: world.a.company_id,
      version: 1,
    });
    expect(await stored(made.id)).toMatchObject({ created_by: world.a.users.sales_manager.id });
  });

  it("with a number somebody has is refused, with him", async () => {
    const first = await world.a.caller().customers.create({ name: "الأول", phone: "0555123002" });
    const refused = await world.a
      .caller()
      .customers.create({ name: "الثاني", phone: "+966555123002" })
      .catch(refusalOf);
    expect(refused).toEqual({ code: "CONFLICT", reason: "phone_taken", current: first });
    expect(await database.superuser`select name from customers where phone = '+966555123002'`).toEqual([
      { name: "الأول" },
    ]);
  });

  it("is made once when the same Idempotency-Key comes twice at once", async () => {
    const extra = { idempotency_key: "customer-once" };
    const input = { name: "مرة واحدة", phone: "0555123003" };
    const made = await Promise.all([1, 2, 3].map(() => world.a.caller("admin", extra).customers.create(input)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it("can be owned only by the company's own active staff", async () => {
    for (const owner_id of [world.b.users.admin.id, never]) {
      const refused = await world.a
        .caller()
        .customers.create({ name: "بلا مسؤول", phone: "0555123004", owner_id })
        .catch(refusalOf);
      expect(refused).toMatchObject({ code: "NOT_FOUND" });
    }
    expect(await database.superuser`select from customers where phone = '+966555123004'`).toHaveLength(0);
    const owner_id = world.a.users.agent.id;
    expect(await world.a.caller().customers.create({ name: "له مسؤول", phone: "0555123004", owner_id })).toMatchObject({
      owner: { id: owner_id },
    });
  });

  it("names each wrong field", async () => {
    const good = { name: "سليم", phone: "0555123005" };
    const wrong = [
      [{ name: " " }, "name"],
      [{ name: "x".repeat(201) }, "name"],
      [{ name: "nul\0" }, "name"],
      [{ phone: "1".repeat(41) }, "phone"],
      [{ email: "no mail" }, "email"],
      [{ stage: "friend" as "lead" }, "stage"],
      [{ notes: "x".repeat(5001) }, "notes"],
      [{ owner_id: "me" }, "owner_id"],
      [{ company_id: world.b.company_id }, "company_id"],
    ] as const;
    for (const [field, path] of wrong) {
      const refused = await world.a
        .caller()
        .customers.create({ ...good, ...field })
        .catch(refusalOf);
      expect(refused, path).toMatchObject({ code: "BAD_REQUEST", issues: [{ path }] });
    }
    expect(await world.a.caller().customers.create(good)).toMatchObject({ phone: "+966555123005" });
  });
});

describe("changing a customer", () => {
  it("changes what is given, empties what is null, leaves the rest and counts the version", async () => {
    const made = await world.a
      .caller()
      .customers.create({ name: "قبل", phone: "0555123010", email: "a@example.com", notes: "ملاحظة" });
    const after = await world.a.caller().customers.update({ id: made.id, version: 1, name: "بعد", email: null });
    expect(after).toMatchObject({ name: "بعد", email: null, notes: "ملاحظة", phone: "+966555123010", version: 2 });
  });

  it("on what a colleague changed meanwhile is refused with the current row, and changes nothing", async () => {
    const id = await rows.customer();
    const current = await world.a.caller().customers.update({ id, notes: "زميل" });
    const refused = await world.a.caller().customers.update({ id, version: 1, notes: "أنا" }).catch(refusalOf);
    expect(refused).toEqual({ code: "CONFLICT", reason: "stale", current });
    expect(await stored(id)).toMatchObject({ notes: "زميل", version: 2 });
    expect(await world.a.caller().customers.update({ id, version: 2, notes: "أنا" })).toMatchObject({
      notes: "أنا",
      version: 3,
    });
  });

  it("to a number somebody else has is refused with him, and what came before in the request is not half done", async () => {
    const [first, second] = [
      await rows.customer({ phone: "+966555123020" }),
      await rows.customer({ phone: "+966555123021" }),
    ];
    const refused = await world.a
      .caller()
      .customers.update({ id: second, phone: "0555123020", notes: "نصف" })
      .catch(refusalOf);
    expect(refused).toMatchObject({ code: "CONFLICT", reason: "phone_taken", current: { id: first } });
    expect(await stored(second)).toMatchObject({ phone: "+966555123021", notes: null, version: 1 });
    expect(await world.a.caller().customers.update({ id: second, phone: "0555 123 021" })).toMatchObject({
      phone: "+966555123021",
    });
  });

  it("of another company is as of one that never was, and he is unchanged", async () => {
    const theirs = await rowsOf(database, world.b.company_id).customer();
    const before = await stored(theirs);
    const answers = await Promise.all(
      [theirs, never].map((id) => world.a.caller().customers.update({ id, notes: "seen" }).catch(refusalOf)),
    );
    expect(answers).toEqual([{ code: "NOT_FOUND" }, { code: "NOT_FOUND" }]);
    expect(await stored(theirs)).toEqual(before);
    expect(await world.b.caller().customers.update({ id: theirs, notes: "own" })).toMatchObject({ notes: "own" });
  });

  it("with nothing to change, or a version no row can have, is refused", async () => {
    const id = await rows.customer();
    expect(await world.a.caller().customers.update({ id }).catch(refusalOf)).toMatchObject({
      code: "BAD_REQUEST",
      issues: [{ code: "nothing_to_change" }],
    });
    const refused = await world.a
      .caller()
      .customers.update({ id, version: 3_000_000_000, notes: "x" })
      .catch(refusalOf);
    expect(refused).toMatchObject({ code: "BAD_REQUEST", issues: [{ path: "version" }] });
  });

  it("along the pipeline is recorded with who moved him", async () => {
    const { id } = await world.a.caller("support_manager").customers.create({ name: "متنقل", phone: "0555123030" });
    await world.a.caller("sales_manager").customers.update({ id, stage: "qualified" });
    await world.a.caller("sales_manager").customers.update({ id, notes: "no move" });
    const moves =
      await database.superuser`select from_stage, to_stage, actor_kind, actor_id from stage_changes where customer_id = ${id} order by id`;
    expect([...moves]).toEqual([
      { from_stage: null, to_stage: "lead", actor_kind: "staff", actor_id: world.a.users.support_manager.id },
      { from_stage: "lead", to_stage: "qualified", actor_kind: "staff", actor_id: world.a.users.sales_manager.id },
    ]);
  });
});

describe("the list of customers", () => {
  it("pages over equal times without losing or repeating one", async () => {
    const owner_id = world.a.users.sales_manager.id;
    const made = new Set<string>();
    for (let count = 0; count < 7; count += 1) {
      const id = await rows.customer();
      await database.superuser`update customers set owner_id = ${owner_id}, created_at = '2026-01-01T00:00:00Z' where id = ${id}`;
      made.add(id);
    }
    for (const sort of ["newest", "oldest"] as const) {
      const seen = await allPages(async (cursor) => {
        const { customers, next_cursor } = await world.a.caller().customers.list({ owner_id, sort, cursor, limit: 3 });
        return { rows: customers.map(({ id }) => id), next_cursor };
      });
      expect(seen).toHaveLength(7);
      expect(new Set(seen)).toEqual(made);
    }
  });

  it("finds a name in any spelling and a phone in any digits, and counts exactly what it lists", async () => {
    const one = await rows.customer({ name: "فاطمة بنت عبد العزيز", phone: "+966544000111" });
    const two = await rows.customer({ name: "فاطمه عبدالعزيز", phone: "+966544000222" });
    await database.superuser`update customers set stage = 'won' where id = ${two}`;
    for (const q of ["فاطمة", "فاطمه", "فَاطِمَة", "فـاطمة"]) {
      const { customers } = await world.a.caller().customers.list({ q });
      expect(
        customers.map(({ id }) => id),
        q,
      ).toEqual([two, one]);
      expect(await world.a.caller().customers.counts({ q })).toMatchObject({ all: 2, lead: 1, won: 1, lost: 0 });
    }
    for (const q of ["٠٥٤٤٠٠٠١١١", "0544000111", "00966 544 000 111", "44000111"]) {
      expect(
        (await world.a.caller().customers.list({ q })).customers.map(({ id }) => id),
        q,
      ).toEqual([one]);
    }
    expect((await world.a.caller().customers.list({ q: "فاطمة", stage: "won" })).customers).toHaveLength(1);
    expect((await world.b.caller().customers.list({ q: "فاطمة" })).customers).toEqual([]);
  });

  it("takes the signs of a pattern for themselves, and stores no NUL", async () => {
    const id = await rows.customer({ name: "خصم 50%_ أكيد" });
    expect((await world.a.caller().customers.list({ q: "50%_" })).customers.map((one) => one.id)).toEqual([id]);
    expect((await world.a.caller().customers.list({ q: "%%%%" })).customers).toEqual([]);
    expect(await world.a.caller().customers.list({ q: "a\0b" }).catch(refusalOf)).toMatchObject({
      issues: [{ path: "q" }],
    });
  });

  it.each(forgedCursors)("refuses the forged cursor %s by name", async (cursor) => {
    const refused = await world.a.caller().customers.list({ cursor }).catch(refusalOf);
    expect(refused).toMatchObject({ code: "BAD_REQUEST", issues: [{ path: "cursor", code: "invalid_cursor" }] });
  });
});

describe("the pipeline board", () => {
  it("counts each stage, shows its newest, and each column goes on where it stopped", async () => {
    const owner_id = world.a.users.support_manager.id;
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      const { id } = await world.a
        .caller()
        .customers.create({ name: `لوحة ${count}`, phone: `05577700${10 + count}`, owner_id });
      made.unshift(id);
    }
    await world.a.caller().customers.move({ id: made[0] ?? "", stage: "won" });
    const { columns } = await world.a.caller().customers.board({ owner_id, limit: 2 });
    expect(columns.map(({ stage, count }) => [stage, count])).toEqual([
      ["lead", 4],
      ["qualified", 0],
      ["viewing", 0],
      ["negotiation", 0],
      ["deposit", 0],
      ["won", 1],
      ["lost", 0],
    ]);
    const [lead] = columns;
    expect(lead?.customers.map(({ id }) => id)).toEqual(made.slice(1, 3));
    const more = await world.a
      .caller()
      .customers.list({ owner_id, stage: "lead", cursor: lead?.next_cursor ?? null, limit: 2 });
    expect(more.customers.map(({ id }) => id)).toEqual(made.slice(3));
    expect(more.next_cursor).toBeNull();
  });

  it("moves a card, says since when it is there, and lets only one of two movers win", async () => {
    const { id } = await world.a.caller().customers.create({ name: "بطاقة", phone: "0557770030" });
    await database.superuser`update stage_changes set created_at = '2026-01-01T00:00:00Z' where customer_id = ${id}`;
    expect(await world.a.caller().customers.one({ id })).toMatchObject({ in_stage_since: "2026-01-01T00:00:00.000Z" });
    const moved = await world.a.caller("sales_manager").customers.move({ id, version: 1, stage: "deposit" });
    expect(moved).toMatchObject({ stage: "deposit", version: 2 });
    expect(moved.in_stage_since > "2026-01-02").toBe(true);
    const late = await world.a.caller().customers.move({ id, version: 1, stage: "lost" }).catch(refusalOf);
    expect(late).toEqual({ code: "CONFLICT", reason: "stale", current: moved });
    expect(await stored(id)).toMatchObject({ stage: "deposit" });
  });

  it("keeps to owner, nobody's and the days they came", async () => {
    const mine = await world.a.caller("sales_manager").customers.create({
      name: "لي",
      phone: "0557770040",
      owner_id: world.a.users.sales_manager.id,
    });
    const nobodys = await world.a.caller().customers.create({ name: "لا أحد", phone: "0557770041" });
    await database.superuser`update customers set created_at = '2020-05-05T10:00:00Z' where id in (${mine.id}, ${nobodys.id})`;
    const days = { from: "2020-05-05T00:00:00Z", to: "2020-05-05T23:00:00Z" };
    const ids = async (filter: object) =>
      (await world.a.caller("sales_manager").customers.list({ ...days, ...filter })).customers
        .map(({ id }) => id)
        .sort();
    expect(await ids({})).toEqual([mine.id, nobodys.id].sort());
    expect(await ids({ owner_id: "me" })).toEqual([mine.id]);
    expect(await ids({ owner_id: "none" })).toEqual([nobodys.id]);
    expect(await ids({ from: "2020-05-05T10:00:00.001Z" })).toEqual([]);
    expect(await ids({ to: "2020-05-05T10:00:00Z" })).toEqual([]);
  });
});

describe("who has a number", () => {
  it("is found however it is typed, by the company's own country, and is nobody while it is no number", async () => {
    const { id } = await world.a.caller().customers.create({ name: "صاحب الرقم", phone: "0557770050" });
    for (const phone of ["0557770050", "٠٥٥ ٧٧٧ ٠٠٥٠", "۰۵۵۷۷۷۰۰۵۰", "00966557770050", "+966 55-777-0050"]) {
      expect(await world.a.caller().customers.byPhone({ phone }), phone).toMatchObject({
        phone: "+966557770050",
        customer: { id },
      });
    }
    expect(await world.a.caller().customers.byPhone({ phone: "0557770051" })).toEqual({
      phone: "+966557770051",
      customer: null,
    });
    expect(await world.a.caller().customers.byPhone({ phone: "05577" })).toEqual({ phone: null, customer: null });
    expect(await world.b.caller().customers.byPhone({ phone: "+966557770050" })).toMatchObject({ customer: null });
  });
});

describe("one customer's history", () => {
  /** Three of each noun, all made in the same millisecond. */
  async function arranged() {
    const { superuser } = database;
    const { company_id } = world.a;
    const [id, property_id] = [await rows.customer(), await rows.property()];
    for (let nth = 0; nth < 3; nth += 1) {
      await rows.booking({ customer_id: id, property_id });
      await superuser`insert into conversations (company_id, id, customer_id, type, started_at, ended_at, summary, duration_seconds)
        values (${company_id}, ${uuidv7()}, ${id}, 'voice', '2026-11-01T09:00:00Z', '2026-11-01T09:02:34Z', 'سأل عن فيلا', 154)`;
      await superuser`insert into tickets (company_id, id, number, customer_id, subject, category, created_at)
        values (${company_id}, ${uuidv7()}, ${Math.floor(Math.random() * 1e9)}, ${id}, 'تسرّب مياه', 'maintenance', '2026-11-01T09:00:00Z')`;
    }
    await superuser`update bookings set created_at = '2026-11-01T09:00:00Z' where customer_id = ${id}`;
    await superuser`update stage_changes set created_at = '2026-11-01T09:00:00Z' where customer_id = ${id}`;
    return id;
  }

  it("is one timeline that pages over equal times without losing or repeating an entry", async () => {
    const id = await arranged();
    const whole = await world.a.caller().customers.history({ id, limit: 100 });
    expect(whole.history).toHaveLength(10);
    for (const limit of [1, 3, 4]) {
      const seen = await allPages(async (cursor) => {
        const { history, next_cursor } = await world.a.caller().customers.history({ id, cursor, limit });
        return { rows: history, next_cursor };
      });
      expect(seen).toEqual(whole.history);
    }
  });

  it("is newest first, and says of each what it is", async () => {
    const id = await arranged();
    await world.a.caller("sales_manager").customers.update({ id, stage: "viewing" });
    const { history, conversations, bookings, tickets, customer } = await world.a.caller().customers.history({ id });
    expect(customer).toMatchObject({ id, stage: "viewing" });
    expect(history[0]).toMatchObject({
      kind: "stage_change",
      from_stage: "lead",
      to_stage: "viewing",
      actor: { id: world.a.users.sales_manager.id },
    });
    expect(conversations[0]).toMatchObject({
      kind: "conversation",
      title: "سأل عن فيلا",
      duration: "2:34",
      at: "2026-11-01T09:00:00.000Z",
    });
    expect(bookings?.[0]).toMatchObject({
      status: "pending",
      reference: expect.stringMatching(/^VB-/),
      starts_at: "2026-12-01T14:00:00.000Z",
    });
    expect(tickets?.[0]).toMatchObject({ status: "open", title: "تسرّب مياه" });
    expect(history.map(({ at }) => at)).toEqual(
      history
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect([conversations.length, bookings?.length, tickets?.length]).toEqual([3, 3, 3]);
  });

  it("leaves out what the role may not read", async () => {
    const id = await arranged();
    const kinds = async (role: "admin" | "sales_manager" | "support_manager") => {
      const { history, ...parts } = await world.a.caller(role).customers.history({ id });
      return {
        kinds: [...new Set(history.map(({ kind }) => kind))].sort(),
        bookings: "bookings" in parts,
        tickets: "tickets" in parts,
      };
    };
    expect(await kinds("admin")).toEqual({
      kinds: ["booking", "conversation", "stage_change", "ticket"],
      bookings: true,
      tickets: true,
    });
    expect(await kinds("sales_manager")).toEqual({
      kinds: ["booking", "conversation", "stage_change"],
      bookings: true,
      tickets: false,
    });
    expect(await kinds("support_manager")).toEqual({
      kinds: ["conversation", "stage_change", "ticket"],
      bookings: false,
      tickets: true,
    });
    expect(await world.a.caller("agent").customers.history({ id }).catch(refusalOf)).toEqual({ code: "FORBIDDEN" });
  });

  it("of another company's customer is not found, like one that never was", async () => {
    const id = await arranged();
    for (const asked of [id, never]) {
      expect(await world.b.caller().customers.history({ id: asked }).catch(refusalOf)).toEqual({ code: "NOT_FOUND" });
      expect(await world.b.caller().customers.one({ id: asked }).catch(refusalOf)).toEqual({ code: "NOT_FOUND" });
    }
    expect(await world.a.caller().customers.one({ id })).toMatchObject({ id });
  });

  it("refuses a forged cursor by name", async () => {
    const id = await rows.customer();
    for (const cursor of forgedCursors) {
      expect(await world.a.caller().customers.history({ id, cursor }).catch(refusalOf)).toMatchObject({
        issues: [{ path: "cursor" }],
      });
    }
  });
});
