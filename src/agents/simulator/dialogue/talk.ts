/** What the engine speaks. */
export type Language = "ar" | "en";

/** One thing that happened in a talk. A tool's `result` is what the portal answered, parsed. */
export type Turn =
  | { by: "customer" | "agent"; text: string }
  | { by: "tool"; name: string; arguments: Record<string, unknown>; result: Record<string, unknown> };

/** A talk so far, with what the engine may use. */
export interface Talk {
  turns: readonly Turn[];
  /** Names of the tools on offer: no other is ever called. */
  tools: readonly string[];
  now: Date;
  /** Of the company's clock: "+03:00". */
  offset: string;
  /** Chooses among wordings; the same talk with the same seed goes the same way. */
  seed: number;
  /** Until the customer has written something in one of the two. */
  language: Language;
  /** A phone call knows its customer by the number. */
  knows_customer: boolean;
}

/** What the agent's last words ask for: an answer is read in its light. */
export type Asked =
  | "need"
  | "purpose"
  | "kind"
  | "district"
  | "budget"
  | "rooms"
  | "choice"
  | "widen"
  | "contact"
  | "phone"
  | "time"
  | "trouble"
  | "more"
  | null;

export interface Call {
  name: string;
  arguments: Record<string, unknown>;
}

/** The agent's next action. `ends`: nothing is left to say, a call can be hung up. */
export type Step =
  | { kind: "say"; text: string; asks: Asked; ends: boolean; offers?: readonly string[] }
  | { kind: "call"; calls: readonly Call[] };

/** A listing as search_properties answers it. */
export interface Listing {
  id: string;
  reference: string;
  title: string;
  district: string;
  city: string;
  price: string;
  currency: string;
  bedrooms: number | null;
  area_m2: number | null;
  purpose: "sale" | "rent";
  kind: string;
}
