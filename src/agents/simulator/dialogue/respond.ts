import { readHistory } from "./history.ts";
import type { Memory } from "./memory.ts";
import type { Phrases } from "./phrases.ts";
import { askHistory, may, offerTimes, say } from "./steps.ts";
import type { Step, Talk } from "./talk.ts";
import { sayTime } from "./times.ts";

/** What the agent says to a tool's answer; null where the talk simply goes on. Only what the answer holds is ever told. */
export function respond(memory: Memory, talk: Talk, phrases: Phrases): Step | null {
  const answer = memory.answer;
  const failed = answer?.result.error !== undefined;
  if (answer?.result.error === "customer_unknown") {
    const why = answer.name === "customer_history" ? "history" : answer.name === "open_ticket" ? "ticket" : "booking";
    return say(phrases.ask_contact(why), "contact");
  }
  switch (answer?.name) {
    case "search_properties":
      if (failed) return say(phrases.tool_failed(), "more");
      if (memory.search?.listings.length === 0) return say(phrases.none_found(memory.wish), "widen");
      return say(phrases.present(memory.search?.listings ?? []), "choice");
    case "find_or_create_customer":
      if (!memory.knows_customer) return say(phrases.contact_again(), "phone");
      return memory.topic === "history" ? askHistory(memory, talk, phrases) : null;
    case "request_booking":
      if (memory.booking !== null) {
        const when = memory.starts_at === null ? "" : sayTime(memory.starts_at, talk.offset, memory.language);
        return say(phrases.booked(when, memory.booking), "more");
      }
      if (memory.offered.length > 0) return offerTimes(memory, talk, phrases, "taken");
      return say(phrases.tool_failed(), "more");
    case "open_ticket":
      return say(memory.ticket === null ? phrases.tool_failed() : phrases.ticket_opened(memory.ticket), "more");
    case "customer_history":
      // Whoever only claims a number is told nothing of its owner.
      if (failed) return say(phrases.colleague_will(), "more");
      return say(phrases.history(readHistory(answer.result, talk.offset, memory.language)), "more");
    case "hand_over_to_staff":
      return failed
        ? may(
            talk,
            "open_ticket",
            { subject: phrases.callback_subject(), description: memory.heard?.text ?? "", category: "inquiry" },
            phrases,
          )
        : { kind: "say", text: phrases.handing_over(), asks: null, ends: true };
    default:
      return say(phrases.tool_failed(), "more");
  }
}
