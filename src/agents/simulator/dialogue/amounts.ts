import { foldArabic } from "#lib/arabic.ts";

const words: Readonly<Record<string, number>> = {
  نص: 0.5,
  نصف: 0.5,
  ربع: 0.25,
  واحد: 1,
  واحده: 1,
  وحده: 1,
  اثنين: 2,
  ثنتين: 2,
  ثلاث: 3,
  ثلاثه: 3,
  اربع: 4,
  اربعه: 4,
  خمس: 5,
  خمسه: 5,
  ست: 6,
  سته: 6,
  سبع: 7,
  سبعه: 7,
  ثمان: 8,
  ثمانيه: 8,
  تسع: 9,
  تسعه: 9,
  عشر: 10,
  عشره: 10,
  عشرين: 20,
  ثلاثين: 30,
  اربعين: 40,
  خمسين: 50,
  ستين: 60,
  سبعين: 70,
  ثمانين: 80,
  تسعين: 90,
  ميه: 100,
  مايه: 100,
  ميتين: 200,
  ثلاثميه: 300,
  اربعميه: 400,
  خمسميه: 500,
  ستميه: 600,
  سبعميه: 700,
  ثمانميه: 800,
  تسعميه: 900,
  half: 0.5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const scales: Readonly<Record<string, number>> = {
  الف: 1e3,
  الاف: 1e3,
  مليون: 1e6,
  ملايين: 1e6,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
};
const doubles: Readonly<Record<string, number>> = { الفين: 2e3, مليونين: 2e6 };

/** The first sum of money in what somebody said, in whole units: "مليون ونص" 1500000, "٨٥٠ ألف" 850000, "1.2 million" 1200000.
 *  Without a scale only figures of 1000 and more count, unless `any` is set. Null: none. */
export function readAmount(text: string, any = false): number | null {
  let total = 0;
  let pending: number | null = null;
  let hasScale = false;
  let last_scale = 0;
  for (const token of tokens(text)) {
    const value = numberOf(token);
    // "I'm" is no million: a letter is a scale after a number only.
    const scale = token.length > 1 || pending !== null ? scales[token] : undefined;
    if (value !== null) {
      // "مليون ونص": half of the scale before it.
      if (value < 1 && last_scale > 0) total += value * last_scale;
      else pending = pending !== null && pending >= 20 && value < pending ? pending + value : value;
    } else if (scale !== undefined) {
      total += (pending ?? 1) * scale;
      last_scale = scale;
      pending = null;
      hasScale = true;
    } else if (doubles[token] !== undefined) {
      total += doubles[token];
      last_scale = doubles[token] / 2;
      hasScale = true;
    } else if (hasScale) {
      break;
    } else if (pending !== null && (any || pending >= 1000)) {
      break;
    } else {
      pending = null;
    }
  }
  if (hasScale) return total + (pending !== null && pending >= 1000 ? pending : 0);
  return pending !== null && (any || pending >= 1000) ? pending : null;
}

/** A small whole number said in digits or in a word: "٤", "أربع", "three". Null: none up to 20. */
export function readCount(text: string): number | null {
  for (const token of tokens(text)) {
    const value = numberOf(token);
    if (value !== null && Number.isInteger(value) && value <= 20) return value;
  }
  return null;
}

function numberOf(token: string): number | null {
  if (/^\d+(\.\d+)?$/.test(token)) return Number(token);
  return words[token] ?? null;
}

function tokens(text: string): string[] {
  return foldArabic(text)
    .replace(/(?<=\d)[,٬،](?=\d{3}(?!\d))/g, "")
    .replace(/(?<=\d)[٫,](?=\d)/g, ".")
    .replace(/(\d)([a-z\u0621-\u064a])/g, "$1 $2")
    .split(/[^\d.a-z\u0621-\u064a]+/)
    .map((token) => token.replace(/^\.+|\.+$/g, ""))
    .map((token) => (/^[وب]/.test(token) && isNumeral(token.slice(1)) ? token.slice(1) : token))
    .filter((token) => token !== "" && token !== "and");
}

const isNumeral = (token: string) =>
  numberOf(token) !== null || scales[token] !== undefined || doubles[token] !== undefined;
