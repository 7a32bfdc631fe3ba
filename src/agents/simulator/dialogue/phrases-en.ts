import { type Choose, grouped, type Phrases, type Slot } from "./phrases.ts";
import type { Listing } from "./talk.ts";

const questions: Readonly<Record<Slot, readonly string[]>> = {
  purpose: ["Are you looking to buy or to rent?", "Is it to buy or to rent?"],
  kind: [
    "What kind of place suits you: a villa, an apartment, a townhouse, a plot or an office?",
    "Which would it be: villa, apartment, townhouse, plot or office?",
  ],
  district: ["Which area would you like to be in?", "Any district you have in mind?"],
  budget: ["Roughly what is your budget?", "What price would you like to stay under?"],
  rooms: ["How many bedrooms do you need?", "How many bedrooms would be enough?"],
};

/** Short and warm, one question at a time. */
export const english = (choose: Choose): Phrases => ({
  greet: () => choose(["Hello and welcome. How can I help you today?", "Hi there. What can I do for you?"]),
  greet_back: () => choose(["Hello and welcome. How can I help you today?", "Hello there. What can I do for you?"]),
  open_question: () =>
    choose([
      "Happy to help. Are you looking for a property, or is it about a viewing or a problem?",
      "Of course. Shall we look for a property, or is there something else?",
    ]),
  welcome: () => choose(["You're very welcome. Anything else?", "My pleasure. Is there anything else I can do?"]),
  ask: (what, has_understood) =>
    `${has_understood ? choose(["Lovely. ", "Got it. ", "Great. "]) : ""}${choose(questions[what])}`,
  again: (what) =>
    `${choose(["Sorry, I didn't catch that. ", "I'm not sure I understood. "])}${choose(questions[what])}`,
  present: (listings) =>
    listings.length === 1
      ? `I found one that fits:\n${listings.map(line).join("\n")}\nShall I arrange a viewing?`
      : `I found ${listings.length} that fit:\n${listings.map((listing, at) => `${at + 1}. ${line(listing)}`).join("\n")}\nWhich one would you like to see?`,
  none_found: (wish) =>
    wish.district === undefined
      ? "Nothing like that is available right now. Shall we raise the budget a little or change the rooms?"
      : `Nothing like that is available in ${wish.district} right now. Shall I look in other areas, or change the budget?`,
  not_liked: () => "No problem. Shall I try another area or another budget?",
  wish_kept: () =>
    "No worries, your request is noted, and the team will call when something suitable comes up. Anything else?",
  which_one: () =>
    choose(["Which of them would you like to see?", "Tell me the number you like and I'll arrange a viewing."]),
  detail_later: () =>
    "I don't have that detail here; a colleague will confirm it at the viewing. Which one would you like to see?",
  ask_contact: (why) =>
    why === "history"
      ? "Of course. May I have your name and mobile number to find your file?"
      : why === "ticket"
        ? "I'm sorry about that. May I have your name and mobile number, so that I can report it for you?"
        : choose([
            "Good choice. May I have your name and mobile number for the viewing?",
            "Lovely. What's your name and mobile number?",
          ]),
  ask_phone: (name) => `Nice to meet you, ${name.split(" ")[0]}. And your mobile number?`,
  contact_again: () => "I couldn't take that number. Could you give me the full mobile number again?",
  offer_times: (times, how, name) =>
    `${how === "taken" ? "That time is taken, I'm afraid. Free times are: " : how === "again" ? "Please pick one of these: " : `Thank you${name ? `, ${name.split(" ")[0]}` : ""}. For the viewing I have: `}${listed(times)}. Which suits you?`,
  booked: (when, reference) =>
    `Your viewing is requested${when ? ` for ${when}` : ""}${reference ? `, number ${reference}` : ""}. The team will confirm it shortly. Anything else?`,
  ask_trouble: () =>
    choose([
      "I'm sorry to hear that. What exactly happened, and in which unit?",
      "Sorry about that. Could you tell me what is wrong?",
    ]),
  ticket_opened: (reference) =>
    `I've opened a ticket${reference ? `, number ${reference}` : ""}, and the team will get back to you soon. Anything else?`,
  history: (lines) =>
    lines.length === 0
      ? "I can't find anything on record yet. Shall we start something new?"
      : `This is what I have on record:\n${lines.join("\n")}\nShall we carry on from there, or is there something else?`,
  handing_over: () => "Of course. I've passed you to a colleague, who will be with you shortly.",
  handed_over: () => "A colleague has your request and will take it from here.",
  callback_subject: () => "Customer asks to speak with a member of staff",
  colleague_will: () => "I'll need a colleague for that; someone will contact you soon. Anything else?",
  tool_failed: () => "Sorry, that didn't work just now. The team will follow up with you. Anything else?",
  refused: () => "Understood, we won't call you again. Sorry to have disturbed you. Goodbye.",
  no_pressure: () => "No problem at all. I'm here whenever you're ready. Goodbye.",
  goodbye: (name) =>
    choose([
      `Thank you${name ? `, ${name.split(" ")[0]}` : ""}. You're welcome any time. Goodbye.`,
      `It was a pleasure${name ? `, ${name.split(" ")[0]}` : ""}. Have a lovely day.`,
    ]),
});

function line({ title, kind, district, bedrooms, area_m2, price, currency, purpose }: Listing): string {
  const facts = [
    title || kind,
    // The portal keeps a district as it is written on site; among English words Arabic ones would turn the line around.
    title.toLowerCase().includes(district.toLowerCase()) || /\p{Script=Arabic}/u.test(district) ? null : district,
    bedrooms === null ? null : `${bedrooms} bedroom${bedrooms === 1 ? "" : "s"}`,
    area_m2 === null ? null : `${grouped(String(area_m2))} m²`,
    `${currency} ${grouped(price)}${purpose === "rent" ? " a year" : ""}`,
  ];
  return facts.filter((fact) => fact !== null && fact !== "").join(", ");
}

function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join("; ")}; or ${items.at(-1)}`;
}
