/** Every row of a list, page by page, in the order it came. `read` answers one page for a cursor. */
export async function allPages<Row>(
  read: (cursor: string | null) => Promise<{ rows: Row[]; next_cursor: string | null }>,
): Promise<Row[]> {
  const seen: Row[] = [];
  let cursor: string | null = null;
  do {
    const page: { rows: Row[]; next_cursor: string | null } = await read(cursor);
    seen.push(...page.rows);
    cursor = page.next_cursor;
  } while (cursor !== null && seen.length < 10_000);
  return seen;
}

/** Cursors that no list made: nonsense, another version, another shape, a date the database does not know. */
export const forgedCursors = [
  "bm90LW91cnM",
  "!!!",
  forged([2, "2026-11-22T10:00:00.000Z", "01999999-0000-7000-8000-000000000000"]),
  forged([1, "2026-11-22T10:00:00.000Z"]),
  forged([1, "0000-01-01T00:00:00.000Z", "01999999-0000-7000-8000-000000000000"]),
  forged([1, "2026-11-22T10:00:00.000Z", "' or true --"]),
];

function forged(values: unknown[]): string {
  return Buffer.from(JSON.stringify(values)).toString("base64url");
}
