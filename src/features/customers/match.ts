import { sql } from "drizzle-orm";
import { foldArabic } from "#lib/arabic.ts";
import { latinDigits } from "#lib/digits.ts";
import type { Tx } from "#server/tenant.ts";

/** Ids of the customers whose name or phone holds `words`, best first, at most 500. Source: door app.search_customers. */
export async function matchingCustomers(tx: Tx, words: string): Promise<string[]> {
  const name = foldArabic(words).replaceAll(" ", "");
  const digits = latinDigits(words).replace(/\D/g, "").replace(/^0+/, "");
  const found = await tx.execute<{ id: string }>(sql`select id from app.search_customers(${name}, ${digits}, 500)`);
  return found.map(({ id }) => id);
}
