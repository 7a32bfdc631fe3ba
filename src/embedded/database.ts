import postgres from "postgres";

/** The database of the portal on the embedded server. */
export const PORTAL_DATABASE = "portal";

/** Makes the database if it is missing. `superuserUrl` leads to any other database of the same server. */
export async function ensureDatabase(superuserUrl: string, name: string): Promise<void> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`;
    if (found === undefined) await sql`create database ${sql(name)}`;
  } finally {
    await sql.end();
  }
}
