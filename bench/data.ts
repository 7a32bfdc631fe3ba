import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { applyDatabase } from "#deploy/apply-database.ts";
import { ensureDatabase } from "#embedded/database.ts";
import { type Embedded, startEmbedded } from "#embedded/start.ts";

export const company_count = 100;
export const bookings_each = 10_000;
const database = "bench";
const folder = fileURLToPath(new URL("../.local/bench", import.meta.url));

export interface BenchDatabase {
  /** portal_app: what every contender signs in as. */
  readonly appUrl: string;
  /** The company whose bookings are asked for; one in the middle of the table. */
  readonly company_id: string;
  readonly user_id: string;
  /** Removes what earlier runs said in the playground, whose limits count it. */
  forgetTalks(): Promise<void>;
  stop(): Promise<void>;
}

/** A benchmark: its database is there while `measure` runs, and is stopped however that ends. */
export async function runBenchmark(
  log: (line: string) => void,
  measure: (database: BenchDatabase) => Promise<void>,
): Promise<void> {
  // As an ordinary end, so that Postgres is stopped with it.
  process.once("SIGINT", () => process.exit(130));
  const database = await openBenchDatabase(log);
  try {
    await measure(database);
  } catch (cause) {
    console.error(cause);
    process.exitCode = 1;
  } finally {
    await database.stop();
  }
}

/** The benchmark's own Postgres in .local/bench. Its million bookings are made once; a run that was cut short goes on where
 *  it stopped. */
async function openBenchDatabase(log: (line: string) => void): Promise<BenchDatabase> {
  const server = await startEmbedded({ dataDir: folder, log });
  try {
    await ensureDatabase(server.superuserUrl("postgres"), database);
    await applyDatabase({
      ownerUrl: server.superuserUrl(database),
      loginUrls: [server.url("portal_app", database)],
      log,
    });
    const ids = await fill(server, log);
    const forgetTalks = () =>
      asSuperuser(server, async (sql) => {
        await sql`delete from messages`;
        await sql`delete from conversations`;
      });
    return { appUrl: server.url("portal_app", database), ...ids, forgetTalks, stop: () => server.stop() };
  } catch (cause) {
    await server.stop();
    throw new Error(`The benchmark's database cannot be used. If it is of an older schema, remove ${folder}.`, {
      cause,
    });
  }
}

