import type { Inputs, Outputs } from "#trpc/api.ts";

export type NotificationPage = Outputs["notifications"]["list"];
export type Notification = NotificationPage["notifications"][number];
export type ListInput = Omit<NonNullable<Inputs["notifications"]["list"]>, "cursor">;
