import { parseAsString, parseAsStringLiteral } from "nuqs/server";

export const compose_steps = ["audience", "script", "schedule", "review"] as const;
export type ComposeStep = (typeof compose_steps)[number];

/** The address of a campaign in the making: which draft, and how far. */
export const composeParsers = {
  draft: parseAsString,
  step: parseAsStringLiteral(compose_steps).withDefault("audience"),
};
