import { v7 as uuidv7 } from "uuid";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { atOnce } from "#tests/support/at-once.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { refusalOf } from "#tests/support/refusal.ts";
import { rowsOf } from "#tests/support/rows.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;
let rows: ReturnType<typeof rowsOf>;
let property_id: string;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  rows = rowsOf(database, world.a.company_id);
  property_id = await rows.property();
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const api = () => world.a.caller("sales_manager").customers;
const tables = ["conversations", "bookings", "tickets", "campaign_recipients", "notes", "property_inquiries"] as const;
const stored = async (id: string) => (await database.superuser`select * from customers where id = ${id}`)[0];

async function belongings(id: string): Promise<Record<string, number>> {
  const counted = await Promise.all(
    tables.map(async (table): Promise<[string, number]> => {
      const [row] = await database.superuser`
        select count(*)::int as count from ${database.superuser(table)} where customer_id = ${id}`;
      return [table, row?.count];
    }),
  );
  return Object.fromEntries(counted);
}

/** Some of everything that can belong to a customer. */
async function belong(customer_id: string, phone: string, times: number): Promise<void> {
  const { superuser } = database;
  const { company_id } = world.a;
  for (let nth = 0; nth < times; nth += 1) {
    const [conversation, campaign] = [uuidv7(), uuidv7()];
    await superuser`insert into conversations (company_id, id, customer_id, type, started_at, ended_at)
      values (${company_id}, ${conversation}, ${customer_id}, 'voice', '2026-11-01T09:00:00Z', '2026-11-01T09:02:00Z')`;
    await superuser`insert into tickets (company_id, id, number, customer_id, subject, category)
      values (${company_id}, ${uuidv7()}, ${Math.floor(Math.random() * 1e9)}, ${customer_id}, 'تسرّب مياه', 'maintenance')`;
    await superuser`insert into campaigns (company_id, id, name, type) values (${company_id}, ${campaign}, 'حملة', 'chat')`;
    await superuser`insert into campaign_recipients (company_id, id, campaign_id, customer_id, phone, status, attempts)
      values (${company_id}, ${uuidv7()}, ${campaign}, ${customer_id}, ${phone}, 'answered', 1)`;
    await superuser`insert into notes (company_id, id, customer_id, body) values (${company_id}, ${uuidv7()}, ${customer_id}, 'ملاحظة')`;
    await superuser`insert into property_inquiries (company_id, id, property_id, customer_id, conversation_id, source)
      values (${company_id}, ${uuidv7()}, ${property_id}, ${customer_id}, ${conversation}, 'voice_agent')`;
    await rows.booking({ customer_id, property_id });
  }
}

let serial = 0;
async function pair() {
  serial += 1;
  const phones = [`+96655500${String(1000 + serial)}`, `+96655600${String(1000 + serial)}`] as const;
  const keep = await api().create({ name: "سعد الدوسري", phone: phones[0], stage: "qualified" });
  const other = await api().create({
    name: "سعد بن فهد",
    phone: phones[1],
    email: "saad@example.com",
    notes: "يفضّل العصر",
    stage: "negotiation",
    owner_id: world.a.users.agent.id,
  });
  return { keep, other, phones };
}

