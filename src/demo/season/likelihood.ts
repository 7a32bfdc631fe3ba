import type { Outcome, Stage } from "../rows.ts";
import type { ScenarioKind } from "../text/bank.ts";

type Weights<Item> = readonly (readonly [Item, number])[];

/** What a customer calls about depends on how far they have come; `unknown` is a caller who gave no name. */
export const scenarioWeights: Record<Stage | "unknown", Weights<ScenarioKind>> = {
  lead: [
    ["price", 44],
    ["viewing", 22],
    ["financing", 16],
    ["follow_up", 16],
    ["contract", 2],
  ],
  qualified: [
    ["price", 18],
    ["viewing", 38],
    ["financing", 22],
    ["follow_up", 19],
    ["contract", 3],
  ],
  viewing: [
    ["viewing", 28],
    ["financing", 22],
    ["price", 14],
    ["contract", 14],
    ["follow_up", 22],
  ],
  negotiation: [
    ["contract", 42],
    ["financing", 30],
    ["price", 12],
    ["follow_up", 16],
  ],
  deposit: [
    ["contract", 72],
    ["financing", 22],
    ["viewing", 6],
  ],
  won: [
    ["maintenance", 74],
    ["contract", 22],
    ["price", 4],
  ],
  lost: [
    ["price", 52],
    ["follow_up", 48],
  ],
  unknown: [
    ["wrong_number", 38],
    ["price", 52],
    ["financing", 10],
  ],
};

export const outcomeWeights: Record<ScenarioKind, Weights<Outcome>> = {
  price: [
    ["answered", 36],
    ["interested", 38],
    ["not_interested", 13],
    ["booked", 7],
    ["handed_over", 6],
  ],
  viewing: [
    ["booked", 46],
    ["interested", 26],
    ["handed_over", 11],
    ["answered", 17],
  ],
  financing: [
    ["answered", 44],
    ["interested", 34],
    ["handed_over", 14],
    ["booked", 8],
  ],
  maintenance: [
    ["ticket_opened", 72],
    ["handed_over", 16],
    ["answered", 12],
  ],
  contract: [
    ["answered", 50],
    ["ticket_opened", 32],
    ["handed_over", 18],
  ],
  wrong_number: [["wrong_number", 1]],
  follow_up: [
    ["no_answer", 30],
    ["interested", 30],
    ["booked", 9],
    ["not_interested", 16],
    ["answered", 15],
  ],
};

export const sentimentWeights: Record<Outcome, Weights<"positive" | "neutral" | "negative">> = {
  booked: [
    ["positive", 78],
    ["neutral", 22],
  ],
  interested: [
    ["positive", 52],
    ["neutral", 48],
  ],
  answered: [
    ["neutral", 66],
    ["positive", 34],
  ],
  ticket_opened: [
    ["negative", 46],
    ["neutral", 54],
  ],
  handed_over: [
    ["neutral", 60],
    ["negative", 40],
  ],
  not_interested: [
    ["neutral", 78],
    ["negative", 22],
  ],
  no_answer: [["neutral", 1]],
  wrong_number: [["neutral", 1]],
  failed: [["neutral", 1]],
};
