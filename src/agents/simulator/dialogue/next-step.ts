import { decide } from "./decide.ts";
import { remember } from "./memory.ts";
import type { Step, Talk } from "./talk.ts";

/** The agent's next action in a talk: words, or calls of tools that are on offer. Pure: the same talk, clock and seed give
 *  the same step. Presents only what tools answered. */
export function nextStep(talk: Talk): Step {
  return decide(remember(talk), talk);
}
