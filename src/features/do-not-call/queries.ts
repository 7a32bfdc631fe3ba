import { and, desc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { do_not_call } from "#drizzle/schema/campaigns.ts";
import { users } from "#drizzle/schema/users.ts";
import { latinDigits } from "#lib/digits.ts";
import { id, instant } from "#lib/fields.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import type { BarredNumber, BarredPage, ListBarred } from "./schema.ts";

const rows = (tx: Tx) =>
  tx
    .select({
      id: do_not_call.id,
      phone: do_not_call.phone,
      reason: do_not_call.reason,
      created_by: { id: users.id, name: users.name },
      created_at: do_not_call.created_at,
    })
    .from(do_not_call)
    .leftJoin(users, and(eq(users.company_id, do_not_call.company_id), eq(users.id, do_not_call.created_by)));

/** The numbers not to be called, newest first; one page of at most 100. Throws Invalid("cursor"). Source: do_not_call. */
export async function listBarred(tx: Tx, input: ListBarred): Promise<BarredPage> {
  const from = after(input.cursor, z.tuple([instant(), id()]));
  // As it is dialled or as it is stored: neither the zero nor the country code is part of what is looked for.
  const digits = input.q === undefined ? undefined : latinDigits(input.q).replace(/\D/g, "").replace(/^0+/, "");
  const found = await rows(tx)
    .where(
      and(
        eq(do_not_call.company_id, tx.company_id),
        digits === undefined
          ? undefined
          : digits === ""
            ? sql`false`
            : sql`position(${digits} in ${do_not_call.phone}) > 0`,
        from ? sql`(${do_not_call.created_at}, ${do_not_call.id}) < (${from[0]}, ${from[1]})` : undefined,
      ),
    )
    .orderBy(desc(do_not_call.created_at), desc(do_not_call.id))
    .limit(literalLimit(input.limit + 1));
  const { page, next_cursor } = pageOf(found, input.limit, (row) => [row.created_at, row.id]);
  return { numbers: page.map(({ id: _, ...row }) => row), next_cursor };
}

/** One number of the list, E.164; null when it is not on it. Source: do_not_call. */
export async function findBarred(tx: Tx, phone: string): Promise<BarredNumber | null> {
  const [row] = await rows(tx).where(and(eq(do_not_call.company_id, tx.company_id), eq(do_not_call.phone, phone)));
  if (!row) return null;
  const { id: _, ...number } = row;
  return number;
}

/** The same. Throws NotFound. */
export async function getBarred(tx: Tx, phone: string): Promise<BarredNumber> {
  const number = await findBarred(tx, phone);
  if (!number) throw new NotFound("number");
  return number;
}
