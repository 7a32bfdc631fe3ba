import { foldArabic } from "#lib/arabic.ts";
import { latinDigits } from "#lib/digits.ts";
import type { Language } from "./talk.ts";

const day_ms = 86_400_000;

/** Three times for a viewing, soonest first, as ISO instants with the offset: from tomorrow on, Monday to Thursday, which are
 *  working days all over the Gulf. */
export function viewingTimes(now: Date, offset: string): string[] {
  const days: string[] = [];
  for (let ahead = 1; days.length < 2; ahead++) {
    const day = localDay(new Date(now.getTime() + ahead * day_ms), offset);
    if ([1, 2, 3, 4].includes(weekdayOf(day))) days.push(day);
  }
  const [first = "", second = ""] = days;
  return [at(first, 10, offset), at(first, 16, offset), at(second, 11, offset)];
}

/** Which time a customer means: one of those offered by its place, day or hour, or another that he names. Null: none. */
export function readTime(text: string, offered: readonly string[], now: Date, offset: string): string | null {
  const said = foldArabic(text);
  const place = ordinal(said);
  const day = readDay(said, now, offset);
  const hour = readHour(said);
  const part = hour === null ? dayParts.find(({ name }) => name.test(said)) : undefined;
  if (place !== null && day === null && hour === null && !part) return offered.at(place) ?? null;
  const fits = (time: string) => {
    const its = hourOf(time);
    return hour === null ? !part || (its >= part.from && its < part.to) : its === hour;
  };
  const isNamed = day !== null || hour !== null || part !== undefined;
  const fitting = offered.find((time) => (day === null || time.startsWith(day)) && fits(time));
  if (isNamed && fitting !== undefined) return fitting;
  const wanted = hour ?? part?.usual;
  const on = day ?? offered[0]?.slice(0, 10);
  return wanted === undefined || on === undefined ? null : at(on, wanted, offset);
}

/** "الثلاثاء 1 ديسمبر، 4 مساءً" or "Tuesday 1 December, 4 pm". */
export function sayTime(instant: string, offset: string, language: Language): string {
  const at = new Date(instant);
  const locale = language === "ar" ? "ar-u-nu-latn-ca-gregory" : "en-GB";
  const day = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long", timeZone: offset });
  const local = new Date(at.getTime() + minutesOf(offset) * 60_000);
  const [hour, minute] = [local.getUTCHours(), local.getUTCMinutes()];
  const clock = `${hour % 12 === 0 ? 12 : hour % 12}${minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`}`;
  const date = day.format(at).replace(/،/g, "");
  if (language === "ar") return `${date}، ${clock} ${hour < 12 ? "صباحًا" : "مساءً"}`;
  return `${date.replace(",", "")}, ${clock} ${hour < 12 ? "am" : "pm"}`;
}

const weekdays: readonly RegExp[] = [
  /الاحد|sunday/,
  /الاثنين|monday/,
  /الثلاثاء|الثلوث|tuesday/,
  /الاربعاء|الربوع|wednesday/,
  /الخميس|thursday/,
  /الجمعه|friday/,
  /السبت|saturday/,
];

function readDay(said: string, now: Date, offset: string): string | null {
  const ahead = (days: number) => localDay(new Date(now.getTime() + days * day_ms), offset);
  if (/بعد بكره|بعد باكر|day after tomorrow/.test(said)) return ahead(2);
  if (/بكره|باكر|بكرا|غدا|tomorrow/.test(said)) return ahead(1);
  if (/اليوم(?! )|^اليوم|today/.test(said)) return ahead(0);
  const wanted = weekdays.findIndex((name) => name.test(said));
  if (wanted < 0) return null;
  for (let days = 1; days <= 7; days++) if (weekdayOf(ahead(days)) === wanted) return ahead(days);
  return null;
}

/** Parts of a day by the hours people mean, and the one taken when nothing nearer is offered. */
const dayParts: readonly { name: RegExp; from: number; to: number; usual: number }[] = [
  { name: /الصبح|صباح|الضحي|\bmorning\b/, from: 8, to: 12, usual: 10 },
  { name: /الظهر|ظهر|\bnoon\b/, from: 12, to: 15, usual: 13 },
  { name: /العصر|عصر|\bafternoon\b/, from: 13, to: 18, usual: 16 },
  { name: /المغرب|المساء|مساء|بالليل|\bevening\b/, from: 16, to: 21, usual: 18 },
];

const hours: Readonly<Record<string, number>> = {
  الواحده: 1,
  الثانيه: 2,
  الثالثه: 3,
  الرابعه: 4,
  الخامسه: 5,
  السادسه: 6,
  السابعه: 7,
  الثامنه: 8,
  التاسعه: 9,
  العاشره: 10,
  "الحاديه عشر": 11,
};

/** Viewings are between 8 and 20 o'clock: an hour without its half of the day is the one in between. */
function readHour(said: string): number | null {
  const figure =
    /(?:الساعه|ساعه|at|around) ?(\d{1,2})|(\d{1,2})(?::\d\d)? ?(?:am|pm|صباح|الصبح|مساء|العصر|عصر|المغرب)/.exec(said);
  const word = Object.keys(hours).find((name) => said.includes(`الساعه ${name}`) || said.includes(`${name} عصر`));
  const named = /خمس العصر|الساعه خمس/.test(said) ? 5 : /الساعه اربع/.test(said) ? 4 : undefined;
  const hour = Number(figure?.[1] ?? figure?.[2] ?? (word === undefined ? named : hours[word]));
  if (!Number.isInteger(hour) || hour < 0 || hour > 23) return null;
  if (/\d ?am|صباح|الصبح/.test(said)) return hour % 12;
  if (/\d ?pm|مساء|عصر|مغرب/.test(said)) return (hour % 12) + 12;
  return hour < 8 ? hour + 12 : hour;
}

/** "الأول", "the second one", "3": a place in a list that was read out, from 0; -1 is the last. Null: none. */
export function ordinal(said: string): number | null {
  const text = latinDigits(said);
  if (/الاول|اول واحد|اول موعد|اول خيار|\bfirst\b|(^| )(رقم )?1($| )|number one/.test(text)) return 0;
  if (/الثاني(?!ه عشر)|ثاني واحد|ثاني موعد|\bsecond\b|(^| )(رقم )?2($| )|number two/.test(text)) return 1;
  if (/الثالث|ثالث واحد|\bthird\b|(^| )(رقم )?3($| )|number three/.test(text)) return 2;
  if (/الاخير|اخر واحد|\blast one\b/.test(text)) return -1;
  return null;
}

const at = (day: string, hour: number, offset: string) => `${day}T${String(hour).padStart(2, "0")}:00:00${offset}`;
const hourOf = (instant: string) => Number(instant.slice(11, 13));
const weekdayOf = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay();

function localDay(instant: Date, offset: string): string {
  return new Date(instant.getTime() + minutesOf(offset) * 60_000).toISOString().slice(0, 10);
}

function minutesOf(offset: string): number {
  const sign = offset.startsWith("-") ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6)));
}

/** An instant written with the company's own offset, so that its day and hour can be read off: "2026-12-01T16:00:00+03:00". */
export function localInstant(instant: string, offset: string): string {
  const shifted = new Date(new Date(instant).getTime() + minutesOf(offset) * 60_000);
  return `${shifted.toISOString().slice(0, 19)}${offset}`;
}
