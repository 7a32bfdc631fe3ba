import { and, eq } from "drizzle-orm";
import { users } from "#drizzle/schema/users.ts";
import type { Tx } from "#server/tenant.ts";
import { Unauthorized } from "../../errors.ts";
import type { UpdateMe } from "./schema.ts";

/** Changes the caller's own language, theme or digits; what is left out stays. Source: users. */
export async function updateMe(tx: Tx, { locale, theme, digits }: UpdateMe): Promise<{ ok: true }> {
  if (tx.user_id === null) throw new Unauthorized();
  const chosen = {
    ...(locale !== undefined && { locale }),
    ...(theme !== undefined && { theme }),
    ...(digits !== undefined && { digits }),
  };
  if (Object.keys(chosen).length > 0) {
    await tx
      .update(users)
      .set(chosen)
      .where(and(eq(users.company_id, tx.company_id), eq(users.id, tx.user_id)));
  }
  return { ok: true };
}
