import { foldArabic } from "#lib/arabic.ts";
import { parse } from "../exchange.ts";
import { grouped } from "./phrases.ts";
import type { Language } from "./talk.ts";
import { type Heard, understand, type Wish } from "./understand.ts";

/** A line of a transcript; a tool's line is its name and what it answered. */
export interface TranscriptLine {
  by: "customer" | "agent" | "tool";
  text: string;
}

export interface Summary {
  summary: string;
  outcome:
    | "booked"
    | "interested"
    | "answered"
    | "ticket_opened"
    | "handed_over"
    | "not_interested"
    | "no_answer"
    | "wrong_number";
  next_step: string;
  sentiment: "positive" | "neutral" | "negative";
  /** His own words when he wants no more calls. */
  refusal_quote: string | null;
}

/** What a talk came to, from its lines alone, in the language asked for. */
export function summarise(lines: readonly TranscriptLine[], language: Language): Summary {
  const said = lines.filter(({ by }) => by === "customer").map(({ text }) => understand(text, null));
  const wish: Wish = Object.assign({}, ...said.map((heard) => heard.wish));
  const outcome = outcomeOf(lines, said, wish);
  const words = language === "ar" ? arabic : english;
  const trouble = said.find((heard) => heard.trouble)?.text;
  const about = trouble === undefined ? words.wants(wish) : words.trouble(trouble.slice(0, 160));
  const summary = [outcome === "no_answer" ? "" : about, words.outcomes[outcome][0]].filter(Boolean).join(" ");
  const refusal_quote = said.find((heard) => heard.refuses)?.text ?? null;
  return {
    summary,
    outcome,
    next_step: words.outcomes[outcome][1],
    sentiment: sentimentOf(said, outcome),
    refusal_quote,
  };
}

/** The lines of a transcript written as "customer: …" in either language, with or without times before. */
export function transcriptLines(text: string): TranscriptLine[] {
  const lines: TranscriptLine[] = [];
  for (const line of text.split("\n")) {
    const found =
      /^[\s\-*[(]*(?:\d{1,2}:\d{2}(?::\d{2})?[\])\s]*)?\s*([\p{L} _]{2,30}?)\s*(?:\([^)]*\))?\s*[:：]\s*(.+)$/u.exec(
        line,
      );
    const by = speakerOf(found?.[1] ?? "");
    if (by !== null && found?.[2]) lines.push({ by, text: unquoted(found[2]) });
    else if (lines.length > 0 && line.trim() !== "") {
      const last = lines.at(-1);
      if (last) last.text += ` ${line.trim()}`;
    }
  }
  return lines;
}

/** Words are given as they are, or as a JSON string. */
function unquoted(words: string): string {
  const said = words.startsWith('"') ? parse(words) : undefined;
  return typeof said === "string" ? said : words;
}

function speakerOf(label: string): TranscriptLine["by"] | null {
  const name = foldArabic(label);
  if (/^(customer|user|caller|العميل|عميل|المتصل)$/.test(name)) return "customer";
  if (/^(agent|assistant|bot|staff|الوكيل|الوكيله|وكيل|المساعد|موظف|الموظف)/.test(name)) return "agent";
  return /^(tool|اداه|الاداه)/.test(name) ? "tool" : null;
}

function outcomeOf(lines: readonly TranscriptLine[], said: readonly Heard[], wish: Wish): Summary["outcome"] {
  const agent = foldArabic(
    lines
      .filter(({ by }) => by !== "customer")
      .map(({ text }) => text)
      .join("\n"),
  );
  const customer = foldArabic(said.map(({ text }) => text).join("\n"));
  if (said.length === 0) return "no_answer";
  if (/الرقم غلط|رقم غلط|wrong number/.test(customer)) return "wrong_number";
  if (said.some((heard) => heard.refuses) || /مو مهتم|غير مهتم|not interested/.test(customer)) return "not_interested";
  if (
    /طلب المعاينه يوم|رفع طلب المعاينه|viewing is requested|حجزت لك|ثبت(ت|نا) لك|booked you|your viewing is/.test(agent)
  )
    return "booked";
  if (/request_booking[^\n]*(pending|booking)/.test(agent)) return "booked";
  if (/فتحت لك تذكره|رفعت لك بلاغ|opened a ticket|open_ticket/.test(agent)) return "ticket_opened";
  if (/حولتك|احولك|passed you to|hand_over_to_staff|transfer you/.test(agent)) return "handed_over";
  return Object.keys(wish).length > 0 ? "interested" : "answered";
}

