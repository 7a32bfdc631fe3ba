import type { Inputs, Outputs } from "#trpc/api.ts";

export type Agent = Outputs["agents"]["current"]["voice"];
export type AgentKind = Agent["kind"];
export type AgentVersion = Outputs["agents"]["versions"]["versions"][number];
export type VersionsInput = Omit<Inputs["agents"]["versions"], "cursor">;
