import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readBookings, readCalls, readFunnel, readTickets } from "#features/reports/queries.ts";
import { inTenant, type Tx } from "#server/tenant.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { figuresOf } from "#tests/support/figures.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { type Company, createWorld, type World } from "#tests/support/world.ts";

/** 19:41 in Riyadh, 20:41 in Dubai. */
const now = new Date("2026-11-22T16:41:20.000Z");
/** 23:30 of Friday the 20th in Riyadh, half past midnight of Saturday in Dubai. */
const edge = "2026-11-20T20:30:00.000Z";

let database: TestDatabase;
let world: World;
beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  for (const company of [world.a, world.b]) await arrange(company);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

/** The same few rows in each company, all at the edge of a day, and some outside every window asked for. */
async function arrange({ company_id, users }: Company) {
  const figures = figuresOf(database, company_id);
  const rows = rowsOf(database, company_id);
  const talk = { started_at: edge, duration_seconds: 60 };
  await figures.conversation({ ...talk, outcome: "booked" });
  await figures.conversation({ ...talk, outcome: "answered", type: "chat", duration_seconds: 120 });
  await figures.conversation({ ...talk, outcome: "no_answer", duration_seconds: 0 });
  await figures.conversation({ ...talk, outcome: "handed_over", handed_over_to: users.agent.id });
  await figures.conversation({ started_at: "2026-11-10T10:00:00.000Z", outcome: "booked", duration_seconds: 30 });
  const [customer_id, property_id] = [await rows.customer(), await rows.property({ title: "=1+1" })];
  await database.superuser`delete from stage_changes where company_id = ${company_id}`;
  await figures.stageMove({ customer_id, to_stage: "lead", created_at: edge });
  await figures.stageMove({ customer_id, from_stage: "lead", to_stage: "viewing", created_at: edge });
  for (const status of ["pending", "approved", "rejected", "cancelled", "completed"]) {
    const staff_id = status === "approved" ? users.sales_manager.id : null;
    const id = await rows.booking({ customer_id, property_id, status, staff_id });
    await database.superuser`update bookings set created_at = ${edge}, decided_at = case when status in ('approved', 'rejected')
      then ${edge}::timestamptz + interval '10 minutes' end where id = ${id} and status <> 'pending' or id = ${id}`;
  }
  for (const [minutes, status] of [
    [10, "open"],
    [30, "in_progress"],
    [110, "closed"],
  ] as const) {
    const id = await figures.ticket({ created_at: edge, status, assignee_id: users.support_manager.id });
    await database.superuser`update tickets set first_response_at = created_at + ${`${minutes} minutes`}::interval where id = ${id}`;
  }
}

const ask = <T>(company: Company, read: (tx: Tx) => Promise<T>) =>
  inTenant(world.services.pool, company.claims(), "read", read);
const filled = <Row extends { figures: object }>(rows: Row[]) =>
  rows.filter(({ figures }) => Object.values(figures).some((value) => value !== 0 && value !== null));

