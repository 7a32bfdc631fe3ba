import { and, eq, isNull } from "drizzle-orm";
import { v7 as uuidv7 } from "uuid";
import { api_keys } from "#drizzle/schema/users.ts";
import { actingUser } from "#server/acting-user.ts";
import { makeApiKey } from "#server/api-keys.ts";
import type { Tx } from "#server/tenant.ts";
import { Conflict, invalid } from "../../errors.ts";
import { getApiKey } from "./queries.ts";
import type { ApiKey, CreateApiKey, CreatedApiKey, RevokeApiKey } from "./schema.ts";

/** A new key for a tool, in a role of its own. The key is in this one answer and nowhere else. Throws Invalid("expires_at") for
 *  a time that has passed, and Forbidden for a tool: a key that made keys would outlive its own end. */
export async function createApiKey(tx: Tx, { name, role, expires_at }: CreateApiKey): Promise<CreatedApiKey> {
  const created_by = actingUser(tx);
  if (expires_at && Date.parse(expires_at) <= Date.now()) {
    throw invalid("expires_at", "in_the_past", "A key ends in the future.");
  }
  const { key, prefix, secret_hash } = makeApiKey(tx.company_id);
  const id = uuidv7();
  await tx.insert(api_keys).values({
    company_id: tx.company_id,
    id,
    name,
    prefix,
    secret_hash,
    role,
    created_by,
    expires_at: expires_at ?? null,
  });
  return { api_key: await getApiKey(tx, id), key };
}

/** Ends a key at once and for good. Throws NotFound and Conflict("already_revoked") with the current row. */
export async function revokeApiKey(tx: Tx, { id }: RevokeApiKey): Promise<ApiKey> {
  const revoked = await tx
    .update(api_keys)
    .set({ revoked_at: new Date().toISOString() })
    .where(and(eq(api_keys.company_id, tx.company_id), eq(api_keys.id, id), isNull(api_keys.revoked_at)))
    .returning({ id: api_keys.id });
  const key = await getApiKey(tx, id);
  if (revoked.length === 0) throw new Conflict("already_revoked", "This key was revoked already.", key);
  return key;
}
