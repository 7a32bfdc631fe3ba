import { foldArabic } from "#lib/arabic.ts";
import { latinDigits } from "#lib/digits.ts";
import { readAmount, readCount } from "./amounts.ts";
import { readContact } from "./contact.ts";
import { readPlace } from "./place.ts";
import type { Asked, Language } from "./talk.ts";

/** What somebody looks for. `any_…`: he does not mind. */
export interface Wish {
  purpose?: "sale" | "rent";
  kind?: "villa" | "apartment" | "townhouse" | "plot" | "office";
  district?: string;
  any_district?: boolean;
  city?: string;
  max_price?: number;
  any_budget?: boolean;
  bedrooms?: number;
  any_rooms?: boolean;
}

/** What a customer's words mean. */
export interface Heard {
  text: string;
  language: Language | null;
  wish: Wish;
  name: string | null;
  phone: string | null;
  yes: boolean;
  no: boolean;
  person: boolean;
  history: boolean;
  trouble: "maintenance" | "complaint" | null;
  refuses: boolean;
  leaves: boolean;
  thanks: boolean;
  greets: boolean;
  asks_more: boolean;
  /** Wants to think it over. */
  later: boolean;
}

const patterns = {
  person:
    /موظف|مسوول|مدير|انسان|شخص حقيقي|اكلم احد|اكلم حد|حولني|حوليني|خدمه العملاء|human|real person|\bstaff\b|representative|(speak|talk) (to|with) (someone|somebody|a person|an agent|an employee)|manager/,
  history:
    /اتفقنا|(اخر|المره) (مره|اللي فاتت|الماضيه)|قبل كذا|سابقا|السابق|موعدي|حجزي|معاينتي|طلبي السابق|وش صار|شو صار|last time|previous|agreed|my (booking|appointment|viewing)|earlier (call|talk)|my history/,
  maintenance:
    /صيانه|خربان|خراب|تسريب|تسرب|يسرب|تهريب|كهربا|سباكه|عطلان|عطل|ما يشتغل|ما يبرد|انكسر|مكسور|maintenance|broken|leak|repair|not working|not cooling|does ?n.?t work/,
  complaint: /شكوي|اشتكي|اشكي|مشكله|متضايق|سيي|complain|complaint|problem|unacceptable|terrible|refund/,
  refuses:
    /لا (عاد )?تتصل|لا تكلم|لا تدق|شيل(و|وا)? رقمي|احذف(و|وا)? رقمي|do ?n.?t (ever )?call|stop calling|remove my number|never call/,
  leaves: /مع السلام|في امان|وداعا|(^| )باي( |$)|good ?bye|\bbye\b|that.?s all|nothing else|no more questions/,
  thanks: /شكرا|مشكور|يعطيك العافيه|تسلم|thank|\bthx\b/,
  greets:
    /السلام عليكم|سلام عليكم|مرحبا|(^| )هلا|اهلا|صباح الخير|مساء الخير|\bhello\b|\bhi\b|\bhey\b|good (morning|evening|afternoon)/,
  yes: /^(نعم|ايه|اي|ايوه|ايوا|اكيد|تمام|طيب|اوكي|اوك|يناسب|يناسبني|موافق|زين|ابشر|ياليت|يا ليت|تم|حلو|ممتاز|ok|okay|yes|yeah|yep|sure|please|perfect|great|fine|sounds good)( |$|[،,.!])/,
  no: /^(لا|لاء|مو|مب|مهب|no|nope|not)( |$|[،,.!])|ما ابي|ما ابغي|ما عجبني|ما يناسب|غير مهتم|مو مهتم|ماني مهتم|not interested|none of/,
  any: /ما يفرق|مايفرق|ما تفرق|(^| )عادي|(^| )اي (حي|مكان|منطقه|شي|عدد|ميزانيه|واحد)|مفتوح|ما ادري|ما اعرف|any(where|thing)?( |$)|no preference|does ?n.?t matter|do ?n.?t (mind|know|care)|whatever|not sure|flexible/,
  later: /افكر|ارد (عليكم|عليك|لك)|ارجع لك|بعدين|وقت ثاني|think about it|get back to you|\blater\b|another time/,
  asks_more: /[?؟]|^(كم|هل|وش|ايش|شو|وين|متي|what|how|is|are|does|do|when|where|can) /,
} as const;

