import type { Calendar } from "./calendar.ts";
import { roomsInArabic } from "./companies/listing.ts";
import type { KnownCustomer, KnownProperty } from "./context.ts";
import type { CompanyPlan } from "./plan.ts";
import type { Gender } from "./rows.ts";

/** Fills `{word}`, and bends `[رجل|امرأة]` to the customer and `<رجل|امرأة>` to the agent. */
export function say(
  template: string,
  words: Record<string, string>,
  customer: Gender,
  agent: Gender = "female",
): string {
  const bend = (gender: Gender) => (_: string, male: string, female: string) => (gender === "male" ? male : female);
  return template
    .replace(/\[([^|\]]*)\|([^\]]*)\]/g, bend(customer))
    .replace(/<([^|>]*)\|([^>]*)>/g, bend(agent))
    .replace(/\{(\w+)\}/g, (whole, word: string) => words[word] ?? whole);
}

/** What can be said of a property in a talk. */
export function propertyWords(
  property: KnownProperty,
  plan: CompanyPlan,
  language: "ar" | "en",
): Record<string, string> {
  const { row, plan: listed } = property;
  const amount = listed.price.toLocaleString("en-US");
  const yearly = row.purpose === "rent";
  if (language === "en") {
    const rooms = row.bedrooms === null ? "" : `${row.bedrooms} bedroom${row.bedrooms === 1 ? "" : "s"}, `;
    return {
      title: `the ${listed.title_en.charAt(0).toLowerCase()}${listed.title_en.slice(1)}`.replace(", ", " in "),
      district: listed.district_en,
      price: `${plan.currency} ${amount}${yearly ? " a year" : ""}`,
      size: `${rooms}${row.area_sqm} square metres`,
      permit: row.permit_number ?? "",
    };
  }
  const area = `${row.area_sqm} م²`;
  return {
    title: listed.title,
    district: listed.district,
    price: `${amount} ${plan.currency_spoken}${yearly ? " في السنة" : ""}`,
    size: row.bedrooms === null ? `المساحة ${area}` : `${roomsInArabic(row.bedrooms)} ومساحة ${area}`,
    permit: row.permit_number ?? "",
  };
}

/** A viewing's day and hour as people name them: الثلاثاء, 5:30 العصر. */
export function timeWords(instant: number, calendar: Calendar, language: "ar" | "en"): { day: string; time: string } {
  const day = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: calendar.timezone }).format(instant);
  const hour = calendar.hour(instant);
  const clock = `${hour % 12 || 12}:${String(calendar.minute(instant)).padStart(2, "0")}`;
  if (language === "en") return { day, time: `${clock} ${hour < 12 ? "am" : "pm"}` };
  const parts = [
    [12, "الصبح"],
    [15, "الظهر"],
    [18, "العصر"],
    [19, "المغرب"],
    [24, "بالليل"],
  ] as const;
  return { day, time: `${clock} ${parts.find(([until]) => hour < until)?.[1] ?? ""}` };
}

export function personWords(
  plan: CompanyPlan,
  customer: KnownCustomer | null,
  language: "ar" | "en",
): Record<string, string> {
  return { name: customer?.first_name ?? "", company: plan.spoken[language] };
}
