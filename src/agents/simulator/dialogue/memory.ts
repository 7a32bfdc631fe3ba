import { foldArabic } from "#lib/arabic.ts";
import { decide } from "./decide.ts";
import type { Asked, Language, Listing, Talk, Turn } from "./talk.ts";
import { localInstant, ordinal, readTime } from "./times.ts";
import { type Heard, understand, type Wish } from "./understand.ts";

/** Everything a talk has come to, worked out anew from its turns each time: the engine itself keeps nothing. */
export interface Memory {
  language: Language;
  heard: Heard | null;
  wish: Wish;
  topic: "property" | "trouble" | "history" | null;
  trouble: { text: string; category: "maintenance" | "complaint" } | null;
  name: string | null;
  phone: string | null;
  knows_customer: boolean;
  customer_name: string | null;
  search: { key: string; listings: readonly Listing[] } | null;
  chosen: Listing | null;
  offered: readonly string[];
  starts_at: string | null;
  /** Reference of the booking, "" when it has none. */
  booking: string | null;
  ticket: string | null;
  handed_over: boolean;
  asked: Asked;
  /** Answers in a row that did not say what was asked for. */
  unclear: number;
  /** The tool that has just answered, and what. */
  answer: { name: string; arguments: Record<string, unknown>; result: Record<string, unknown> } | null;
  /** How many lines the agent has said. */
  said: number;
}

/** What is known after all turns of a talk. */
export function remember(talk: Talk): Memory {
  const memory: Memory = {
    language: talk.language,
    heard: null,
    wish: {},
    topic: null,
    trouble: null,
    name: null,
    phone: null,
    knows_customer: talk.knows_customer,
    customer_name: null,
    search: null,
    chosen: null,
    offered: [],
    starts_at: null,
    booking: null,
    ticket: null,
    handed_over: false,
    asked: null,
    unclear: 0,
    answer: null,
    said: 0,
  };
  for (const turn of talk.turns) take(memory, turn, talk);
  return memory;
}

function take(memory: Memory, turn: Turn, talk: Talk) {
  if (turn.by === "tool") return learn(memory, turn, talk);
  if (turn.by === "customer") return hear(memory, understand(turn.text, memory.asked), talk);
  if (memory.said === 0 && memory.heard === null) memory.asked = "need";
  else {
    // What the agent's words asked is what they would ask now: nothing has to be read out of the words themselves.
    const step = decide(memory, talk);
    if (step.kind === "say") {
      memory.asked = step.asks;
      if (step.offers) memory.offered = step.offers;
    }
  }
  memory.said += 1;
  memory.answer = null;
}

function hear(memory: Memory, heard: Heard, talk: Talk) {
  const asked = memory.asked;
  memory.language = heard.language ?? memory.language;
  memory.heard = heard;
  memory.answer = null;
  memory.name = heard.name ?? memory.name;
  memory.phone = heard.phone ?? memory.phone;
  if (heard.trouble && memory.ticket === null) {
    memory.topic = "trouble";
    memory.trouble = { text: heard.text, category: heard.trouble };
  } else if (asked === "trouble" && memory.trouble) {
    memory.trouble = { ...memory.trouble, text: `${memory.trouble.text}. ${heard.text}` };
  } else if (heard.history) memory.topic = "history";

  const before = JSON.stringify(memory.wish);
  const listings = memory.search?.listings ?? [];
  const picked = asked === "choice" ? pick(heard, listings) : null;
  if (picked) memory.chosen = picked;
  else {
    const { any_district, district, ...others } = heard.wish;
    Object.assign(memory.wish, others);
    if (district !== undefined) Object.assign(memory.wish, { district, any_district: false });
    if (any_district) forget(memory.wish, "district");
    if (asked === "widen" && heard.yes && Object.keys(heard.wish).length === 0) widen(memory.wish);
    if (Object.keys(heard.wish).length > 0) memory.topic ??= "property";
  }
  if (asked === "more" && Object.keys(heard.wish).length > 0) restart(memory, heard);
  if (asked === "time" && memory.chosen) {
    memory.starts_at = readTime(heard.text, memory.offered, talk.now, talk.offset);
    if (memory.starts_at === null && heard.yes) memory.starts_at = memory.offered[0] ?? null;
  }
  const has_moved = picked !== null || memory.starts_at !== null || JSON.stringify(memory.wish) !== before;
  memory.unclear = has_moved || heard.phone !== null ? 0 : memory.unclear + 1;
  if (memory.unclear >= 2) letGo(memory, asked);
}

