import { and, desc, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { api_keys, users } from "#drizzle/schema/users.ts";
import { id, instant } from "#lib/fields.ts";
import { literalLimit } from "#server/literal-limit.ts";
import { after, pageOf } from "#server/paging.ts";
import type { Tx } from "#server/tenant.ts";
import { NotFound } from "../../errors.ts";
import type { ApiKey, ApiKeyPage, ListApiKeys } from "./schema.ts";

const rows = (tx: Tx) =>
  tx
    .select({
      id: api_keys.id,
      name: api_keys.name,
      prefix: api_keys.prefix,
      role: api_keys.role,
      created_by: { id: users.id, name: users.name },
      expires_at: api_keys.expires_at,
      last_used_at: api_keys.last_used_at,
      revoked_at: api_keys.revoked_at,
      created_at: api_keys.created_at,
    })
    .from(api_keys)
    .innerJoin(users, and(eq(users.company_id, api_keys.company_id), eq(users.id, api_keys.created_by)));

/** The company's keys, newest first, the revoked too; one page of at most 100. Throws Invalid("cursor"). Source: api_keys. */
export async function listApiKeys(tx: Tx, input: ListApiKeys): Promise<ApiKeyPage> {
  const from = after(input.cursor, z.tuple([instant(), id()]));
  const found = await rows(tx)
    .where(
      and(
        eq(api_keys.company_id, tx.company_id),
        from ? sql`(${api_keys.created_at}, ${api_keys.id}) < (${from[0]}, ${from[1]})` : undefined,
      ),
    )
    .orderBy(desc(api_keys.created_at), desc(api_keys.id))
    .limit(literalLimit(input.limit + 1));
  const { page, next_cursor } = pageOf(found, input.limit, (row) => [row.created_at, row.id]);
  return { api_keys: page, next_cursor };
}

/** One key. Throws NotFound. Source: api_keys. */
export async function getApiKey(tx: Tx, id: string): Promise<ApiKey> {
  const [row] = await rows(tx).where(and(eq(api_keys.company_id, tx.company_id), eq(api_keys.id, id)));
  if (!row) throw new NotFound("API key");
  return row;
}