/** Reads a customer's words in the light of what he was asked; `country` is the company's calling code ("+966"). */
export function understand(text: string, asked: Asked): Heard {
  const said = latinDigits(foldArabic(text)).trim();
  const has = (name: keyof typeof patterns) => patterns[name].test(said);
  const contact = readContact(text, asked);
  const words = contact.rest;
  const trouble = has("maintenance") ? "maintenance" : has("complaint") ? "complaint" : null;
  // Words that answer a question about a place by something else.
  const other = ["asks_more", "later", "no", "yes", "thanks", "leaves", "person", "refuses"] as const;
  const free = asked === "contact" || asked === "phone" || asked === "time" || asked === "trouble" || trouble !== null;
  return {
    text,
    language: languageOf(text),
    wish: free ? {} : readWish(words, foldArabic(words), asked, { any: has("any"), talks: other.some(has) }),
    name: contact.name,
    phone: contact.phone,
    yes: has("yes"),
    no: has("no"),
    person: has("person"),
    history: has("history"),
    trouble,
    refuses: has("refuses"),
    leaves: has("leaves"),
    thanks: has("thanks"),
    greets: has("greets"),
    asks_more: has("asks_more"),
    later: has("later"),
  };
}

function readWish(text: string, said: string, asked: Asked, { any, talks }: { any: boolean; talks: boolean }): Wish {
  const wish: Wish = {};
  if (/شراء|(^|\W|ا)شتري|(^| )شرا( |$)|تملك|للبيع|تمليك|\bbuy|purchas|for sale|\bown\b/.test(said))
    wish.purpose = "sale";
  else if (/ايجار|استاجر|استيجار|اجار|\brent|\bleas/.test(said)) wish.purpose = "rent";
  for (const [kind, pattern] of kinds) if (pattern.test(said)) wish.kind ??= kind;

  const rooms = /(\S+) ?(?:غرف|bed ?rooms?|beds?\b|br\b|rooms?\b)/.exec(said);
  const counted = rooms?.[1] === undefined ? null : readCount(rooms[1]);
  if (/غرفتين/.test(said)) wish.bedrooms = 2;
  else if (/غرفه( نوم)?( وحده| واحده)|\bstudio\b|استديو|one.bed/.test(said)) wish.bedrooms = 1;
  else if (counted !== null) wish.bedrooms = counted;
  else if (asked === "rooms") {
    const count = readCount(said);
    if (count !== null) wish.bedrooms = count;
    else if (any) wish.any_rooms = true;
  }

  const amount = readAmount(rooms && counted !== null ? said.replace(rooms[0], " ") : said, asked === "budget");
  if (amount !== null && (amount >= 1000 || asked === "budget")) wish.max_price = amount;
  else if (asked === "budget" && any) wish.any_budget = true;

  const asks_place = asked === "district" || asked === "widen";
  const place = readPlace(text, asks_place && !any && !talks && wish.max_price === undefined);
  if (place.city !== null) wish.city = place.city;
  if (place.district !== null && !(asks_place && any)) wish.district = place.district;
  else if ((asks_place && any) || (asked === "district" && place.city !== null)) wish.any_district = true;
  else if (/(^| )اي (حي|مكان|منطقه)|anywhere|any (area|district)/.test(said)) wish.any_district = true;
  return wish;
}

const kinds: readonly (readonly [NonNullable<Wish["kind"]>, RegExp])[] = [
  ["townhouse", /تاون ?هاوس|town ?house/],
  ["villa", /فيلا|فله|فلل|فيلل|\bvillas?\b/],
  ["apartment", /شقه|شقق|\bapartments?\b|\bflats?\b|\bcondo|استديو|\bstudio\b/],
  ["plot", /(^| )(ال)?(ارض|اراضي)( |$)|\bplots?\b|\bland\b/],
  ["office", /(^| )(ال)?(مكتب|مكاتب)( |$)|\boffices?\b/],
];

/** The language most of a text's letters are of; null for next to none. */
export function languageOf(text: string): Language | null {
  const arabic = text.match(/[\u0621-\u064a]/g)?.length ?? 0;
  const latin = text.match(/[a-z]/gi)?.length ?? 0;
  if (arabic + latin < 2) return null;
  return arabic >= latin ? "ar" : "en";
}
