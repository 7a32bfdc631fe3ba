import * as z from "zod";
import { property_kinds, property_purposes } from "#drizzle/values.ts";
import { noteShown } from "#features/properties/inquiries.ts";
import { searchOfferable } from "#features/properties/offerable.ts";
import { prose } from "#lib/fields.ts";
import { defineTool } from "./tool.ts";

const most = 5;

/** Listings that may be offered today, at most five; that the customer was shown them is written down once he is known. */
export const searchProperties = defineTool({
  name: "search_properties",
  about: {
    ar: "يبحث في العقارات المتاحة ذات ترخيص الإعلان الساري. لا يُعرض على العميل عقار لم يأتِ من هنا.",
    en: "Searches available listings with a valid advertising permit. Never offer a listing that did not come from here.",
  },
  input: z.strictObject({
    purpose: z.enum(property_purposes).optional(),
    kind: z.enum(property_kinds).optional(),
    district: prose(120).trim().optional().describe("District or part of a title, in either language"),
    city: prose(120).trim().optional(),
    max_price: z.number().min(0).max(1e12).optional().describe("In whole units of the company's currency"),
    bedrooms: z.int().min(0).max(1000).optional().describe("At least so many"),
  }),
  async run(tx, wanted, talk) {
    const found = await searchOfferable(tx, wanted, most);
    if (talk.customer_id !== null) {
      const property_ids = found.map(({ id }) => id);
      await noteShown(tx, { property_ids, customer_id: talk.customer_id, conversation_id: talk.id });
    }
    const isEnglish = talk.language?.startsWith("en") ?? false;
    const properties = found.map(({ title, title_en, ...row }) => ({
      ...row,
      title: isEnglish ? (title_en ?? title) : title,
    }));
    return { ok: true, result: { properties }, words: wordsFor(properties.length) };
  },
});

function wordsFor(count: number) {
  const ar =
    count === 0
      ? "لا توجد عقارات متاحة بهذه المواصفات."
      : count === 1
        ? "وُجد عقار واحد متاح."
        : count === 2
          ? "وُجد عقاران متاحان."
          : `وُجدت ${count} عقارات متاحة.`;
  const en = count === 0 ? "No available listing fits." : `Found ${count} available listing${count === 1 ? "" : "s"}.`;
  return { ar, en };
}