/** Gives up the narrowest part of a wish that found nothing. */
function widen(wish: Wish): void {
  if (wish.district !== undefined) forget(wish, "district");
  else if (wish.max_price !== undefined) forget(wish, "budget");
  else forget(wish, "rooms");
}

function forget(wish: Wish, what: "district" | "budget" | "rooms"): void {
  wish[`any_${what}`] = true;
  delete wish[({ district: "district", budget: "max_price", rooms: "bedrooms" } as const)[what]];
}

/** A question that was not answered twice is not put a third time. */
function letGo(memory: Memory, asked: Asked) {
  if (asked === "purpose") memory.wish.purpose = "sale";
  if (asked === "district") memory.wish.any_district = true;
  if (asked === "budget") memory.wish.any_budget = true;
  if (asked === "rooms") memory.wish.any_rooms = true;
}

/** A second wish in the same talk begins anew. */
function restart(memory: Memory, heard: Heard) {
  memory.topic = "property";
  memory.wish = { ...heard.wish };
  Object.assign(memory, { search: null, chosen: null, offered: [], starts_at: null, booking: null });
}

function pick(heard: Heard, listings: readonly Listing[]): Listing | null {
  const said = foldArabic(heard.text);
  const place = ordinal(said);
  if (place !== null) return listings.at(place) ?? null;
  if (/ارخص|cheap/.test(said)) return [...listings].sort((a, b) => Number(a.price) - Number(b.price))[0] ?? null;
  const named = listings.find(({ reference, title, district }) =>
    [reference, title, district].some((word) => word !== "" && said.includes(foldArabic(word))),
  );
  if (named) return named;
  const likes = heard.yes || /عجب|مناسب|ابي احجز|معاينه|احجز|\bbook\b|viewing|visit|i like/.test(said);
  return likes && !heard.no ? (listings[0] ?? null) : null;
}

function learn(memory: Memory, turn: Turn & { by: "tool" }, talk: Talk) {
  const { name, result } = turn;
  memory.answer = { name, arguments: turn.arguments, result };
  if (result.error === "customer_unknown") {
    memory.knows_customer = false;
    memory.phone = null;
  }
  if (name === "search_properties" && Array.isArray(result.properties)) {
    memory.search = { key: JSON.stringify(turn.arguments), listings: result.properties.slice(0, 3) };
    memory.chosen = null;
  }
  if (name === "find_or_create_customer") {
    const found = result.customer;
    if (typeof found === "object" && found !== null) {
      memory.knows_customer = true;
      // A customer made without a name is called by his number.
      const name = "name" in found && typeof found.name === "string" ? found.name : "";
      memory.customer_name = /\p{L}/u.test(name) ? name : null;
    } else if (result.error === "other_customer") memory.knows_customer = true;
    else memory.phone = null;
  }
  if (name === "request_booking") {
    const booking = result.booking;
    if (typeof booking === "object" && booking !== null) {
      memory.booking = "reference" in booking ? String(booking.reference) : "";
      if ("starts_at" in booking) memory.starts_at = String(booking.starts_at);
    } else {
      memory.starts_at = null;
      const free = Array.isArray(result.free_times) ? result.free_times : [];
      memory.offered = free.slice(0, 3).map((time) => localInstant(String(time), talk.offset));
    }
  }
  if (name === "open_ticket" && result.error === undefined) {
    const ticket = result.ticket;
    const number =
      typeof ticket === "object" && ticket !== null && "reference" in ticket ? ticket.reference : result.reference;
    memory.ticket = number === undefined ? "" : String(number);
  }
  if (name === "hand_over_to_staff") memory.handed_over = true;
}
