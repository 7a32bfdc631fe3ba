import { addDays } from "#lib/time.ts";
import { dayMs, iso } from "../calendar.ts";
import type { Context } from "../context.ts";
import { idAt } from "../ids.ts";

/** All listings, the hand-written ones first; the older the reference number, the longer they are on offer. */
export function addProperties({ plan, calendar, company_id, rows, properties, random }: Context): void {
  const chance = random("properties");
  plan.properties.forEach((listed, index) => {
    const listedAt = calendar.at(-150 + index * 5, "10:00") + chance.int(0, 6 * 60) * 60_000;
    const row = {
      company_id,
      id: idAt(listedAt, chance),
      reference: `${plan.slug === "rawabi" ? "RN" : "MG"}-${1001 + index}`,
      title: listed.title,
      title_en: listed.title_en,
      kind: listed.kind,
      purpose: listed.purpose,
      status: listed.status,
      price_minor: listed.price * 100,
      currency: plan.currency,
      bedrooms: listed.bedrooms,
      bathrooms: listed.bathrooms,
      area_sqm: listed.area_sqm,
      city: plan.city,
      district: listed.district,
      description: listed.description,
      permit_number: listed.permit_number,
      permit_expires_on:
        listed.permit_days_left === null ? null : addDays(calendar.day(calendar.now), listed.permit_days_left),
      version: 1,
      created_at: iso(listedAt),
      updated_at: iso(Math.min(listedAt + 3 * dayMs, calendar.now)),
    };
    rows.properties.push(row);
    properties.push({ row, plan: listed });
  });
}
