import type { Listing } from "./talk.ts";
import type { Wish } from "./understand.ts";

/** Everything the agent can say, in one language. */
export interface Phrases {
  greet(): string;
  /** To a customer's own greeting. */
  greet_back(text: string): string;
  open_question(): string;
  welcome(): string;
  ask(what: Slot, has_understood: boolean): string;
  again(what: Slot): string;
  present(listings: readonly Listing[]): string;
  none_found(wish: Wish): string;
  not_liked(): string;
  /** Nothing fits, and there is nothing to widen. */
  wish_kept(): string;
  which_one(): string;
  detail_later(): string;
  ask_contact(why: "booking" | "ticket" | "history"): string;
  ask_phone(name: string): string;
  contact_again(): string;
  offer_times(times: readonly string[], how: "first" | "again" | "taken", name: string | null): string;
  booked(when: string, reference: string): string;
  ask_trouble(): string;
  ticket_opened(reference: string): string;
  history(lines: readonly string[]): string;
  handing_over(): string;
  handed_over(): string;
  callback_subject(): string;
  colleague_will(): string;
  tool_failed(): string;
  refused(): string;
  goodbye(name: string | null): string;
  /** To somebody who breaks off a viewing or a search. */
  no_pressure(): string;
}
export type Slot = "purpose" | "kind" | "district" | "budget" | "rooms";

/** Takes one of several wordings by the talk's seed. */
export type Choose = (wordings: readonly string[]) => string;

/** "1,690,000": whole units, grouped, in Latin digits. */
export const grouped = (amount: string) => Number(amount).toLocaleString("en", { maximumFractionDigits: 0 });
