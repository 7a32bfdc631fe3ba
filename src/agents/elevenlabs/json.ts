/** JSON as it can be stored: Postgres takes neither NUL nor half a surrogate pair, and a transcript may hold either.
 *  Throws SyntaxError. */
export const parseJson = (text: string): unknown =>
  JSON.parse(text, (_key, value: unknown) =>
    typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value,
  );