describe("a report", () => {
  it("puts a row on the company's own day, fills the days without any, and leaves the other company's out", async () => {
    const span = { from: "2026-11-19", to: "2026-11-21", by: "day" } as const;
    const [a, b] = [
      await ask(world.a, (tx) => readCalls(tx, span, now)),
      await ask(world.b, (tx) => readCalls(tx, span, now)),
    ];
    expect(a.rows.map(({ key }) => key)).toEqual(["2026-11-19", "2026-11-20", "2026-11-21"]);
    expect([filled(a.rows).map(({ key }) => key), filled(b.rows).map(({ key }) => key)]).toEqual([
      ["2026-11-20"],
      ["2026-11-21"],
    ]);
    expect([a.from, a.to, a.previous_from, a.previous_to]).toEqual([
      "2026-11-18T21:00:00.000Z",
      "2026-11-21T21:00:00.000Z",
      "2026-11-15T21:00:00.000Z",
      "2026-11-18T21:00:00.000Z",
    ]);
    expect(a.totals).toEqual({
      ...{ conversations: 4, calls: 3, chats: 1, answered: 3, unanswered: 1, handed_over: 1, booked: 1 },
      ...{ timed: 3, talked_seconds: 240, average_seconds: 80 },
    });
    expect(a.previous.conversations).toBe(0);
    expect(a.rows[0]?.figures.average_seconds).toBeNull();
  });

  it("ends at the moment it is asked when its last day is not over, and compares with as much of the days before", async () => {
    const read = await ask(world.a, (tx) => readCalls(tx, { from: "2026-11-22", to: "2026-11-22", by: "day" }, now));
    expect(read).toMatchObject({
      from: "2026-11-21T21:00:00.000Z",
      to: now.toISOString(),
      previous_from: "2026-11-20T21:00:00.000Z",
      previous_to: "2026-11-21T16:41:20.000Z",
    });
  });

  it("names the people and the listings its rows stand for, and keeps what has none", async () => {
    const calls = await ask(world.a, (tx) => readCalls(tx, { period: "7d", by: "staff" }, now));
    expect(calls.rows.map(({ name, figures }) => [name, figures.conversations])).toEqual([
      [null, 3],
      ["agent of alpha", 1],
    ]);
    const bookings = await ask(world.a, (tx) => readBookings(tx, { period: "7d", by: "property" }, now));
    expect(bookings.rows.map(({ name, figures }) => [name, figures.requested])).toEqual([["=1+1", 5]]);
    expect(bookings.totals).toEqual({
      ...{ requested: 5, pending: 1, approved: 1, completed: 1, rejected: 1, cancelled: 1 },
      ...{ decision_median_seconds: 600, decision_p90_seconds: 600 },
    });
  });

  it("measures medians and 90th percentiles over everything, not over its rows", async () => {
    const { totals, rows } = await ask(world.a, (tx) => readTickets(tx, { period: "7d", by: "staff" }, now));
    expect(totals).toMatchObject({
      ...{ opened: 3, open: 1, in_progress: 1, resolved: 0, closed: 1 },
      ...{ response_median_seconds: 1800, response_p90_seconds: 5640, resolution_median_seconds: null },
    });
    expect(rows).toMatchObject([{ name: "support_manager of alpha", figures: { opened: 3 } }]);
  });

  it("of the pipeline shows every stage, reached or not", async () => {
    const { rows, totals } = await ask(world.a, (tx) => readFunnel(tx, { period: "7d", by: "stage" }, now));
    expect(rows.map(({ key, figures }) => [key, figures.moves])).toEqual([
      ["lead", 1],
      ["qualified", 0],
      ["viewing", 1],
      ["negotiation", 0],
      ["deposit", 0],
      ["won", 0],
      ["lost", 0],
    ]);
    expect(totals).toMatchObject({ moves: 2, customers: 1 });
  });

  it("of campaigns counts those started in the window, with everybody they meant to reach", async () => {
    const figures = figuresOf(database, world.a.company_id);
    const [started, later] = [
      await figures.campaign({ status: "running" }),
      await figures.campaign({ status: "running" }),
    ];
    await database.superuser`update campaigns set started_at = ${edge} where id = ${started}`;
    await database.superuser`update campaigns set started_at = '2026-12-01' where id = ${later}`;
    for (const [at, status] of ["answered", "busy", "pending"].entries()) {
      await figures.recipient({
        campaign_id: started,
        phone: `+96650000010${at}`,
        status,
        attempts: status === "pending" ? 0 : 1,
      });
    }
    await figures.recipient({ campaign_id: later, phone: "+966500000199" });
    const { reports } = world.a.caller("sales_manager");
    const read = await reports.campaigns({ from: "2026-11-20", to: "2026-11-20" });
    expect(read.rows).toMatchObject([{ key: started, name: "متابعة زوار المعرض" }]);
    expect(read.totals).toMatchObject({ campaigns: 1, recipients: 3, dialled: 2, answered: 1, busy: 1, pending: 1 });
    const days = await reports.campaigns({ from: "2026-11-20", to: "2026-11-21", by: "day" });
    expect(days.rows.map(({ key, figures }) => [key, figures.recipients])).toEqual([
      ["2026-11-20", 3],
      ["2026-11-21", 0],
    ]);
    expect((await world.b.caller().reports.campaigns({ from: "2026-11-20", to: "2026-11-20" })).rows).toEqual([]);
  });

  it("answers for thirty days unless asked, and refuses half a span, a reversed one and more than a year by its field", async () => {
    const { reports } = world.a.caller();
    expect((await reports.calls({})).rows).toHaveLength(30);
    const refused = async (input: object) => Reflect.apply(reports.calls, null, [input]).catch(refusalOf);
    expect(await refused({ from: "2026-11-01" })).toMatchObject({ issues: [{ path: "to" }] });
    expect(await refused({ to: "2026-11-01" })).toMatchObject({ issues: [{ path: "from" }] });
    expect(await refused({ from: "2026-11-02", to: "2026-11-01" })).toMatchObject({ issues: [{ path: "to" }] });
    expect(await refused({ from: "2025-01-01", to: "2026-01-02" })).toMatchObject({ issues: [{ path: "to" }] });
    expect(await refused({ period: "7d", from: "2026-11-01", to: "2026-11-02" })).toMatchObject({
      issues: [{ path: "period" }],
    });
    expect(await refused({ by: "property" })).toMatchObject({ issues: [{ path: "by" }] });
    expect((await reports.calls({ from: "2025-01-01", to: "2026-01-01" })).rows).toHaveLength(366);
  });

  it("is refused to the roles that do not work with it", async () => {
    const [sales, support] = [world.a.caller("sales_manager").reports, world.a.caller("support_manager").reports];
    expect(await support.calls({}).catch(refusalOf)).toEqual({ code: "FORBIDDEN" });
    expect(await support.csv.bookings({}).catch(refusalOf)).toEqual({ code: "FORBIDDEN" });
    expect(await sales.tickets({}).catch(refusalOf)).toEqual({ code: "FORBIDDEN" });
    expect(await sales.csv.tickets({}).catch(refusalOf)).toEqual({ code: "FORBIDDEN" });
    expect((await support.tickets({})).company_id).toBe(world.a.company_id);
    expect((await sales.csv.calls({})).file_name).toMatch(/^calls-day-.*\.csv$/);
  });
});

