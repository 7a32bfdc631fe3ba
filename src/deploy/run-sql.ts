import postgres from "postgres";

/** Runs a whole text of SQL, however many statements, in the session's open transaction.
 *  An error names the file and the line. */
export async function runSql(sql: postgres.ReservedSql, name: string, text: string): Promise<void> {
  try {
    await sql.unsafe(text).simple();
  } catch (error) {
    if (!(error instanceof postgres.PostgresError)) throw error;
    const position = Number(error.position ?? 0);
    const line = position > 0 ? `:${text.slice(0, position).split("\n").length}` : "";
    const more = [error.detail, error.hint, error.where].filter((part) => part !== undefined && part !== "");
    throw new Error([`${name}${line}: ${error.message} (${error.code})`, ...more].join("\n  "), { cause: error });
  }
}

/** Runs work in one transaction of the session. Written out rather than by the driver's begin(), which ends the whole
 *  process when the connection dies in the middle (porsager/postgres 1066). */
export async function inTransaction<T>(sql: postgres.ReservedSql, work: () => Promise<T>): Promise<T> {
  await sql`begin`;
  try {
    const result = await work();
    await sql`commit`;
    return result;
  } catch (error) {
    await sql`rollback`.catch(() => undefined);
    throw error;
  }
}
