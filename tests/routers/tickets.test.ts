import type postgres from "postgres";
import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeCursor } from "#lib/cursor.ts";
import { atOnce } from "#tests/support/at-once.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { figuresOf } from "#tests/support/figures.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let figures: ReturnType<typeof figuresOf>;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  figures = figuresOf(database, world.a.company_id);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const tickets = (role: "admin" | "support_manager" = "support_manager") => world.a.caller(role).tickets;
const rowOf = async (id: string) => (await database.superuser`select * from tickets where id = ${id}`)[0];
const hours = (count: number) => new Date(Date.now() + count * 3_600_000).toISOString();

describe("a new ticket", () => {
  it("is open, numbered within its company, and due by its priority", async () => {
    const customer_id = await rowsOf(database, world.a.company_id).customer();
    const ticket = await tickets().create({
      subject: "  تسرّب مياه  ",
      category: "maintenance",
      priority: "urgent",
      customer_id,
    });
    expect(ticket).toMatchObject({
      subject: "تسرّب مياه",
      status: "open",
      source: "staff",
      assignee: null,
      is_overdue: false,
      customer: { id: customer_id },
      created_by: { id: world.a.users.support_manager.id },
      version: 1,
    });
    expect(ticket.reference).toMatch(/^TK-\d+$/);
    expect(Date.parse(ticket.due_at ?? "") - Date.parse(ticket.created_at)).toBeCloseTo(4 * 3_600_000, -4);
    expect((await tickets().create({ subject: "x", category: "other", due_at: null })).due_at).toBeNull();
  });

  it("given to a colleague at once is in progress, and the colleague is told", async () => {
    const ticket = await tickets("admin").create({
      subject: "خطأ في العقد",
      category: "contract",
      assignee_id: world.a.users.support_manager.id,
    });
    expect(ticket).toMatchObject({ status: "in_progress", assignee: { id: world.a.users.support_manager.id } });
    const { notifications } = await world.a.caller("support_manager").notifications.list({});
    expect(notifications[0]).toMatchObject({
      kind: "ticket_assigned",
      subject_table: "tickets",
      subject_id: ticket.id,
      params: { reference: ticket.reference, subject: "خطأ في العقد" },
    });
  });

  it("is made once when the same Idempotency-Key comes twice at once", async () => {
    const extra = { idempotency_key: "one ticket" };
    const input = { subject: "مرة واحدة", category: "inquiry" as const };
    const made = await Promise.all([1, 2, 3].map(() => world.a.caller("admin", extra).tickets.create(input)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it("names each wrong field", async () => {
    const wrong = [
      [{ subject: "" }, "subject"],
      [{ subject: "x".repeat(201) }, "subject"],
      [{ category: "weather" }, "category"],
      [{ priority: "immediately" }, "priority"],
      [{ due_at: "2026-02-30T10:00:00Z" }, "due_at"],
      [{ description: "x".repeat(5001) }, "description"],
      [{ company_id: world.a.company_id }, "company_id"],
    ] as const;
    for (const [field, path] of wrong) {
      const input = { subject: "x", category: "other" as const, ...field };
      // The wrong types are the point: what a client without ours may send.
      const refused = await Reflect.apply(tickets().create, null, [input]).catch(refusalOf);
      expect(refused, path).toMatchObject({ code: "BAD_REQUEST", issues: [{ path }] });
    }
  });
});

describe("assigning", () => {
  it("takes an open ticket into progress, keeps its history and tells the colleague, but not oneself", async () => {
    const id = await figures.ticket();
    const mine = await tickets().assign({ id, assignee_id: world.a.users.support_manager.id });
    expect(mine).toMatchObject({
      status: "in_progress",
      assignee: { id: world.a.users.support_manager.id },
      version: 2,
    });
    expect(mine.first_response_at).not.toBeNull();
    await tickets().assign({ id, assignee_id: world.a.users.admin.id });
    const { ticket, events } = await tickets().one({ id });
    expect(ticket.version).toBe(3);
    expect(
      events.map(({ kind, from_value, to_value, from_user, to_user }) => [
        kind,
        from_user?.name ?? from_value,
        to_user?.name ?? to_value,
      ]),
    ).toEqual([
      ["status_changed", "open", "in_progress"],
      ["assigned", null, "support_manager of alpha"],
      ["assigned", "support_manager of alpha", "admin of alpha"],
    ]);
    expect(events.every(({ actor }) => actor?.id === world.a.users.support_manager.id)).toBe(true);
    const told = await database.superuser`select user_id from notifications where subject_id = ${id}`;
    expect(told).toEqual([{ user_id: world.a.users.admin.id }]);
  });

  it("to whoever has it already changes nothing", async () => {
    const id = await figures.ticket({ status: "in_progress", assignee_id: world.a.users.admin.id });
    const before = await rowOf(id);
    await tickets().assign({ id, assignee_id: world.a.users.admin.id });
    expect(await rowOf(id)).toEqual(before);
  });

  it("goes only to an active colleague who may read tickets", async () => {
    const id = await figures.ticket();
    const gone = uuidv7();
    await database.superuser`insert into users (company_id, id, username, name, role, password_hash, is_active)
      values (${world.a.company_id}, ${gone}, 'gone', 'x', 'admin', 'x', false)`;
    const to = (assignee_id: string) => tickets().assign({ id, assignee_id }).catch(refusalOf);
    for (const role of ["agent", "sales_manager"] as const) {
      expect(await to(world.a.users[role].id)).toMatchObject({
        code: "BAD_REQUEST",
        issues: [{ path: "assignee_id", code: "may_not_read_tickets" }],
      });
    }
    for (const nobody of [gone, world.b.users.admin.id, uuidv7()])
      expect(await to(nobody)).toEqual({ code: "NOT_FOUND" });
    expect(await rowOf(id)).toMatchObject({ status: "open", assignee_id: null, version: 1 });
    expect(await to(world.a.users.admin.id)).toMatchObject({ status: "in_progress" });
  });

  it.each(["resolved", "closed"])("one that is %s is refused with the current row", async (status) => {
    const id = await figures.ticket({ status });
    const refused = await tickets().assign({ id, assignee_id: world.a.users.admin.id }).catch(refusalOf);
    expect(refused).toMatchObject({ code: "CONFLICT", reason: "illegal_step", current: { id, status, version: 1 } });
  });

  it("from a stale version is refused with the current row", async () => {
    const id = await figures.ticket();
    await tickets().assign({ id, version: 1, assignee_id: world.a.users.admin.id });
    const refused = await tickets()
      .assign({ id, version: 1, assignee_id: world.a.users.support_manager.id })
      .catch(refusalOf);
    expect(refused).toMatchObject({
      code: "CONFLICT",
      reason: "stale",
      current: { version: 2, assignee: { id: world.a.users.admin.id } },
    });
  });
});

describe("resolving", () => {
  it("twice at once ends in one solution and one conflict that carries the current row", async () => {
    const id = await figures.ticket();
    const hold = (sql: postgres.TransactionSql) => sql`select from tickets where id = ${id} for update`;
    const tries = await atOnce(database, hold, [
      () => tickets("admin").resolve({ id, resolution: "أُصلح" }),
      () => tickets().resolve({ id, resolution: "استُبدل" }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = tries.find((one) => one.status === "rejected");
    expect(refusalOf(lost?.reason)).toMatchObject({
      code: "CONFLICT",
      reason: "already_resolved",
      current: { id, status: "resolved" },
    });
    const { ticket, events } = await tickets().one({ id });
    expect(ticket.resolved_at).not.toBeNull();
    expect(events).toMatchObject([
      { kind: "resolved", from_value: "open", to_value: "resolved", body: ticket.resolution },
    ]);
  });

  it("of a closed ticket is refused, and of one not yet assigned is not", async () => {
    const closed = await figures.ticket({ status: "closed" });
    expect(await tickets().resolve({ id: closed }).catch(refusalOf)).toMatchObject({
      reason: "illegal_step",
      current: { status: "closed" },
    });
    expect(await tickets().resolve({ id: await figures.ticket() })).toMatchObject({
      status: "resolved",
      resolution: null,
    });
  });

  it("from a stale version is refused and changes nothing", async () => {
    const id = await figures.ticket();
    expect(await tickets().resolve({ id, version: 9 }).catch(refusalOf)).toMatchObject({
      reason: "stale",
      current: { version: 1 },
    });
    expect(await rowOf(id)).toMatchObject({ status: "open", resolved_at: null });
  });
});

describe("the list of tickets", () => {
  it.each(["newest", "oldest", "urgent_first"] as const)(
    "pages %s over equal times without losing or repeating one",
    async (sort) => {
      const customer_id = await rowsOf(database, world.a.company_id).customer();
      const made = new Set<string>();
      for (const priority of ["low", "urgent", "medium", "high", "urgent", "low", "medium"]) {
        const id = await figures.ticket({ created_at: "2026-10-01T10:00:00.000Z", priority });
        await database.superuser`update tickets set customer_id = ${customer_id} where id = ${id}`;
        made.add(id);
      }
      const seen: { id: string; priority: string }[] = [];
      let cursor: string | null = null;
      do {
        const page: { tickets: { id: string; priority: string }[]; next_cursor: string | null } = await tickets().list({
          customer_id,
          sort,
          cursor,
          limit: 3,
        });
        seen.push(...page.tickets);
        cursor = page.next_cursor;
      } while (cursor !== null);
      expect(seen).toHaveLength(7);
      expect(new Set(seen.map(({ id }) => id))).toEqual(made);
      if (sort === "urgent_first") {
        expect(seen.map(({ priority }) => priority)).toEqual([
          "urgent",
          "urgent",
          "high",
          "medium",
          "medium",
          "low",
          "low",
        ]);
      }
    },
  );

  it("a cursor of one order is refused by another", async () => {
    await figures.ticket();
    await figures.ticket();
    const { next_cursor } = await tickets().list({ sort: "urgent_first", limit: 1 });
    // Well formed, but of a year no database has, and of a rank no integer holds.
    const never = "01999999-0000-7000-8000-000000000000";
    const forged = encodeCursor(["0000-01-01T00:00:00.000Z", never]);
    const rank = encodeCursor([9e15, "2026-01-01T00:00:00.000Z", never]);
    expect(await tickets().list({ sort: "urgent_first", cursor: rank }).catch(refusalOf)).toMatchObject({
      issues: [{ code: "invalid_cursor" }],
    });
    for (const cursor of [next_cursor, forged, "bm90LW91cnM"]) {
      expect(await tickets().list({ cursor }).catch(refusalOf)).toMatchObject({
        issues: [{ path: "cursor", code: "invalid_cursor" }],
      });
    }
  });

  it("finds by words in any spelling and by number in any digits", async () => {
    const id = await figures.ticket({ subject: "إبدال مفتاح الشقّة رقم 12" });
    const number = String((await rowOf(id))?.number);
    const arabic = number.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    for (const q of ["ابدال مفتاح", "الشقه", "رقم ١٢", `TK-${number}`, `tk-${arabic}`, arabic]) {
      expect(
        (await tickets().list({ q })).tickets.map((ticket) => ticket.id),
        q,
      ).toContain(id);
    }
    for (const q of ["لا شيء بهذا الاسم", "ـ", "100%"]) expect((await tickets().list({ q })).tickets, q).toEqual([]);
  });

  it("of one's own, of nobody and of a colleague are told apart", async () => {
    const [mine, free, hers] = [
      await figures.ticket({ assignee_id: world.a.users.support_manager.id }),
      await figures.ticket(),
      await figures.ticket({ assignee_id: world.a.users.admin.id }),
    ];
    const idsOf = async (assignee_id: string) =>
      (await tickets().list({ assignee_id, limit: 100 })).tickets.map(({ id }) => id);
    const seen = { me: await idsOf("me"), none: await idsOf("none"), admin: await idsOf(world.a.users.admin.id) };
    for (const [list, id] of [
      ["me", mine],
      ["none", free],
      ["admin", hers],
    ] as const) {
      expect(
        Object.entries(seen)
          .filter(([, ids]) => ids.includes(id))
          .map(([name]) => name),
      ).toEqual([list]);
    }
  });

  it("counts exactly what it lists, and knows what is overdue", async () => {
    const customer_id = await rowsOf(database, world.a.company_id).customer();
    for (const [status, due_at] of [
      ["open", hours(-1)],
      ["open", hours(1)],
      ["in_progress", hours(-2)],
      ["resolved", hours(-2)],
      ["closed", null],
    ] as const) {
      const id = await figures.ticket({ status, due_at });
      await database.superuser`update tickets set customer_id = ${customer_id} where id = ${id}`;
    }
    expect(await tickets().counts({ customer_id })).toEqual({
      all: 5,
      open: 2,
      in_progress: 1,
      resolved: 1,
      closed: 1,
      overdue: 2,
    });
    const { tickets: listed } = await tickets().list({ customer_id });
    expect(
      listed
        .filter(({ is_overdue }) => is_overdue)
        .map(({ status }) => status)
        .sort(),
    ).toEqual(["in_progress", "open"]);
    expect((await tickets().list({ customer_id, status: "open" })).tickets).toHaveLength(2);
  });
});