describe("a report's file", () => {
  const span = { from: "2026-11-20", to: "2026-11-21" } as const;

  it("opens in a spreadsheet with Arabic whole, formulas dead, and the rows and totals of the screen", async () => {
    const { csv, file_name } = await world.a.caller().reports.csv.bookings({ ...span, by: "property", locale: "ar" });
    expect(file_name).toBe("bookings-property-2026-11-20-2026-11-21.csv");
    expect(csv).toBe(
      [
        "\uFEFFالعقار,المطلوبة,بانتظار,معتمدة,مكتملة,مرفوضة,ملغاة,نسبة الاعتماد,القرار: الوسيط (بالثواني),القرار: 90% خلال (بالثواني)",
        "'=1+1,5,1,1,1,1,1,0.4,600,600",
        "المجموع,5,1,1,1,1,1,0.4,600,600",
        "",
      ].join("\r\n"),
    );
  });

  it("has the reader's language in its head and words", async () => {
    const { csv } = await world.a.caller().reports.csv.calls({ ...span, by: "staff", locale: "en" });
    expect(csv.split("\r\n").map((line) => line.split(",").slice(0, 3))).toEqual([
      ["\uFEFFStaff member", "Conversations", "Calls"],
      ["No staff member", "3", "2"],
      ["agent of alpha", "1", "1"],
      ["Total", "4", "3"],
      [""],
    ]);
  });

  it("has exactly the rows of the report", async () => {
    const { reports } = world.a.caller();
    for (const by of ["day", "outcome", "agent", "staff"] as const) {
      const [shown, file] = [await reports.calls({ ...span, by }), await reports.csv.calls({ ...span, by })];
      const lines = file.csv.trimEnd().split("\r\n").slice(1);
      expect(lines.map((line) => Number(line.split(",")[1]))).toEqual([
        ...shown.rows.map(({ figures }) => figures.conversations),
        shown.totals.conversations,
      ]);
    }
  });
});
