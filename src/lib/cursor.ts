import type * as z from "zod";

const version = 1;

/** The last row's sort values as an opaque page cursor (base64url). */
export function encodeCursor(values: readonly (string | number)[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify([version, ...values]));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

/** What `encodeCursor` was given, checked by `shape` (a zod tuple); null when malformed, of another version, or tampered with
 *  so that it no longer fits. A cursor is not signed: it may only ever say where to go on, never what may be seen. */
export function decodeCursor<Shape extends z.ZodType>(cursor: string, shape: Shape): z.output<Shape> | null {
  const values = parseCursor(cursor);
  if (values === null) return null;
  const parsed = shape.safeParse(values);
  return parsed.success ? parsed.data : null;
}

function parseCursor(cursor: string): unknown[] | null {
  if (!/^[A-Za-z0-9_-]{4,1024}$/.test(cursor)) return null;
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
    const values: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return Array.isArray(values) && values[0] === version ? values.slice(1) : null;
  } catch {
    return null; // Malformed on purpose or by accident: the caller answers 400 either way.
  }
}
