import { customer_stages } from "#drizzle/values.ts";
import type { Stage } from "./types.ts";

/** The way to a sale; to be lost is no step of it. */
export const steps: readonly Stage[] = customer_stages.filter((stage) => stage !== "lost");
export const stages: readonly Stage[] = customer_stages;
