import type { Inputs, Outputs } from "#trpc/api.ts";

export type CustomerPage = Outputs["customers"]["list"];
export type Listed = CustomerPage["customers"][number];
export type Customer = Outputs["customers"]["one"];
export type Stage = Customer["stage"];
export type CustomerCounts = Outputs["customers"]["counts"];
export type Board = Outputs["customers"]["board"];
export type Facts = Outputs["customers"]["facts"];
export type History = Outputs["customers"]["history"];
export type Entry = History["history"][number];
export type Subject = NonNullable<Inputs["customers"]["history"]["subject"]>;
export type ListInput = Inputs["customers"]["list"];
export type CountInput = Inputs["customers"]["counts"];
export type BoardInput = Inputs["customers"]["board"];
