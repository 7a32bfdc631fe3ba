import type { Inputs, Outputs } from "#trpc/api.ts";

export type User = Outputs["users"]["list"]["users"][number];
export type ListInput = Omit<Inputs["users"]["list"], "cursor">;
export type Role = User["role"];
