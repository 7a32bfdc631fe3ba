import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { encodeCursor } from "#lib/cursor.ts";
import { workingClock } from "#lib/working-hours.ts";
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

describe("the list of tickets", () => {
  it.each(["newest", "oldest", "urgent_first", "due_first"] as const)(
    "pages %s over equal times without losing or repeating one",
    async (sort) => {
      const customer_id = await rowsOf(database, world.a.company_id).customer();
      const made = new Set<string>();
      for (const priority of ["low", "urgent", "medium", "high", "urgent", "low", "medium"]) {
        const due_at = priority === "low" ? null : "2026-10-02T10:00:00.000Z";
        const id = await figures.ticket({ created_at: "2026-10-01T10:00:00.000Z", priority, due_at });
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
      if (sort === "due_first") expect(seen.slice(-2).map(({ priority }) => priority)).toEqual(["low", "low"]);
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
    for (const q of ["لا شيء بهذا الاسم", "ـ", "%", "1_"]) expect((await tickets().list({ q })).tickets, q).toEqual([]);
  });

  it("finds by part of the customer's name or phone", async () => {
    const customer_id = await rowsOf(database, world.a.company_id).customer({
      name: "أسماء القحطاني",
      phone: "+966577700123",
    });
    const { id } = await tickets().create({ subject: "نسخة من المخطط", category: "other", customer_id });
    for (const q of ["اسماء القحطانى", "٥٧٧٧٠٠١٢٣"]) {
      expect(
        (await tickets().list({ q })).tickets.map((ticket) => ticket.id),
        q,
      ).toEqual([id]);
    }
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

  it("counts in each tab exactly what it lists there, whatever else is asked", async () => {
    const customer_id = await rowsOf(database, world.a.company_id).customer();
    const me = world.a.users.support_manager.id;
    for (const [status, due_at, assignee_id] of [
      ["open", hours(-1), null],
      ["open", hours(900), null],
      ["in_progress", hours(-2), me],
      ["in_progress", null, world.a.users.admin.id],
      ["resolved", hours(-2), me],
      ["closed", null, null],
    ] as const) {
      const id = await figures.ticket({ status, due_at, assignee_id });
      await database.superuser`update tickets set customer_id = ${customer_id} where id = ${id}`;
    }
    const counts = await tickets().counts({ customer_id });
    expect(counts).toEqual({
      all: 6,
      open: 2,
      in_progress: 2,
      resolved: 1,
      closed: 1,
      unsolved: 4,
      overdue: 2,
      mine: 1,
      unassigned: 2,
    });
    const tabs = {
      all: {},
      unsolved: { is_unsolved: true },
      mine: { is_unsolved: true, assignee_id: "me" },
      unassigned: { is_unsolved: true, assignee_id: "none" },
      overdue: { due: "overdue" },
      resolved: { status: "resolved" },
    } as const;
    for (const [tab, filters] of Object.entries(tabs)) {
      const { tickets: listed } = await tickets().list({ customer_id, ...filters });
      expect(listed.length, tab).toBe(Reflect.get(counts, tab));
      if (tab === "overdue") expect(listed.every(({ is_overdue }) => is_overdue)).toBe(true);
    }
    const ofAdmin = await tickets().counts({ customer_id, assignee_id: world.a.users.admin.id });
    expect(ofAdmin).toMatchObject({ all: 1, unsolved: 1, overdue: 0, mine: 1, unassigned: 2 });
  });

  it("of what is due soon goes by working hours", async () => {
    const customer_id = await rowsOf(database, world.a.company_id).customer();
    const { working_hours, timezone } = await tickets().hours({});
    const inHours = (count: number) => workingClock(working_hours, timezone).add(new Date().toISOString(), count);
    const make = async (status: string, due_at: string | null) => {
      const id = await figures.ticket({ status, due_at });
      await database.superuser`update tickets set customer_id = ${customer_id} where id = ${id}`;
      return id;
    };
    const soon = await make("open", inHours(3));
    for (const late of [inHours(5), hours(-1), null]) await make("in_progress", late);
    await make("resolved", inHours(3));
    const { tickets: listed } = await tickets().list({ customer_id, due: "soon" });
    expect(listed.map(({ id }) => id)).toEqual([soon]);
  });
});
