import type { Inputs, Outputs } from "#trpc/api.ts";

export type Barred = Outputs["doNotCall"]["list"]["numbers"][number];
export type ListInput = Omit<Inputs["doNotCall"]["list"], "cursor">;
