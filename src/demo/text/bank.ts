import type { Outcome } from "../rows.ts";

/** What people call about. `follow_up` is the agent calling back; the others are customers calling in. */
export type ScenarioKind =
  | "price"
  | "viewing"
  | "financing"
  | "maintenance"
  | "contract"
  | "wrong_number"
  | "follow_up";

export type ToolName =
  | "search_properties"
  | "request_booking"
  | "open_ticket"
  | "customer_history"
  | "hand_over_to_staff";

/** One line of a talk, in several wordings. `{name}` is filled in; `[رجل|امرأة]` follows the customer's gender, `<رجل|امرأة>` the agent's. */
export type Turn = { by: "customer" | "agent" | "staff" | "tool"; say: readonly string[]; tool?: ToolName };

/** A question and its answer that may stand anywhere in the middle; some make sense for homes or for sales only. */
export type Exchange = { turns: readonly Turn[]; fits: "any" | "homes" | "sales" };

export type Scenario = {
  opening: readonly (readonly Turn[])[];
  middle: readonly Exchange[];
  endings?: Partial<Record<Outcome, readonly (readonly Turn[])[]>>;
  summary: Partial<Record<Outcome, readonly string[]>>;
};

/** All that is said in one dialect. */
export type TextBank = {
  language: "ar" | "en";
  greeting: readonly string[];
  openers: { voice: readonly string[]; chat: readonly string[] };
  scenarios: Record<ScenarioKind, Scenario>;
  endings: Partial<Record<Outcome, readonly (readonly Turn[])[]>>;
  next_step: Partial<Record<Outcome, readonly string[]>>;
};

export const customer = (...say: string[]): Turn => ({ by: "customer", say });
export const agent = (...say: string[]): Turn => ({ by: "agent", say });
export const staff = (...say: string[]): Turn => ({ by: "staff", say });
export const tool = (name: ToolName, ...say: string[]): Turn => ({ by: "tool", say, tool: name });
export const exchange = (...turns: Turn[]): Exchange => ({ turns, fits: "any" });
export const homeExchange = (...turns: Turn[]): Exchange => ({ turns, fits: "homes" });
export const saleExchange = (...turns: Turn[]): Exchange => ({ turns, fits: "sales" });
