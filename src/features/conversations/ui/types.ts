import type { Inputs, Outputs } from "#trpc/api.ts";

export type ListInput = Inputs["conversations"]["list"];
export type CountInput = Inputs["conversations"]["counts"];
export type Found = Outputs["conversations"]["list"]["conversations"][number];
export type ConversationCounts = Outputs["conversations"]["counts"];
export type Conversation = Outputs["conversations"]["one"];
export type Line = Conversation["transcript"][number];
export type Receiver = Outputs["conversations"]["receivers"]["staff"][number];
export type SummaryVersion = Outputs["conversations"]["summaries"]["summaries"][number];