describe("merging two customers", () => {
  it("loses nothing: whatever belonged to either belongs to the kept one, unchanged in all else", async () => {
    const { keep, other, phones } = await pair();
    await belong(keep.id, phones[0], 1);
    await belong(other.id, phones[1], 2);
    const [kept, gone] = [await belongings(keep.id), await belongings(other.id)];
    const before = await api().history({ id: keep.id, limit: 100 });
    const lost = await api().history({ id: other.id, limit: 100 });
    const [changedBefore] =
      await database.superuser`select max(updated_at) as at, max(version) as version from bookings where customer_id in ${database.superuser([keep.id, other.id])}`;

    const merged = await api().merge({ keep_id: keep.id, other_id: other.id, keep_version: 1, other_version: 1 });

    expect(await belongings(other.id)).toEqual(Object.fromEntries(tables.map((table) => [table, 0])));
    expect(await belongings(keep.id)).toEqual(
      Object.fromEntries(tables.map((table) => [table, (kept[table] ?? 0) + (gone[table] ?? 0)])),
    );
    const [changedAfter] =
      await database.superuser`select max(updated_at) as at, max(version) as version from bookings where customer_id = ${keep.id}`;
    expect(changedAfter).toEqual(changedBefore);
    // The kept one's own fields stay, empty ones are filled, the stage is the further one.
    expect(merged).toMatchObject({
      id: keep.id,
      name: "سعد الدوسري",
      phone: phones[0],
      email: "saad@example.com",
      notes: "يفضّل العصر",
      owner: { id: world.a.users.agent.id },
      stage: "negotiation",
      version: 2,
      merged_into: null,
    });
    // The timeline is both timelines, with the merge and the stage it brought.
    const after = await api().history({ id: keep.id, limit: 100 });
    const told = new Set(after.history.map(({ kind, id }) => `${kind} ${id}`));
    for (const { kind, id } of [...before.history, ...lost.history]) expect(told).toContain(`${kind} ${id}`);
    expect(after.history.length).toBe(before.history.length + lost.history.length + 2);
    expect(after.history.find(({ kind }) => kind === "merge")).toMatchObject({
      id: other.id,
      title: "سعد بن فهد",
      phone: phones[1],
      notes: "يفضّل العصر",
      actor: { id: world.a.users.sales_manager.id },
    });
  });

  it("keeps what the kept one has, and takes no step back along the pipeline", async () => {
    const { keep, other } = await pair();
    const merged = await api().merge({ keep_id: other.id, other_id: keep.id });
    expect(merged).toMatchObject({ email: "saad@example.com", notes: "يفضّل العصر", stage: "negotiation" });
    const lost = await api().create({ name: "متراجع", phone: "0557000001", stage: "lost" });
    const active = await api().create({ name: "متراجع", phone: "0557000002" });
    expect(await api().merge({ keep_id: lost.id, other_id: active.id })).toMatchObject({ stage: "lead" });
  });

  it("leaves the other number and id leading to the kept one, also over two merges", async () => {
    const { keep, other, phones } = await pair();
    const last = await api().create({ name: "الأخير", phone: "0557000010" });
    await api().merge({ keep_id: keep.id, other_id: other.id });
    await api().merge({ keep_id: last.id, other_id: keep.id });
    for (const phone of phones) {
      expect(await api().byPhone({ phone })).toMatchObject({ phone, customer: { id: last.id } });
      expect(await api().findOrCreate({ phone })).toMatchObject({ created: false, customer: { id: last.id } });
      expect((await api().list({ q: phone })).customers.map(({ id }) => id)).toEqual([last.id]);
      expect(await api().create({ name: "جديد", phone }).catch(refusalOf)).toMatchObject({
        reason: "phone_taken",
        current: { id: last.id },
      });
    }
    expect(await api().one({ id: other.id })).toMatchObject({ id: other.id, merged_into: { id: last.id } });
    expect(await api().history({ id: other.id })).toMatchObject({ customer: { id: last.id } });
    expect((await api().facts({ id: last.id })).merged.map(({ id }) => id)).toEqual([keep.id, other.id]);
    expect(
      (await api().history({ id: last.id, subject: "stages" })).history.filter(({ kind }) => kind === "merge"),
    ).toHaveLength(2);
  });

  it("takes the merged one out of lists, counts and the board", async () => {
    const owner_id = world.a.users.support_manager.id;
    const one = await api().create({ name: "واحد", phone: "0557000020", owner_id });
    const two = await api().create({ name: "اثنان", phone: "0557000021", owner_id });
    expect(await api().counts({ owner_id })).toMatchObject({ all: 2 });
    await api().merge({ keep_id: one.id, other_id: two.id });
    expect(await api().counts({ owner_id })).toMatchObject({ all: 1, lead: 1 });
    expect((await api().list({ owner_id })).customers.map(({ id }) => id)).toEqual([one.id]);
    const { columns } = await api().board({ owner_id });
    expect(columns.flatMap(({ customers }) => customers.map(({ id }) => id))).toEqual([one.id]);
  });

  it("is final: a merged record is neither changed nor merged again, and the answer names the kept one", async () => {
    const { keep, other } = await pair();
    await api().merge({ keep_id: keep.id, other_id: other.id });
    const gone = await stored(other.id);
    const refused = [
      await api().update({ id: other.id, notes: "متأخر" }).catch(refusalOf),
      await api().move({ id: other.id, stage: "won" }).catch(refusalOf),
      await api().merge({ keep_id: keep.id, other_id: other.id }).catch(refusalOf),
      await api().merge({ keep_id: other.id, other_id: keep.id }).catch(refusalOf),
    ];
    for (const one of refused)
      expect(one).toMatchObject({ code: "CONFLICT", reason: "merged", current: { id: keep.id } });
    expect(await stored(other.id)).toEqual(gone);
    expect(await api().addNote({ id: other.id, body: "على الرقم القديم" })).toMatchObject({ kind: "note" });
    expect((await api().facts({ id: keep.id })).counts).toMatchObject({ notes: 1 });
  });

  it("of what a colleague changed meanwhile is refused with the current row, and nothing moves", async () => {
    const { keep, other } = await pair();
    await rows.booking({ customer_id: other.id, property_id });
    const current = await world.a.caller().customers.update({ id: other.id, notes: "زميل" });
    const refused = await api()
      .merge({ keep_id: keep.id, other_id: other.id, keep_version: 1, other_version: 1 })
      .catch(refusalOf);
    expect(refused).toEqual({ code: "CONFLICT", reason: "stale", current });
    expect(await belongings(other.id)).toMatchObject({ bookings: 1 });
  });

  it("into itself is refused, and across companies neither exists", async () => {
    const { keep, other } = await pair();
    expect(await api().merge({ keep_id: keep.id, other_id: keep.id }).catch(refusalOf)).toMatchObject({
      reason: "same_customer",
    });
    const theirs = await rowsOf(database, world.b.company_id).customer();
    const before = await stored(theirs);
    for (const ids of [
      { keep_id: keep.id, other_id: theirs },
      { keep_id: theirs, other_id: keep.id },
    ]) {
      expect(await api().merge(ids).catch(refusalOf)).toEqual({ code: "NOT_FOUND" });
    }
    expect(await stored(theirs)).toEqual(before);
    expect(await api().merge({ keep_id: keep.id, other_id: other.id })).toMatchObject({ id: keep.id });
  });

  it("two merges of one pair in both directions at once end in one merge and one refusal", async () => {
    const { keep, other } = await pair();
    const tries = await atOnce(
      database,
      (sql) => sql`select from customers where id in ${sql([keep.id, other.id])} for update`,
      [
        () => api().merge({ keep_id: keep.id, other_id: other.id }),
        () => api().merge({ keep_id: other.id, other_id: keep.id }),
      ],
    );
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const [left] =
      await database.superuser`select count(*)::int as count from customers where id in ${database.superuser([keep.id, other.id])} and merged_into_id is null`;
    expect(left).toEqual({ count: 1 });
  });

  it("catches what is written for the other one while it runs, and by whoever still holds the old id", async () => {
    const { keep, other } = await pair();
    const times = { starts_at: "2027-02-01T10:00:00Z", ends_at: "2027-02-01T11:00:00Z" };
    const booking = (at: string) =>
      world.a.caller("sales_manager").bookings.create({ customer_id: other.id, property_id, ...times, notes: at });
    const [merge, during] = await atOnce<unknown>(
      database,
      (sql) => sql`select from customers where id = ${other.id} for update`,
      [() => api().merge({ keep_id: keep.id, other_id: other.id }), () => booking("during")],
    );
    expect([merge?.status, during?.status]).toEqual(["fulfilled", "fulfilled"]);
    await booking("after");
    expect(await belongings(keep.id)).toMatchObject({ bookings: 2 });
    expect(await belongings(other.id)).toMatchObject({ bookings: 0 });
  });
});
