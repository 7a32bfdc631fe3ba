import { foldArabic } from "#lib/arabic.ts";

const cities: readonly (readonly [string, RegExp])[] = [
  ["الرياض", /^(ال)?رياض$|^riyadh$/],
  ["جدة", /^جده$|^jeddah$/],
  ["الدمام", /^(ال)?دمام$|^dammam$/],
  ["دبي", /^دبي$|^dubai$/],
  ["أبوظبي", /^ابو ?ظبي$|^abu dhabi$/],
  ["الشارقة", /^(ال)?شارقه$|^sharjah$/],
];
const stops =
  /^(ب|بسعر|سعر|سعرها|سعره|بحدود|حدود|حوالي|بميزانيه|ميزانيه|ميزانيتي|و?ميزانيتي|للايجار|للشراء|للبيع|ايجار|شراء|تمليك|او|مع|من|الي|غرف|غرفه|غرفتين|ثلاثه?|اربعه?|خمسه?|سته?|تكون|يكون|فيها|علي|لو|اذا|ان|يعني|بالسنه|سنوي|شهري|budget|under|for|with|at|to|up|below|around|about|max|maximum|and|or|is|that|please|rent|sale|buy|bed|beds|bedroom|bedrooms|by|from|which|my|we|i|the|one|two|three|four|five|six)$/;
const no_places =
  /^(السنه|الشهر|اليوم|الحقيقه|الواقع|اقرب|وقت|الموضوع|النت|بالي|خاطري|مشكله|واحد|شي|حاله|حي|mind|general|advance|case|total|cash|fact|march|it|a|an|this|that|english|arabic|any|اي|الاولي?|الثاني(ه)?|الثالثه?|الرابعه?|الاخيره?|first|second|third|last)$/;

/** District and city in what somebody said. `whole`: the question was where, so all of it is a place if nothing marks one. */
export function readPlace(text: string, whole: boolean): { district: string | null; city: string | null } {
  const tokens = text
    .replace(/[.,،؛;:!?؟()"«»]+/g, " , ")
    .split(/\s+/)
    .filter((token) => token !== "");
  const marked = markedPlace(tokens);
  const words = marked ?? (whole ? plain(tokens) : []);
  if (words.length === 0) return { district: null, city: null };
  const city = cityOf(words.join(" "));
  if (city !== null) return { district: null, city };
  // "الملقا الرياض", "Al Malqa Riyadh": the last word is the city.
  const last = cityOf(words.at(-1) ?? "");
  const district = last !== null && words.length > 1 ? words.slice(0, -1) : words;
  return { district: district.join(" "), city: last };
}

function markedPlace(tokens: readonly string[]): string[] | null {
  for (const [index, token] of tokens.entries()) {
    const folded = foldArabic(token);
    // "أي حي" is any of them.
    if (/^(اي|any)$/.test(foldArabic(tokens[index - 1] ?? ""))) continue;
    const glued = /^ب(ال\S{3,})$/.exec(token)?.[1];
    if (
      glued !== undefined &&
      !/^(ايجار|سنه|شهر|ريال|درهم|كامل|اقساط|كاش|تقسيط|تمليك|زبط|ضبط)/.test(foldArabic(glued).slice(2))
    ) {
      const found = run([glued, ...tokens.slice(index + 1)]);
      if (found.length > 0) return found;
    }
    if (/^(في|ب?حي|ب?منطقه|in|near|around)$/.test(folded) || /^(ب?الحي)$/.test(folded)) {
      const found = run(tokens.slice(index + 1));
      if (found.length > 0) return found;
    }
  }
  return null;
}

/** The words of a place, up to whatever cannot belong to one. */
function run(tokens: readonly string[]): string[] {
  const words: string[] = [];
  for (const token of tokens) {
    const folded = foldArabic(token);
    if (words.length === 0 && /^(حي|منطقه|the)$/.test(folded)) continue;
    if (stops.test(folded) || /\d/.test(folded) || token === "," || words.length === 3) break;
    words.push(token);
  }
  return no_places.test(foldArabic(words[0] ?? "")) ? [] : words;
}

const leading =
  /^(ابي|ابغي|اريد|افضل|نفضل|يفضل|ودي|احب|تقريبا|ممكن|يكون|لو|والله|حي|منطقه|i|we|prefer|would|like|maybe|somewhere|in|the|please|something)$/;

function plain(tokens: readonly string[]): string[] {
  const from = tokens.findIndex((token) => !leading.test(foldArabic(token)) && token !== ",");
  if (from < 0 || /^(لا|نعم|ايه|no|yes|ok)$/.test(foldArabic(tokens[from] ?? ""))) return [];
  return run(tokens.slice(from));
}

function cityOf(words: string): string | null {
  const folded = foldArabic(words);
  return cities.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}
