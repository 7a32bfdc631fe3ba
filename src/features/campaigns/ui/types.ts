import type { Inputs, Outputs } from "#trpc/api.ts";

export type Audience = Inputs["campaigns"]["audience"];
export type Campaign = Omit<Outputs["campaigns"]["one"], "audience"> & { audience: Audience };
export type CampaignStatus = Campaign["status"];
export type CampaignCounts = Outputs["campaigns"]["counts"];
export type Metrics = Campaign["metrics"];
export type Recipient = Outputs["campaigns"]["recipients"]["recipients"][number];
export type RecipientStatus = Recipient["status"];
export type ListInput = Inputs["campaigns"]["list"];
export type RecipientsInput = Inputs["campaigns"]["recipients"];
