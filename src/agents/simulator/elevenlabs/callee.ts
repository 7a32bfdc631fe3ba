import type { Asked, Language } from "../dialogue/talk.ts";

/** Who picks up a simulated call, by the last two digits of the number:
 *
 *  | …00 | …01 | …02 | …03 | …04 |
 *  | --- | --- | --- | --- | --- |
 *  | busy | no answer | voicemail | answers, and asks never to be called again | the vendor fails: not dialled |
 *
 *  Any other number answers, and by seed and number books a viewing (4 of 10), is interested (3) or is not (3). */
export type Callee =
  | "busy"
  | "no_answer"
  | "voicemail"
  | "refuses"
  | "vendor_failure"
  | "books"
  | "interested"
  | "not_interested";

export function calleeOf(number: string, seed: number): Callee {
  const fixed = {
    "00": "busy",
    "01": "no_answer",
    "02": "voicemail",
    "03": "refuses",
    "04": "vendor_failure",
  } as const;
  const ending = number.slice(-2);
  if (ending in fixed) return fixed[ending as keyof typeof fixed];
  const chance = chanceOf(`${seed}:${number}`) % 10;
  return chance < 4 ? "books" : chance < 7 ? "interested" : "not_interested";
}

/** What he says to the agent's question; null: he hangs up. `turn` counts his own lines from 0. */
export function replyOf(
  callee: Callee,
  asked: Asked,
  options: { number: string; language: Language; turn: number },
): string | null {
  const { language, turn, number } = options;
  const words = language === "ar" ? arabic : english;
  if (turn > 12) return null;
  if (callee === "refuses") return turn === 0 ? words.refuse : null;
  if (callee === "not_interested") return turn === 0 ? words.no_interest : null;
  if (asked === "choice" && callee === "interested") return words.think;
  if (asked === null) return null;
  const chance = chanceOf(number);
  if (asked === "need") return turn === 0 ? (words.need[chance % words.need.length] ?? null) : words.leave;
  if (asked === "widen") return turn > 8 ? words.think : words.anywhere;
  if (asked === "contact" || asked === "phone") return `${words.name} ${number}`;
  return words.answers[asked];
}

const arabic = {
  refuse: "لا تتصلون علي مرة ثانية لو سمحتم",
  no_interest: "لا شكرًا، مو مهتم حاليًا",
  think: "حلوة الخيارات، خلني أفكر وأرد عليكم",
  need: [
    "إيه والله، أدوّر فيلا للشراء",
    "هلا، أبي شقة للإيجار",
    "أبي شقة للشراء للاستثمار",
    "محتاجين فيلا للإيجار للعائلة",
  ],
  leave: "مع السلامة",
  anywhere: "أي حي عادي، ما يفرق",
  name: "اسمي سعد",
  answers: {
    purpose: "شراء",
    kind: "فيلا",
    district: "أي حي مناسب، ما يفرق",
    budget: "ما يفرق، حسب العرض",
    rooms: "ما يفرق",
    choice: "الأول عجبني",
    time: "الموعد الأول يناسبني",
    trouble: "ولا شي، مشكور",
    more: "لا شكرًا، مع السلامة",
  },
};
const english: typeof arabic = {
  refuse: "Please don't call me again",
  no_interest: "No thanks, not interested",
  think: "Nice options, let me think about it and get back to you",
  need: [
    "Yes, I'm looking to buy a villa",
    "Hi, I want to rent an apartment",
    "I'd like to buy an apartment as an investment",
    "We need a villa to rent",
  ],
  leave: "Goodbye",
  anywhere: "Anywhere is fine, it doesn't matter",
  name: "My name is Sam",
  answers: {
    purpose: "To buy",
    kind: "A villa",
    district: "Anywhere, no preference",
    budget: "I'm flexible, it doesn't matter",
    rooms: "It doesn't matter",
    choice: "The first one, please",
    time: "The first one works",
    trouble: "Nothing, thank you",
    more: "No thanks, goodbye",
  },
};

/** A whole number that depends on nothing but the text (FNV-1a). */
function chanceOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return (hash ^ (hash >>> 15)) >>> 0;
}
