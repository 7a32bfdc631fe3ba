import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadDemo } from "#demo/load.ts";
import { parsePhone } from "#lib/phone.ts";
import { createDatabase, type TestDatabase } from "#tests/support/database.ts";

const now = new Date("2026-11-22T10:20:30.400Z");

let demo: TestDatabase;

beforeAll(async () => {
  demo = await createDatabase();
  await loadDemo({ ownerUrl: demo.superuserUrl, password: "portal-demo-2026", now });
}, 120_000);

afterAll(() => demo?.drop());

describe("the demo's rows could be real", () => {
  test("no two approved or held viewings of one property or one colleague overlap", async () => {
    const clashes = await demo.superuser`
      select a.id, b.id
        from bookings a
        join bookings b on b.company_id = a.company_id and b.id > a.id
                       and (b.property_id = a.property_id or b.staff_id = a.staff_id)
                       and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
       where a.status in ('approved', 'completed') and b.status in ('approved', 'completed')`;
    expect(clashes).toEqual([]);
  });

  test("what waits for a decision lies ahead, what is over lies behind", async () => {
    const wrong = await demo.superuser`
      select id, status, starts_at from bookings
       where (status = 'pending' and starts_at <= ${now})
          or (status = 'completed' and ends_at > ${now})
          or created_at > ${now} or decided_at > ${now} or decided_at < created_at
          or starts_at > ${now}::timestamptz + interval '11 days'`;
    expect(wrong).toEqual([]);
    const pending = await demo.superuser<{ slug: string; count: number }[]>`
      select c.slug, count(*)::int as count from bookings b join companies c using (company_id)
       where b.status = 'pending' group by 1`;
    for (const { count } of pending) expect(count).toBeGreaterThanOrEqual(6);
  });

  test("nothing but plans lies in the future", async () => {
    const wrong = await demo.superuser`
      select 'conversation', id from conversations where started_at > ${now} or ended_at > ${now}
      union all select 'message', id from messages where created_at > ${now}
      union all select 'ticket', id from tickets where created_at > ${now} or resolved_at > ${now} or updated_at > ${now}
      union all select 'ticket event', id from ticket_events where created_at > ${now}
      union all select 'stage', id from stage_changes where created_at > ${now}
      union all select 'dial', id from dial_attempts where started_at > ${now} or ended_at > ${now}
      union all select 'notification', id from notifications where created_at > ${now} or read_at > ${now}`;
    expect(wrong).toEqual([]);
  });

  test("tickets are due within working hours, and most were solved in time", async () => {
    const [row] = await demo.superuser`
      select bool_and(not extract(isodow from local)::int = any (c.weekend) and local::time between '09:00' and '18:00') as at_work,
             avg((t.resolved_at <= t.due_at)::int)::float as in_time
        from tickets t join companies c using (company_id), lateral (select t.due_at at time zone c.timezone as local) as due`;
    expect(row?.at_work).toBe(true);
    expect(row?.in_time).toBeGreaterThan(0.7);
    expect(row?.in_time).toBeLessThan(1);
  });

  test("ids sort as their rows were made", async () => {
    const wrong = await demo.superuser`
      select id from (
        select id, created_at from customers union all select id, created_at from conversations
        union all select id, created_at from bookings union all select id, created_at from messages
        union all select id, created_at from tickets union all select id, created_at from notifications) as made
       where left(replace(id::text, '-', ''), 12) <> lpad(to_hex((extract(epoch from created_at) * 1000)::bigint), 12, '0')`;
    expect(wrong).toEqual([]);
  });

  test("every phone is valid, of its own customer alone, and from the Gulf or a few countries beyond", async () => {
    const rows = await demo.superuser<{ phone: string }[]>`select phone from customers`;
    for (const { phone } of rows) expect(parsePhone(phone, "SA"), phone).toBe(phone);
    expect(new Set(rows.map(({ phone }) => phone.slice(0, 3)))).toEqual(new Set(["+96", "+97", "+20", "+44", "+91"]));
  });

  test("what staff read is in Arabic letters", async () => {
    const latin = await demo.superuser`
      select 'company' as noun, name as text from companies where name !~ '[ء-ي]'
      union all select 'user', name from users where name !~ '[ء-ي]'
      union all select 'property', title from properties where title !~ '[ء-ي]' or district !~ '[ء-ي]' or city !~ '[ء-ي]'
      union all select 'ticket', subject from tickets where subject !~ '[ء-ي]'
      union all select 'campaign', name from campaigns where name !~ '[ء-ي]'`;
    expect(latin).toEqual([]);
    const shares = await demo.superuser<{ slug: string; arabic: number }[]>`
      select c.slug, avg((m.text ~ '[ء-ي]')::int)::float as arabic
        from messages m join companies c using (company_id) group by 1 order by 1`;
    expect(shares[0]?.arabic).toBeGreaterThan(0.5);
    expect(shares[1]?.arabic).toBeGreaterThan(0.9);
  });

  test("no template is left unfilled", async () => {
    const left = await demo.superuser`
      select text from messages where text ~ '[{}\[\]|<>]' or text ~ 'undefined|null|NaN'
      union all select summary from conversations where summary ~ '[{}\[\]|<>]' or summary ~ 'undefined|null|NaN'
      union all select next_step from conversations where next_step ~ '[{}\[\]|<>]'
      union all select notes from bookings where notes ~ '[{}\[\]|<>]'
      union all select description from tickets where description ~ '[{}\[\]|<>]'
      union all select notes from customers where notes ~ '[{}\[\]|<>]'`;
    expect(left).toEqual([]);
  });

  test("a finished talk has 4 to 14 lines in order, unless nobody answered; one has 2,000", async () => {
    const wrong = await demo.superuser`
      select c.id, c.outcome, count(m.id)::int as lines
        from conversations c left join messages m on m.company_id = c.company_id and m.conversation_id = c.id
       where c.ended_at is not null
       group by c.company_id, c.id
      having count(m.id) not between 4 and 14 and count(m.id) <> 2000 and c.outcome <> 'no_answer'
          or min(m.position) <> 0 or max(m.position) <> count(m.id) - 1`;
    expect(wrong).toEqual([]);
    const long = await demo.superuser`select conversation_id from messages group by 1 having count(*) = 2000`;
    expect(long).toHaveLength(1);
  });

  test("customers are busiest in the evening and calmest at the company's weekend", async () => {
    const rows = await demo.superuser<{ slug: string; evening: number; dawn: number; rest: number; work: number }[]>`
      select slug,
             avg((hour between 17 and 21)::int)::float as evening,
             avg((hour between 2 and 6)::int)::float as dawn,
             avg((weekday = any (weekend))::int)::float / cardinality(weekend) as rest,
             avg((weekday <> all (weekend))::int)::float / (7 - cardinality(weekend)) as work
        from (select c.slug, c.weekend,
                     extract(hour from v.started_at at time zone c.timezone)::int as hour,
                     extract(isodow from v.started_at at time zone c.timezone)::int as weekday
                from conversations v join companies c using (company_id)) as talks
       group by slug, weekend`;
    for (const row of rows) {
      expect(row.evening).toBeGreaterThan(0.33);
      expect(row.dawn).toBeLessThan(0.03);
      expect(row.rest).toBeLessThan(row.work * 0.8);
    }
  });

  test("the pipeline narrows from stage to stage", async () => {
    const rows = await demo.superuser<{ slug: string; stage: string; reached: number }[]>`
      select c.slug, s.to_stage as stage, count(distinct s.customer_id)::int as reached
        from stage_changes s join companies c using (company_id) group by 1, 2`;
    for (const slug of ["rawabi", "marsa"]) {
      const reached = ["lead", "qualified", "viewing", "negotiation", "deposit", "won"].map(
        (stage) => rows.find((row) => row.slug === slug && row.stage === stage)?.reached ?? 0,
      );
      expect(reached).toEqual([...reached].sort((a, b) => b - a));
      expect(reached.at(-1)).toBeGreaterThan(5);
    }
  });

  test("numbers follow the order in which things were made, and the counter stands at the last", async () => {
    const wrong = await demo.superuser`
      select noun, number, place from (
        select 'bookings' as noun, number, company_id, row_number() over (partition by company_id order by created_at, id) as place from bookings
        union all
        select 'tickets', number, company_id, row_number() over (partition by company_id order by created_at, id) from tickets
      ) as numbered
      join counters using (company_id, noun)
       where number <> value - (case noun when 'bookings' then 250 else 200 end) + place`;
    expect(wrong).toEqual([]);
  });
});
