import { sql } from "drizzle-orm";
import { NotFound } from "../errors.ts";
import type { Tx } from "./tenant.ts";

const tables = {
  customer: "customers",
  property: "properties",
  user: "users",
  conversation: "conversations",
} as const;

export type Referenced = keyof typeof tables;

/** Every row that an input points to is the company's own and exists; null points to nothing. One round trip for all.
 *  Another company's id and an invented one are the same NotFound. The composite foreign keys hold the same by themselves;
 *  this words it. A deactivated user is not found either: nothing new is given to somebody who left. */
export async function requireRows(tx: Tx, wanted: Partial<Record<Referenced, string | null>>): Promise<void> {
  const asked = (Object.keys(tables) as Referenced[]).filter((noun) => wanted[noun]);
  if (asked.length === 0) return;
  const found = await tx.execute<Record<string, boolean>>(
    sql`select ${sql.join(
      asked.map(
        (noun) =>
          sql`exists (select from ${sql.identifier(tables[noun])} where company_id = ${tx.company_id} and id = ${wanted[noun]}${
            noun === "user" ? sql` and is_active` : sql``
          }) as ${sql.identifier(noun)}`,
      ),
      sql`, `,
    )}`,
  );
  const missing = asked.find((noun) => !found[0]?.[noun]);
  if (missing) throw new NotFound(missing);
}
