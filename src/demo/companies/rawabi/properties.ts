import type { PropertyPlan } from "../../plan.ts";
import { listing } from "../listing.ts";

const malqa = ["الملقا", "Al Malqa"] as const;
const narjis = ["النرجس", "Al Narjis"] as const;
const yasmin = ["الياسمين", "Al Yasmin"] as const;
const hittin = ["حطين", "Hittin"] as const;
const arid = ["العارض", "Al Arid"] as const;
const sahafah = ["الصحافة", "As Sahafah"] as const;
const qirawan = ["القيروان", "Al Qirawan"] as const;
const nada = ["الندى", "An Nada"] as const;
const aqiq = ["العقيق", "Al Aqiq"] as const;
const qurtubah = ["قرطبة", "Qurtubah"] as const;

const written: PropertyPlan[] = [
  {
    key: "narjis-villa",
    title: "فيلا دوبلكس في حي النرجس",
    title_en: "Duplex villa, Al Narjis",
    kind: "villa",
    purpose: "sale",
    price: 2_450_000,
    bedrooms: 5,
    bathrooms: 6,
    area_sqm: 312,
    district: narjis[0],
    district_en: narjis[1],
    description: "فيلا دوبلكس على شارع عشرين شمالي، مجلس وصالة ومطبخ راكب، ملحق علوي، ضمان هيكلي عشر سنوات.",
    permit_number: "7200418823",
    permit_days_left: 164,
    status: "available",
  },
  {
    key: "malqa-flat",
    title: "شقة 3 غرف في حي الملقا",
    title_en: "3-bedroom apartment, Al Malqa",
    kind: "apartment",
    purpose: "sale",
    price: 1_180_000,
    bedrooms: 3,
    bathrooms: 3,
    area_sqm: 148,
    district: malqa[0],
    district_en: malqa[1],
    description: "شقة أمامية في الدور الثاني، دخول ذكي، غرفة عاملة، موقفان، قريبة من طريق الملك فهد.",
    permit_number: "7200391154",
    permit_days_left: 92,
    status: "available",
  },
  {
    key: "qirawan-townhouse",
    title: "تاون هاوس في حي القيروان",
    title_en: "Townhouse, Al Qirawan",
    kind: "townhouse",
    purpose: "sale",
    price: 1_690_000,
    bedrooms: 4,
    bathrooms: 5,
    area_sqm: 260,
    district: qirawan[0],
    district_en: qirawan[1],
    description: "تاون هاوس ثلاثة أدوار في مجمع مسوّر، مصعد داخلي، حديقة أمامية، حراسة على مدار الساعة.",
    permit_number: "7200405570",
    permit_days_left: 21,
    status: "available",
  },
  {
    key: "arid-plot",
    title: "أرض سكنية في حي العارض",
    title_en: "Residential plot, Al Arid",
    kind: "plot",
    purpose: "sale",
    price: 2_280_000,
    bedrooms: null,
    bathrooms: null,
    area_sqm: 600,
    district: arid[0],
    district_en: arid[1],
    description: "أرض 20 في 30 على شارعين 15 و20، الصك إلكتروني ومحدّث، الخدمات واصلة.",
    permit_number: "7200277416",
    permit_days_left: -6,
    status: "available",
  },
  {
    key: "sahafah-office",
    title: "مكتب للإيجار في حي الصحافة",
    title_en: "Office for rent, As Sahafah",
    kind: "office",
    purpose: "rent",
    price: 240_000,
    bedrooms: null,
    bathrooms: 2,
    area_sqm: 185,
    district: sahafah[0],
    district_en: sahafah[1],
    description: "مكتب مؤثث في برج على طريق العليا، غرفتا اجتماعات، أربعة مواقف، جاهز للتشغيل.",
    permit_number: "7200412209",
    permit_days_left: 240,
    status: "available",
  },
];

const table = [
  ["apartment", 2, 112, yasmin, 860_000],
  ["apartment", 3, 151, nada, 1_050_000],
  ["apartment", 4, 186, malqa, 1_520_000],
  ["villa", 5, 330, hittin, 3_650_000],
  ["villa", 4, 285, yasmin, 2_380_000],
  ["apartment", 3, 139, sahafah, 1_090_000, { status: "reserved" }],
  ["townhouse", 4, 245, arid, 1_580_000],
  ["villa", 6, 410, malqa, 4_900_000],
  ["apartment", 2, 98, narjis, 740_000],
  ["plot", null, 450, qirawan, 1_620_000],
  ["apartment", 3, 144, qurtubah, 890_000, { status: "sold" }],
  ["villa", 5, 318, arid, 2_150_000],
  ["townhouse", 3, 210, narjis, 1_390_000],
  ["office", null, 140, aqiq, 165_000, { purpose: "rent" }],
  ["apartment", 3, 156, aqiq, 1_240_000],
  ["villa", 5, 340, nada, 3_100_000, { permit_days_left: -20 }],
  ["apartment", 1, 72, sahafah, 62_000, { purpose: "rent" }],
  ["apartment", 4, 172, hittin, 1_780_000],
  ["plot", null, 750, hittin, 4_125_000, { permit_number: null, permit_days_left: null }],
] as const;

export const rawabiProperties: PropertyPlan[] = [
  ...written,
  ...table.map((row, index) => listing(row, index + 6, 7_200_300_000, "حي ")),
];
