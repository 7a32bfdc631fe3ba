import * as z from "zod";
import { roles } from "#drizzle/values.ts";
import { cursor, id, instant, instantOut, limit, line } from "#lib/fields.ts";

const Role = z.enum(roles);

/** A key of an internal tool. Of its secret only a hash is kept; `prefix` is what people tell keys apart by. `last_used_at` is
 *  true to the minute. */
export const ApiKey = z.object({
  id: id(),
  name: z.string(),
  prefix: z.string(),
  role: Role,
  created_by: z.object({ id: id(), name: z.string() }),
  expires_at: instantOut().nullable(),
  last_used_at: instantOut().nullable(),
  revoked_at: instantOut().nullable(),
  created_at: instantOut(),
});
export type ApiKey = z.infer<typeof ApiKey>;

export const ListApiKeys = z.strictObject({ cursor: cursor(), limit: limit() });
export type ListApiKeys = z.infer<typeof ListApiKeys>;

export const ApiKeyPage = z.object({ api_keys: z.array(ApiKey), next_cursor: z.string().nullable() });
export type ApiKeyPage = z.infer<typeof ApiKeyPage>;

/** Without `expires_at` the key works until it is revoked. */
export const CreateApiKey = z.strictObject({ name: line(80), role: Role, expires_at: instant().nullish() });
export type CreateApiKey = z.infer<typeof CreateApiKey>;

/** `key` is shown this once and can never be read again. */
export const CreatedApiKey = z.object({ api_key: ApiKey, key: z.string() });
export type CreatedApiKey = z.infer<typeof CreatedApiKey>;

export const RevokeApiKey = z.strictObject({ id: id() });
export type RevokeApiKey = z.infer<typeof RevokeApiKey>;
