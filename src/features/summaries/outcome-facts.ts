import { conversation_outcomes } from "#drizzle/values.ts";
import type { Outcome } from "./prompt.ts";

/** What our own rows say of a conversation. */
export interface TalkFacts {
  mode: "real" | "trial";
  status: "in_progress" | "ended" | "failed";
  /** As it is stored now. */
  outcome: Outcome | null;
  /** A viewing was made in it. */
  is_booked: boolean;
  /** A ticket was opened in it, other than by the rules after it. */
  has_ticket: boolean;
  /** It went to a member of staff while it ran; a hand-over afterwards is staff's own work. */
  is_handed_over: boolean;
  /** The customer said something. */
  is_spoken: boolean;
}

const by_facts_alone: readonly Outcome[] = ["booked", "ticket_opened", "handed_over", "failed"];

/** The outcome that facts decide, whatever anybody says; null when it takes judgement. */
export function outcomeOf(facts: TalkFacts): Outcome | null {
  if (facts.is_booked) return "booked";
  if (facts.has_ticket) return "ticket_opened";
  if (facts.is_handed_over) return "handed_over";
  // What the call's own report said of a call on which nobody spoke.
  if (!facts.is_spoken && facts.outcome === "no_answer") return "no_answer";
  return facts.status === "failed" ? "failed" : null;
}

/** What a model may answer. In a trial the tools write nothing, so there are no facts to hold its word against. */
export function outcomesToJudge(facts: TalkFacts): readonly Outcome[] {
  const decided = outcomeOf(facts);
  if (decided) return [decided];
  if (facts.mode === "trial") return conversation_outcomes;
  return conversation_outcomes.filter((outcome) => !by_facts_alone.includes(outcome));
}