function sentimentOf(said: readonly Heard[], outcome: Summary["outcome"]): Summary["sentiment"] {
  if (said.some((heard) => heard.refuses || heard.trouble === "complaint")) return "negative";
  if (outcome === "booked" || said.some((heard) => heard.thanks)) return "positive";
  return said.some((heard) => heard.trouble) ? "negative" : "neutral";
}

interface Words {
  wants(wish: Wish): string;
  trouble(text: string): string;
  /** What it came to, and what follows. */
  outcomes: Readonly<Record<Summary["outcome"], readonly [summary: string, next_step: string]>>;
}

const kinds_ar = { villa: "فيلا", apartment: "شقة", townhouse: "تاون هاوس", plot: "أرض", office: "مكتب" } as const;

const arabic: Words = {
  wants: ({ kind, purpose, district, city, max_price, bedrooms }) => {
    const facts = [
      kind === undefined ? "عقار" : kinds_ar[kind],
      purpose === undefined ? "" : purpose === "sale" ? "للشراء" : "للإيجار",
      district ? `في ${district}` : city ? `في ${city}` : "",
      bedrooms === undefined ? "" : `بعدد غرف ${bedrooms}`,
      max_price === undefined ? "" : `بميزانية حتى ${grouped(String(max_price))}`,
    ].filter(Boolean);
    return facts.length > 1 || kind !== undefined ? `العميل يبحث عن ${facts.join(" ")}.` : "تواصل العميل للاستفسار.";
  },
  trouble: (text) => `أبلغ العميل عن مشكلة: «${text}».`,
  outcomes: {
    booked: ["طُلبت له معاينة وهي بانتظار الاعتماد.", "اعتماد موعد المعاينة وتأكيده للعميل."],
    interested: ["أبدى اهتمامه ولم يحجز معاينة بعد.", "التواصل معه بخيارات مناسبة وعرض موعد معاينة."],
    answered: ["أُجيب عن استفساره.", "لا يلزم إجراء."],
    ticket_opened: ["فُتحت له تذكرة.", "متابعة التذكرة والرد على العميل."],
    handed_over: ["طلب التحدث مع موظف وحُوّلت المحادثة.", "أن يتواصل معه موظف في أقرب وقت."],
    not_interested: ["أبدى عدم رغبته.", "عدم الاتصال به مرة أخرى."],
    no_answer: ["لم يردّ العميل.", "إعادة المحاولة في وقت آخر."],
    wrong_number: ["الرقم لا يخص العميل.", "تصحيح رقم العميل."],
  },
};

const english: Words = {
  wants: ({ kind, purpose, district, city, max_price, bedrooms }) => {
    const facts = [
      kind ?? "a property",
      purpose === undefined ? "" : purpose === "sale" ? "to buy" : "to rent",
      district ? `in ${district}` : city ? `in ${city}` : "",
      bedrooms === undefined ? "" : `with ${bedrooms} bedrooms`,
      max_price === undefined ? "" : `for at most ${grouped(String(max_price))}`,
    ].filter(Boolean);
    return facts.length > 1 || kind !== undefined
      ? `The customer is looking for: ${facts.join(" ")}.`
      : "The customer made an enquiry.";
  },
  trouble: (text) => `The customer reported a problem: "${text}".`,
  outcomes: {
    booked: ["A viewing was requested and awaits approval.", "Approve the viewing and confirm it to the customer."],
    interested: [
      "They are interested and have not booked a viewing yet.",
      "Follow up with suitable listings and offer a viewing.",
    ],
    answered: ["The question was answered.", "Nothing to do."],
    ticket_opened: ["A ticket was opened.", "Work on the ticket and answer the customer."],
    handed_over: ["They asked for a person and were handed over.", "A member of staff should get in touch soon."],
    not_interested: ["They are not interested.", "Do not call again."],
    no_answer: ["The customer did not answer.", "Try again at another time."],
    wrong_number: ["The number is not the customer's.", "Correct the customer's number."],
  },
};
