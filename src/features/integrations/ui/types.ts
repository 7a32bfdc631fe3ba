import type { Inputs, Outputs } from "#trpc/api.ts";

export type Integration = Outputs["integrations"]["read"];
export type SaveIntegration = Inputs["integrations"]["save"];
