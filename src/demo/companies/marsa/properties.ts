import type { PropertyPlan } from "../../plan.ts";
import { listing } from "../listing.ts";

const marina = ["دبي مارينا", "Dubai Marina"] as const;
const jvc = ["قرية جميرا الدائرية", "Jumeirah Village Circle"] as const;
const bay = ["الخليج التجاري", "Business Bay"] as const;
const hills = ["دبي هيلز", "Dubai Hills"] as const;
const downtown = ["وسط مدينة دبي", "Downtown Dubai"] as const;
const palm = ["نخلة جميرا", "Palm Jumeirah"] as const;
const ranches = ["المرابع العربية", "Arabian Ranches"] as const;
const creek = ["خور دبي", "Dubai Creek Harbour"] as const;
const furjan = ["الفرجان", "Al Furjan"] as const;

const written: PropertyPlan[] = [
  {
    key: "marina-flat",
    title: "شقة غرفتين بإطلالة على المارينا",
    title_en: "2-bedroom apartment with marina view",
    kind: "apartment",
    purpose: "sale",
    price: 2_350_000,
    bedrooms: 2,
    bathrooms: 3,
    area_sqm: 118,
    district: marina[0],
    district_en: marina[1],
    description: "طابق عالٍ، إطلالة كاملة على المارينا، مفروشة، على بعد دقيقتين مشيًا من الممشى والترام.",
    permit_number: "7134529860",
    permit_days_left: 118,
    status: "available",
  },
  {
    key: "hills-villa",
    title: "فيلا 4 غرف في دبي هيلز",
    title_en: "4-bedroom villa, Dubai Hills",
    kind: "villa",
    purpose: "sale",
    price: 6_900_000,
    bedrooms: 4,
    bathrooms: 5,
    area_sqm: 326,
    district: hills[0],
    district_en: hills[1],
    description: "فيلا مستقلة على الحديقة، مسبح خاص، غرفة عاملة، قريبة من المدرسة والمول.",
    permit_number: "7134611207",
    permit_days_left: 201,
    status: "available",
  },
  {
    key: "jvc-townhouse",
    title: "تاون هاوس 3 غرف في قرية جميرا الدائرية",
    title_en: "3-bedroom townhouse, Jumeirah Village Circle",
    kind: "townhouse",
    purpose: "sale",
    price: 2_150_000,
    bedrooms: 3,
    bathrooms: 4,
    area_sqm: 214,
    district: jvc[0],
    district_en: jvc[1],
    description: "تاون هاوس زاوية، حديقة خلفية، موقفان، مؤجر حتى يناير بعائد جيد.",
    permit_number: "7134487713",
    permit_days_left: 34,
    status: "available",
  },
  {
    key: "bay-office",
    title: "مكتب مجهّز في الخليج التجاري",
    title_en: "Fitted office, Business Bay",
    kind: "office",
    purpose: "sale",
    price: 1_850_000,
    bedrooms: null,
    bathrooms: 1,
    area_sqm: 96,
    district: bay[0],
    district_en: bay[1],
    description: "مكتب مجهّز بإطلالة على القناة، قاعتان، موقف واحد، على بعد خمس دقائق من المترو.",
    permit_number: "7134390045",
    permit_days_left: -11,
    status: "available",
  },
  {
    key: "bay-flat",
    title: "شقة غرفة وصالة للإيجار في الخليج التجاري",
    title_en: "1-bedroom apartment for rent, Business Bay",
    kind: "apartment",
    purpose: "rent",
    price: 95_000,
    bedrooms: 1,
    bathrooms: 2,
    area_sqm: 71,
    district: bay[0],
    district_en: bay[1],
    description: "شقة مفروشة بإطلالة على برج خليفة، أربع دفعات، شاملة تبريد المنطقة.",
    permit_number: "7134702318",
    permit_days_left: 76,
    status: "available",
  },
];

const table = [
  ["apartment", 1, 68, marina, 1_390_000],
  ["apartment", 3, 162, marina, 3_650_000],
  ["apartment", 1, 64, jvc, 870_000],
  ["apartment", 2, 104, jvc, 1_290_000],
  ["villa", 5, 460, palm, 24_500_000],
  ["apartment", 2, 121, downtown, 3_200_000, { status: "reserved" }],
  ["apartment", 2, 109, creek, 2_080_000],
  ["townhouse", 3, 205, ranches, 3_450_000],
  ["villa", 4, 338, ranches, 5_600_000],
  ["apartment", 1, 75, downtown, 140_000, { purpose: "rent" }],
  ["office", null, 128, bay, 210_000, { purpose: "rent" }],
  ["villa", 6, 520, hills, 12_900_000],
  ["apartment", 3, 158, hills, 2_950_000, { status: "sold" }],
  ["townhouse", 4, 240, furjan, 3_100_000],
  ["plot", null, 930, furjan, 7_400_000],
  ["apartment", 1, 70, creek, 1_520_000, { permit_days_left: -15 }],
  ["apartment", 2, 112, jvc, 105_000, { purpose: "rent" }],
  ["office", null, 84, jvc, 1_150_000, { permit_number: null, permit_days_left: null }],
  ["apartment", 4, 233, palm, 9_800_000],
] as const;

export const marsaProperties: PropertyPlan[] = [
  ...written,
  ...table.map((row, index) => listing(row, index + 6, 7_134_000_000, "")),
];
