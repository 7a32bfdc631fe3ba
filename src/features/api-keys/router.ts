import { may, router } from "#server/procedures.ts";
import { createApiKey, revokeApiKey } from "./commands.ts";
import { listApiKeys } from "./queries.ts";
import { ApiKey, ApiKeyPage, CreateApiKey, CreatedApiKey, ListApiKeys, RevokeApiKey } from "./schema.ts";

export const apiKeysRouter = router({
  list: may("api_keys.manage").read({ input: ListApiKeys, output: ApiKeyPage }, listApiKeys),
  // Not `.create`: an idempotency key would keep the secret beside its hash.
  create: may("api_keys.manage").write({ input: CreateApiKey, output: CreatedApiKey }, createApiKey),
  revoke: may("api_keys.manage").write({ input: RevokeApiKey, output: ApiKey }, revokeApiKey),
});
