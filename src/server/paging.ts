import type * as z from "zod";
import { decodeCursor, encodeCursor } from "#lib/cursor.ts";
import { invalid } from "../errors.ts";

/** One page out of `limit + 1` rows: the extra row only says that there is a next page. */
export function pageOf<Row>(rows: Row[], limit: number, keyOf: (row: Row) => readonly (string | number)[]) {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, next_cursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}

/** Where the page before ended; null on the first. Throws Invalid("cursor") for one that was not made by us. */
export function after<Shape extends z.ZodType>(
  cursor: string | null | undefined,
  shape: Shape,
): z.output<Shape> | null {
  if (cursor === null || cursor === undefined) return null;
  const values = decodeCursor(cursor, shape);
  if (values === null) throw invalid("cursor", "invalid_cursor", "This cursor was not made by this list.");
  return values;
}
