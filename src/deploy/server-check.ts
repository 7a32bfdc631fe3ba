import type postgres from "postgres";
import { Refusal } from "#lib/refusal.ts";

/** The releases that closed the row-security holes known in November 2026 (CVE-2026-120154 and its siblings). */
const SAFE_MINORS: Readonly<Record<number, number>> = { 15: 20, 16: 16, 17: 12, 18: 6 };

/** Whether this server can carry the portal. Answers a warning when it should be updated.
 *  Throws Refusal for a version outside 15-18, an encoding other than UTF8, or a locale that breaks Arabic search. */
export async function checkServer(sql: postgres.ReservedSql): Promise<string | undefined> {
  const [server] = await sql<{ version: string; number: number; encoding: string; ctype: string }[]>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
           pg_encoding_to_char(encoding) as encoding, datctype as ctype
      from pg_database where datname = current_database()`;
  if (server === undefined) throw new Error("the server does not describe its own database");
  const major = Math.floor(server.number / 10_000);
  if (major < 15 || major > 18) {
    throw new Refusal(`This database is Postgres ${server.version}: use Postgres 15, 16, 17 or 18.`);
  }
  if (server.encoding !== "UTF8") {
    throw new Refusal(`This database is encoded as ${server.encoding}: create one with encoding 'UTF8'.`);
  }
  if (server.ctype === "C" || server.ctype === "POSIX") {
    throw new Refusal(
      `This database has LC_CTYPE ${server.ctype}, with which Arabic search silently finds nothing: create one with locale 'C.UTF-8' from template0.`,
    );
  }
  const safe = SAFE_MINORS[major] ?? 0;
  if (server.number % 10_000 >= safe) return undefined;
  return `Postgres ${server.version} has known holes in row security: update it to ${major}.${safe} or newer.`;
}
