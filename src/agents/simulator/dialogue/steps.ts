import type { Memory } from "./memory.ts";
import type { Phrases } from "./phrases.ts";
import type { Asked, Call, Step, Talk } from "./talk.ts";
import { sayTime, viewingTimes } from "./times.ts";

/** Words that ask for something, and go on. */
export const say = (text: string, asks: Asked): Step => ({ kind: "say", text, asks, ends: false });

/** Calls a tool that is on offer; without it a colleague has to do it, and that is said. */
export function may(talk: Talk, name: string, args: Record<string, unknown>, phrases: Phrases): Step {
  const calls: readonly Call[] = [{ name, arguments: args }];
  return talk.tools.includes(name) ? { kind: "call", calls } : say(phrases.colleague_will(), "more");
}

/** What earlier talks came to, once it is known who asks. */
export function askHistory(memory: Memory, talk: Talk, phrases: Phrases): Step {
  if (memory.knows_customer) return may(talk, "customer_history", {}, phrases);
  if (memory.phone !== null) return may(talk, "find_or_create_customer", contactOf(memory), phrases);
  return say(phrases.ask_contact("history"), "contact");
}

/** Times for a viewing, as free ones where the portal named them. */
export function offerTimes(memory: Memory, talk: Talk, phrases: Phrases, how: "first" | "again" | "taken"): Step {
  const offers = memory.offered.length > 0 ? memory.offered : viewingTimes(talk.now, talk.offset);
  const spoken = offers.map((time) => sayTime(time, talk.offset, memory.language));
  return {
    kind: "say",
    text: phrases.offer_times(spoken, how, memory.customer_name),
    asks: "time",
    ends: false,
    offers,
  };
}

/** Who the customer says he is, as find_or_create_customer takes it. */
export const contactOf = (memory: Memory) => ({
  ...(memory.name === null ? {} : { name: memory.name }),
  phone: memory.phone ?? "",
});
