import { latinDigits } from "#lib/digits.ts";
import type { Asked } from "./talk.ts";

const phone = /(?:\+|00)?\d(?:[\s-]?\d){7,14}/;
const named =
  /(?:اسمي|أنا اسمي|انا اسمي|الاسم|معك|my name is|my name's|name is|i am called)\s*:?\s*([\p{L}'-]+(?:\s+[\p{L}'-]+){0,2})/iu;
const fillers =
  /(^|\s)(و?رقمي|و?رقم|و?جوالي|الجوال|جوال|موبايلي|و?هاتفي|هو|اسمي|الاسم|أنا|انا|معك|تفضل|طيب|تمام|نعم|ايه|أيوه|أكيد|my|name|is|name's|i'm|i|am|it's|this|phone|number|mobile|and|the|sure|yes|ok|okay|please|here|call|me|at|on)(?=\s|$)/giu;

/** Name and phone in what somebody said, and the rest of it without the phone. A bare name is taken only where one was asked. */
export function readContact(text: string, asked: Asked): { name: string | null; phone: string | null; rest: string } {
  const latin = latinDigits(text).replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "");
  const found = phone.exec(latin);
  // Grouped money ("1,200,000") has commas and never so many digits; a bare 850000000 would be a strange budget.
  const number = found?.[0].replace(/[\s-]/g, "") ?? null;
  const rest = found ? latin.replace(found[0], " ") : latin;
  const introduced = named.exec(rest)?.[1];
  return { phone: number, rest, name: introduced ? tidy(introduced) : asked === "contact" ? bare(rest) : null };
}

function bare(rest: string): string | null {
  if (/[?؟]/.test(rest)) return null;
  const words = tidy(rest);
  return words !== null && words.split(" ").length <= 4 ? words : null;
}

function tidy(words: string): string | null {
  const kept = words
    .replace(/[^\p{L}\s'-]+/gu, " ")
    .replace(fillers, " ")
    .replace(fillers, " ")
    .replace(/(^|\s)[و-](?=\s|$)/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  return kept.length >= 2 && !/^(لا|no|not)(\s|$)/i.test(kept) ? kept : null;
}
