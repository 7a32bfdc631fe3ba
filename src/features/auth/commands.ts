import { and, eq } from "drizzle-orm";
import { users } from "#drizzle/schema/users.ts";
import { actingUser } from "#server/acting-user.ts";
import type { Tx } from "#server/tenant.ts";
import type { UpdateMe } from "./schema.ts";

/** Changes the caller's own language, theme, digits, Hijri dates or shortcuts; what is left out stays. Throws Forbidden for a
 *  tool. Source: users. */
export async function updateMe(tx: Tx, { locale, theme, digits, hijri, shortcuts }: UpdateMe): Promise<{ ok: true }> {
  const user_id = actingUser(tx);
  const chosen = {
    ...(locale !== undefined && { locale }),
    ...(theme !== undefined && { theme }),
    ...(digits !== undefined && { digits }),
    ...(hijri !== undefined && { hijri }),
    ...(shortcuts !== undefined && { shortcuts }),
  };
  if (Object.keys(chosen).length > 0) {
    await tx
      .update(users)
      .set(chosen)
      .where(and(eq(users.company_id, tx.company_id), eq(users.id, user_id)));
  }
  return { ok: true };
}
