import type { Inputs, Outputs } from "#trpc/api.ts";

export type Property = Outputs["properties"]["one"];
export type PropertyStatus = Property["status"];
export type PropertyCounts = Outputs["properties"]["counts"];
export type PropertyActivity = Outputs["properties"]["activity"];
export type Inquirer = Outputs["properties"]["inquirers"]["inquirers"][number];
export type ListInput = Inputs["properties"]["list"];
export type CountInput = Inputs["properties"]["counts"];
