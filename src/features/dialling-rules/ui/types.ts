import type { Inputs, Outputs } from "#trpc/api.ts";

export type Rule = Outputs["diallingRules"]["list"]["rules"][number];
export type Limits = Rule["usual"];
export type SaveRule = Inputs["diallingRules"]["save"];
/** A rule that a company may replace: that of a country. */
export type CountryRule = Rule & { country: string };
