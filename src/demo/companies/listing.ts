import type { PropertyPlan } from "../plan.ts";

const kindWords = {
  villa: ["فيلا", "villa"],
  apartment: ["شقة", "apartment"],
  townhouse: ["تاون هاوس", "townhouse"],
  plot: ["أرض سكنية", "residential plot"],
  office: ["مكتب", "office"],
} as const;

const descriptions = {
  villa: "تصميم حديث، مجلس بمدخل مستقل، غرفة سائق وغرفة عاملة، وفناء خلفي.",
  apartment: "تشطيب فاخر، مطبخ راكب، مكيفات مخفية، وموقف مظلّل.",
  townhouse: "ثلاثة أدوار، صالة علوية، مصعد داخلي، وسطح قابل للاستغلال.",
  plot: "أرض مستوية على شارعين، وصلت إليها كل الخدمات.",
  office: "مكتب جاهز بقواطع زجاجية، غرفة اجتماعات، وموقفان خاصان.",
} as const;

/** "3 غرف" as people say it. */
export function roomsInArabic(count: number): string {
  if (count === 1) return "غرفة وصالة";
  return count === 2 ? "غرفتين" : `${count} غرف`;
}

/** A listing of the season from one line of a table; its reference number fills in for a permit number. */
export function listing(
  row: readonly [
    kind: PropertyPlan["kind"],
    bedrooms: number | null,
    area: number,
    district: readonly [string, string],
    price: number,
    more?: Partial<PropertyPlan>,
  ],
  index: number,
  permits: number,
  place: string,
): PropertyPlan {
  const [kind, bedrooms, area_sqm, [district, district_en], price, more] = row;
  const [word, word_en] = kindWords[kind];
  const rooms = bedrooms === null ? "" : ` ${roomsInArabic(bedrooms)}`;
  const rent = more?.purpose === "rent";
  return {
    key: `listing-${index}`,
    title: `${word}${rooms} ${rent ? "للإيجار " : ""}في ${place}${district}`,
    title_en: `${bedrooms === null ? "" : `${bedrooms}-bedroom `}${word_en}${rent ? " for rent" : ""}, ${district_en}`,
    kind,
    purpose: "sale",
    price,
    bedrooms,
    bathrooms: bedrooms === null ? (kind === "office" ? 2 : null) : bedrooms + 1,
    area_sqm,
    district,
    district_en,
    description: descriptions[kind],
    permit_number: String(permits + index * 4_137),
    permit_days_left: 40 + ((index * 53) % 260),
    status: "available",
    ...more,
  };
}
