import { hash } from "@node-rs/argon2";
import { inTransaction } from "#deploy/run-sql.ts";
import { openSession } from "#deploy/session.ts";
import { Refusal } from "#lib/refusal.ts";
import { openRecordings, type Recordings } from "#server/recordings.ts";
import { env } from "#src/env.ts";
import { buildCompany } from "./build.ts";
import { marsa } from "./companies/marsa.ts";
import { rawabi } from "./companies/rawabi.ts";
import { insertRows, learn, withoutFence } from "./insert.ts";
import { writeRecordings } from "./sound/write-recordings.ts";

export interface DemoOptions {
  /** Superuser, or the role that owns the tables. */
  readonly ownerUrl: string;
  /** Of all eight demo users. */
  readonly password: string;
  /** The season ends here. */
  readonly now: Date;
  /** Where the recorded calls' sound goes; none is made when left out. */
  readonly recordings?: Recordings;
}

/** Adds the companies rawabi and marsa with their staff and a season of 90 days, in one transaction and without a trail.
 *  The same moment gives the same rows (but for the password's salt). Throws Refusal when either is there already. */
export async function loadDemo({ ownerUrl, password, now, recordings }: DemoOptions): Promise<void> {
  const plans = [rawabi, marsa];
  const { sql, close } = await openSession(ownerUrl, "DATABASE_OWNER_URL");
  try {
    await inTransaction(sql, async () => {
      await sql`set local app.bulk_load = 'on'`;
      await sql`set local search_path = public`;
      // Two loads at once: the second waits here, and is then refused.
      await sql`lock table companies in share row exclusive mode`;
      const slugs = plans.map((plan) => plan.slug);
      await withoutFence(sql, async () => {
        const present = await sql<
          { slug: string }[]
        >`select slug from companies where slug = any (${slugs}) order by slug`;
        if (present.length > 0) {
          const names = present.map(({ slug }) => slug).join(" and ");
          throw new Refusal(`The demo companies are in this database already (${names}): load them into another one.`);
        }
        // argon2id with m = 19456 KiB, t = 2, p = 1, the library's defaults.
        const passwordHash = await hash(password);
        for (const plan of plans) {
          const rows = buildCompany(plan, passwordHash, now);
          await insertRows(sql, rows);
          if (recordings) await writeRecordings(rows, recordings);
        }
        await learn(sql);
      });
    });
  } finally {
    await close();
  }
}

if (import.meta.main) {
  try {
    const { DATABASE_OWNER_URL: ownerUrl, DEMO_PASSWORD: password } = env;
    if (ownerUrl === undefined) {
      throw new Refusal(
        "DATABASE_OWNER_URL is not set: give the address of the role that owns the database. (The embedded database needs no demo:load: npm start fills an empty one.)",
      );
    }
    await loadDemo({ ownerUrl, password, now: new Date(), recordings: openRecordings() });
    console.log("The demo companies rawabi and marsa are loaded.");
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exitCode = 1;
  }
}
