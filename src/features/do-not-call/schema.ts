import * as z from "zod";
import { cursor, id, instantOut, limit, line } from "#lib/fields.ts";

/** A number that no campaign calls or writes to. `created_by` is null when a machine listed it. */
export const BarredNumber = z.object({
  phone: z.string(),
  reason: z.string().nullable(),
  created_by: z.object({ id: id(), name: z.string() }).nullable(),
  created_at: instantOut(),
});
export type BarredNumber = z.infer<typeof BarredNumber>;

export const ListBarred = z.strictObject({
  /** Digits of a number, in any digit set. */
  q: line(40).optional(),
  cursor: cursor(),
  limit: limit(),
});
export type ListBarred = z.infer<typeof ListBarred>;

export const BarredPage = z.object({ numbers: z.array(BarredNumber), next_cursor: z.string().nullable() });
export type BarredPage = z.infer<typeof BarredPage>;

/** A number as people type it. */
export const BarNumber = z.strictObject({ phone: line(40), reason: line(200).optional() });
export type BarNumber = z.infer<typeof BarNumber>;

export const UnbarNumber = z.strictObject({ phone: line(40) });
export type UnbarNumber = z.infer<typeof UnbarNumber>;
