import postgres from "postgres";

/** Demo data is loaded only when there are none. */
export async function countCompanies(ownerUrl: string): Promise<number> {
  return asOwner(ownerUrl, async (sql) => {
    const [row] = await sql<{ count: number }[]>`select count(*)::int as count from companies`;
    return row?.count ?? 0;
  });
}

export async function hasDemo(ownerUrl: string): Promise<boolean> {
  return asOwner(ownerUrl, async (sql) => {
    const rows = await sql`select from companies where slug in ('rawabi', 'marsa')`;
    return rows.length === 2;
  });
}

async function asOwner<T>(ownerUrl: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
