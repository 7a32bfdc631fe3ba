import type { Memory } from "./memory.ts";
import type { Phrases } from "./phrases.ts";
import { arabic } from "./phrases-ar.ts";
import { english } from "./phrases-en.ts";
import { respond } from "./respond.ts";
import { askHistory, contactOf, may, offerTimes, say } from "./steps.ts";
import type { Step, Talk } from "./talk.ts";
import type { Wish } from "./understand.ts";

/** What the agent does next, by what is known and what he may use. Pure. */
export function decide(memory: Memory, talk: Talk): Step {
  const phrases = phrasesOf(memory, talk);
  if (memory.answer) {
    const step = respond(memory, talk, phrases);
    if (step) return step;
  } else {
    const step = answerAside(memory, talk, phrases);
    if (step) return step;
  }
  if (memory.topic === "trouble" && memory.ticket === null) return takeTrouble(memory, talk, phrases);
  if (memory.topic === "property" && memory.booking === null) return sell(memory, talk, phrases);
  if (memory.heard?.greets) return say(phrases.greet_back(memory.heard.text), "need");
  return say(memory.said === 0 ? phrases.greet() : phrases.open_question(), "need");
}

/** Words that come before any business: a person wanted, a refusal, an old appointment, a farewell. */
function answerAside(memory: Memory, talk: Talk, phrases: Phrases): Step | null {
  const { heard, asked } = memory;
  if (!heard) return null;
  if (heard.refuses) return { kind: "say", text: phrases.refused(), asks: null, ends: true };
  if (memory.handed_over) return { kind: "say", text: phrases.handed_over(), asks: null, ends: heard.leaves };
  if (heard.person) return may(talk, "hand_over_to_staff", { reason: heard.text.slice(0, 300) }, phrases);
  if (heard.history) return askHistory(memory, talk, phrases);
  if (memory.topic === "history" && asked === "contact" && memory.phone !== null && !memory.knows_customer) {
    return may(talk, "find_or_create_customer", contactOf(memory), phrases);
  }
  if (heard.leaves) return goodbye(memory, phrases);
  const has_wish = Object.keys(heard.wish).length > 0 || heard.trouble !== null;
  if (asked === "more" && !has_wish) {
    if (heard.no || heard.thanks) return goodbye(memory, phrases);
    return say(phrases.open_question(), "need");
  }
  const breaks_off = heard.no && (heard.thanks || asked === "time" || asked === "contact" || asked === "phone");
  const has_stopped = breaks_off && memory.chosen !== null && heard.phone === null && memory.starts_at === null;
  if (!has_wish && (has_stopped || (heard.later && memory.search !== null && memory.booking === null))) {
    return { kind: "say", text: phrases.no_pressure(), asks: null, ends: true };
  }
  if (heard.no && (asked === "need" || asked === null) && !has_wish) return goodbye(memory, phrases);
  if (heard.thanks && !has_wish && (asked === null || asked === "need")) return say(phrases.welcome(), "more");
  return null;
}

function takeTrouble(memory: Memory, talk: Talk, phrases: Phrases): Step {
  const trouble = memory.trouble;
  const words = trouble?.text.split(/\s+/).length ?? 0;
  if (!trouble || (words < 4 && memory.asked !== "trouble")) return say(phrases.ask_trouble(), "trouble");
  const step = knowCustomer(memory, talk, phrases, "ticket");
  if (step) return step;
  const subject = trouble.text.length > 60 ? `${trouble.text.slice(0, 57).trimEnd()}…` : trouble.text;
  const details = { subject, description: trouble.text, category: trouble.category };
  return may(
    talk,
    "open_ticket",
    { ...details, priority: trouble.category === "complaint" ? "high" : "medium" },
    phrases,
  );
}

function sell(memory: Memory, talk: Talk, phrases: Phrases): Step {
  const { wish, search, chosen, heard, asked } = memory;
  if (chosen) return bookViewing(memory, talk, phrases);
  const question = missing(wish);
  if (question !== null) {
    const repeats = question === asked && memory.unclear > 0;
    return say(
      repeats ? phrases.again(question) : phrases.ask(question, Object.keys(heard?.wish ?? {}).length > 0),
      question,
    );
  }
  const wanted = criteria(wish);
  if (search?.key !== JSON.stringify(wanted)) return may(talk, "search_properties", wanted, phrases);
  if (search.listings.length === 0) {
    const has_more = asked !== "widen" || memory.unclear === 0;
    return has_more ? say(phrases.none_found(wish), "widen") : say(phrases.wish_kept(), "more");
  }
  if (heard?.no) return say(phrases.not_liked(), "widen");
  return say(heard?.asks_more ? phrases.detail_later() : phrases.which_one(), "choice");
}

function bookViewing(memory: Memory, talk: Talk, phrases: Phrases): Step {
  const step = knowCustomer(memory, talk, phrases, "booking");
  if (step) return step;
  if (memory.starts_at !== null && memory.chosen) {
    return may(talk, "request_booking", { property_id: memory.chosen.id, starts_at: memory.starts_at }, phrases);
  }
  return offerTimes(memory, talk, phrases, memory.asked === "time" ? "again" : "first");
}

function knowCustomer(memory: Memory, talk: Talk, phrases: Phrases, why: "booking" | "ticket"): Step | null {
  if (memory.knows_customer || !talk.tools.includes("find_or_create_customer")) return null;
  if (memory.phone !== null) return may(talk, "find_or_create_customer", contactOf(memory), phrases);
  if (memory.asked !== "contact" && memory.asked !== "phone") return say(phrases.ask_contact(why), "contact");
  return say(memory.name === null ? phrases.contact_again() : phrases.ask_phone(memory.name), "phone");
}

function missing(wish: Wish): "purpose" | "kind" | "district" | "budget" | "rooms" | null {
  if (wish.purpose === undefined) return "purpose";
  if (wish.kind === undefined) return "kind";
  if (wish.district === undefined && !wish.any_district) return "district";
  if (wish.max_price === undefined && !wish.any_budget) return "budget";
  const has_rooms = wish.kind !== "plot" && wish.kind !== "office";
  return has_rooms && wish.bedrooms === undefined && !wish.any_rooms ? "rooms" : null;
}

function criteria({ purpose, kind, district, city, max_price, bedrooms }: Wish): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries({
      purpose,
      kind,
      district,
      city,
      max_price: max_price === undefined ? undefined : Math.round(max_price),
      bedrooms: kind === "plot" || kind === "office" ? undefined : bedrooms,
    }).filter(([, value]) => value !== undefined),
  );
}

function goodbye(memory: Memory, phrases: Phrases): Step {
  return { kind: "say", text: phrases.goodbye(memory.customer_name), asks: null, ends: true };
}

function phrasesOf(memory: Memory, talk: Talk): Phrases {
  const choose = (wordings: readonly string[]) => wordings[(talk.seed + memory.said) % wordings.length] ?? "";
  return memory.language === "ar" ? arabic(choose) : english(choose);
}
