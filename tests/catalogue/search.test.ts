import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { foldArabic, nameKey } from "#lib/arabic.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";
import { createWorld, type World } from "#tests/support/world.ts";

let database: TestDatabase;
let world: World;

beforeAll(async () => {
  database = await createDatabase();
  world = await createWorld(database);
  for (const company of [world.a, world.b]) await fill(company.company_id);
  await database.superuser.unsafe("vacuum analyze");
}, 120_000);
afterAll(async () => {
  await world.close();
  await database.drop();
});

/** 1,000 customers and listings, 2,000 conversations and 20,000 lines; one line in a thousand speaks of أحمد, in turn spelt
 *  four ways. */
async function fill(company_id: string): Promise<void> {
  await database.superuser.begin(async (sql) => {
    await sql`set local app.bulk_load = 'on'`;
    await sql`insert into customers (company_id, id, name, phone)
      select ${company_id}, app.uuidv7(), 'عميل رقم ' || n || ' ' || md5(n::text), '+9665' || lpad(n::text, 8, '0') from generate_series(1, 1000) n`;
    await sql`insert into properties (company_id, id, reference, title, kind, price_minor, currency, city, district)
      select ${company_id}, app.uuidv7(), 'P-' || n, 'فيلا ' || md5(n::text), 'villa', 1, 'SAR', 'الرياض', 'النرجس' from generate_series(1, 1000) n`;
    await sql`insert into conversations (company_id, id, type, started_at, ended_at, summary)
      select ${company_id}, app.uuidv7(), 'voice', timestamptz '2026-11-01' - n * interval '10 minutes', '2026-11-01', 'ملخص ' || md5(n::text)
        from generate_series(1, 2000) n`;
    await sql`insert into messages (company_id, id, conversation_id, position, speaker, text)
      select ${company_id}, app.uuidv7(), c.id, line, 'customer',
             case when line = 3 and c.nth % 100 = 0 then 'كلمت ' || (array['أحمد', 'احمد', 'أَحمَد', 'أحـمد'])[c.nth / 100 % 4 + 1] || ' أمس'
                  else 'جملة عادية ' || md5(c.id::text || line) end
        from (select id, row_number() over (order by started_at) as nth from conversations where company_id = ${company_id}) c,
             generate_series(1, 10) line`;
  });
}

/** The plans of the statements inside a door, called as the app role inside company A: taken by the server itself while it
 *  runs them, so with the door's owner, row security and real parameters. */
async function plansOf(call: (sql: postgres.TransactionSql) => Promise<unknown>): Promise<string> {
  const notices: string[] = [];
  const sql = postgres(database.superuserUrl, { max: 1, onnotice: ({ message }) => notices.push(message ?? "") });
  try {
    await sql.begin(async (sql) => {
      await sql`load 'auto_explain'`;
      await sql.unsafe(
        "set local auto_explain.log_min_duration = 0; set local auto_explain.log_nested_statements = on; set local client_min_messages = log",
      );
      await sql`set local role portal_app`;
      await sql`select app.enter(${world.a.company_id}, null, 'system', 'search')`;
      notices.length = 0;
      await call(sql);
    });
  } finally {
    await sql.end();
  }
  return notices.join("\n");
}

/** The index is asked for the words themselves, not only for the company's rows. */
const usesWords = (index: string) => new RegExp(`Scan on ${index} .*\n\\s*Index Cond: .*~~`);

describe("searching 20,000 lines beside another company's 20,000", () => {
  it("any of four spellings finds the same conversations in the same order", async () => {
    const found: string[][] = [];
    for (const q of ["أحمد", "احمد", "أَحْمَد", "أحـــمد"]) {
      const { conversations } = await world.a.caller().conversations.search({ q, limit: 100 });
      for (const { company_id, snippets } of conversations) {
        expect(company_id).toBe(world.a.company_id);
        expect(snippets.map(({ ranges }) => ranges.length)).toEqual([1]);
      }
      found.push(conversations.map(({ id }) => id));
    }
    expect(found[0]).toHaveLength(20);
    for (const ids of found) expect(ids).toEqual(found[0]);
  });

  it.each([
    [
      "conversations",
      "messages_text_search",
      (sql: postgres.TransactionSql) =>
        sql`select * from app.search_conversations(${foldArabic("أحمد")}, null, null, 51)`,
    ],
    [
      "conversations",
      "conversations_summary_search",
      (sql: postgres.TransactionSql) => sql`select * from app.search_conversations(${"c4ca4238a0b9"}, null, null, 51)`,
    ],
    [
      "customers",
      "customers_name_search",
      (sql: postgres.TransactionSql) => sql`select * from app.search_customers(${nameKey("c4ca4238a0b9")}, '', 500)`,
    ],
    [
      "listings",
      "properties_title_search",
      (sql: postgres.TransactionSql) => sql`select * from app.search_properties(${nameKey("c4ca4238a0b9")}, 500)`,
    ],
  ])("of %s goes through the index %s although the tables are fenced", async (_noun, index, call) => {
    const plans = await plansOf(call);
    expect(plans).toMatch(usesWords(index));
    expect(plans).not.toContain("Seq Scan on messages");
  });

  it("without the door the fence keeps the same search off the index: what the door is for", async () => {
    const plans = await plansOf(
      (sql) => sql`select id from messages where company_id = ${world.a.company_id} and text_folded like '%احمد%'`,
    );
    expect(plans).toMatch(/Filter: .*text_folded ~~/);
    expect(plans).not.toMatch(usesWords("messages_text_search"));
  });

  it("the doors give out ids, sort keys and counts only, and nothing when no company is entered", async () => {
    const app = postgres(database.appUrl, { max: 1, onnotice: () => undefined });
    try {
      const columns = await database.superuser<{ door: string; names: string[] }[]>`
        select p.proname as door, p.proargnames[p.pronargs + 1 :] as names
          from pg_proc p join pg_roles r on r.oid = p.proowner where r.rolname = 'portal_search' order by 1`;
      expect([...columns]).toEqual([
        { door: "count_conversations", names: ["status", "count", "handed"] },
        { door: "search_conversations", names: ["id", "started_at"] },
        { door: "search_customers", names: ["id", "rank"] },
        { door: "search_properties", names: ["id"] },
        { door: "search_tickets", names: ["id"] },
      ]);
      await expect(app`select * from app.search_conversations('احمد', null, null, 10)`).rejects.toMatchObject({
        code: "28000",
      });
      await expect(app`select * from app.search_properties('فيلا', 10)`).rejects.toMatchObject({ code: "28000" });
    } finally {
      await app.end();
    }
  });
});