async function asSuperuser<Result>(server: Embedded, work: (sql: postgres.Sql) => Promise<Result>): Promise<Result> {
  const sql = postgres(server.superuserUrl(database), { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}

function fill(server: Embedded, log: (line: string) => void): Promise<{ company_id: string; user_id: string }> {
  return asSuperuser(server, async (sql) => {
    await sql.unsafe(identifiers);
    await sql.unsafe(clashes);
    const [made] = await sql<{ count: number }[]>`select count(*)::integer as count from companies`;
    const started = performance.now();
    for (let company = made?.count ?? 0; company < company_count; company += 1) {
      await sql.begin(async (tx) => {
        await tx.unsafe("set local app.bulk_load = 'on'; set local synchronous_commit = off");
        for (const statement of rowsOfCompany(company)) await tx.unsafe(statement);
      });
      if (company % 10 === 9) log(`${((company + 1) * bookings_each).toLocaleString("en")} bookings made …`);
    }
    if ((made?.count ?? 0) < company_count) {
      // A vacuum as well: without it the first rounds would pay for hint bits and the visibility map.
      await sql.unsafe("vacuum analyze");
      log(`Data made in ${Math.round((performance.now() - started) / 1000)} s.`);
    }
    const [ids] = await sql<{ company_id: string; user_id: string }[]>`
      select pg_temp.id(0, 50, 0) as company_id, pg_temp.id(1, 50, 0) as user_id`;
    if (ids === undefined) throw new Error("No ids.");
    return ids;
  });
}

/** Ids that look like UUIDv7 (a time that grows with n, then version and variant) and can be computed by whoever refers to
 *  them. Kinds: 0 company, 1 user, 2 customer, 3 property, 4 booking. */
const identifiers = `create function pg_temp.id(kind int, company int, n int) returns uuid language sql immutable as $$
  select (lpad(to_hex(1760000000000 + n * 60000::bigint), 12, '0') || '7' || lpad(to_hex(company), 3, '0')
    || '8' || lpad(to_hex(kind), 3, '0') || lpad(to_hex(n), 12, '0'))::uuid $$`;

/** What the portal's list says of each pending viewing, as a computed column for PostGraphile: both do the same work. */
const clashes = `create or replace function public.bookings_clashes(booking public.bookings) returns integer language sql stable as $$
  select case when booking.status = 'pending' then ((
      select count(*) from (select o.status, o.ends_at from bookings o
        where o.company_id = booking.company_id and o.property_id = booking.property_id
          and o.starts_at < booking.ends_at and o.starts_at > booking.starts_at - interval '24 hours' offset 0) o
       where o.status = 'approved' and o.ends_at > booking.starts_at
    ) + (
      select count(*) from (select o.status, o.ends_at from bookings o
        where o.company_id = booking.company_id and o.staff_id = booking.staff_id and o.property_id <> booking.property_id
          and o.starts_at < booking.ends_at and o.starts_at > booking.starts_at - interval '24 hours' offset 0) o
       where o.status = 'approved' and o.ends_at > booking.starts_at
    ))::integer else 0 end $$`;

/** 20 staff, 2,000 customers, 200 properties and 10,000 bookings of an hour each, over 500 hours. In one hour no member of
 *  staff and no property occurs twice, or the approved ones would overlap. */
function rowsOfCompany(c: number): string[] {
  return [
    `insert into companies (company_id, slug, name, name_en, country, city, timezone, currency)
     values (pg_temp.id(0, ${c}, 0), 'bench-${c}', 'شركة ${c} للعقار', 'Company ${c}', 'SA', 'الرياض', 'Asia/Riyadh', 'SAR')`,
    `insert into users (company_id, id, username, name, role, gender, password_hash)
     select pg_temp.id(0, ${c}, 0), pg_temp.id(1, ${c}, n), 'bench-${c}.' || n, 'موظف رقم ' || n, 'sales_manager', 'female', 'none'
       from generate_series(0, 19) n`,
    `insert into customers (company_id, id, name, phone, stage)
     select pg_temp.id(0, ${c}, 0), pg_temp.id(2, ${c}, n), 'عبدالعزيز القحطاني ' || n, '+9665' || (10000000 + n), 'viewing'
       from generate_series(0, 1999) n`,
    `insert into properties (company_id, id, reference, title, title_en, kind, price_minor, currency, city, district, permit_number, permit_expires_on)
     select pg_temp.id(0, ${c}, 0), pg_temp.id(3, ${c}, n), 'P-' || n, 'فيلا في النرجس ' || n, 'Villa in Al Narjis ' || n, 'villa',
            245000000 + n * 100000, 'SAR', 'الرياض', 'النرجس', '7200' || (100000 + n), '2027-06-30'
       from generate_series(0, 199) n`,
    `insert into bookings (company_id, id, number, customer_id, property_id, staff_id, starts_at, ends_at, price_minor, currency,
                           status, source, notes, decided_by, decided_at, created_at, updated_at)
     select pg_temp.id(0, ${c}, 0), pg_temp.id(4, ${c}, n), n + 1, pg_temp.id(2, ${c}, n * 7 % 2000), pg_temp.id(3, ${c}, n % 200),
            pg_temp.id(1, ${c}, n % 20), slot, slot + interval '1 hour', 245000000, 'SAR', state, 'voice_agent',
            'يفضل العميل الزيارة بعد صلاة العصر', case state when 'pending' then null else pg_temp.id(1, ${c}, 0) end,
            case state when 'pending' then null else slot - interval '1 day' end, slot - interval '3 days', slot - interval '1 day'
       from generate_series(0, ${bookings_each - 1}) n,
            lateral (select timestamptz '2026-11-01 06:00+00' + (n / 160) * interval '1 day' + (n % 160 / 20) * interval '1 hour' as slot,
                            (array['pending', 'approved', 'pending', 'rejected', 'completed'])[1 + abs(hashint4(n) % 5)] as state) v`,
  ];
}
