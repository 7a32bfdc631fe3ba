import type { Inputs, Outputs } from "#trpc/api.ts";

export type ApiKey = Outputs["apiKeys"]["list"]["api_keys"][number];
export type CreatedApiKey = Outputs["apiKeys"]["create"];
export type ListInput = Omit<Inputs["apiKeys"]["list"], "cursor">;
