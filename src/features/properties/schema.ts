import * as z from "zod";
import { property_kinds, property_purposes, property_statuses } from "#drizzle/values.ts";
import { amount, currency, cursor, day, id, instantOut, limit, line, prose } from "#lib/fields.ts";

const Kind = z.enum(property_kinds);
const Purpose = z.enum(property_purposes);
const Status = z.enum(property_statuses);

/** A listing. `price` is a decimal string in `currency`; `permit_expires_on` is the last day the advertising permit holds.
 *  `is_offerable`: available and its permit holds today in the company's zone; the agents offer no other. */
export const Property = z.object({
  id: id(),
  company_id: id(),
  reference: z.string(),
  title: z.string(),
  title_en: z.string().nullable(),
  kind: Kind,
  purpose: Purpose,
  status: Status,
  price: z.string(),
  currency: z.string(),
  bedrooms: z.int().nullable(),
  bathrooms: z.int().nullable(),
  area_sqm: z.int().nullable(),
  city: z.string(),
  district: z.string(),
  description: z.string().nullable(),
  permit_number: z.string().nullable(),
  permit_expires_on: z.string().nullable(),
  is_offerable: z.boolean(),
  version: z.int(),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type Property = z.infer<typeof Property>;

export const ListProperties = z.strictObject({
  /** Part of a title or district, however spelt, or a whole reference. */
  q: prose(200).trim().optional(),
  kind: Kind.optional(),
  status: Status.optional(),
  /** A whole district's name, however spelt. */
  district: prose(120).trim().optional(),
  sort: z.enum(["newest", "price_low", "price_high"]).default("newest"),
  cursor: cursor(),
  limit: limit(),
});
export type ListProperties = z.infer<typeof ListProperties>;

export const PropertyPage = z.object({ properties: z.array(Property), next_cursor: z.string().nullable() });
export type PropertyPage = z.infer<typeof PropertyPage>;

export const OneProperty = z.strictObject({ id: id() });

const rooms = () => z.int().min(0).max(1000).nullish();
const area = () => z.int().min(0).max(100_000_000).nullish();

export const CreateProperty = z.strictObject({
  reference: line(40),
  title: line(200),
  title_en: line(200).nullish(),
  kind: Kind,
  purpose: Purpose.default("sale"),
  status: Status.default("available"),
  price: amount(),
  currency: currency().optional(),
  bedrooms: rooms(),
  bathrooms: rooms(),
  area_sqm: area(),
  city: line(120),
  district: line(120),
  description: prose(5000).nullish(),
  permit_number: line(60).nullish(),
  permit_expires_on: day().nullish(),
});
export type CreateProperty = z.infer<typeof CreateProperty>;

/** What is left out stays; null empties. `version`, when given, is the one the editor saw. A currency comes with its price. */
export const UpdateProperty = z
  .strictObject({
    id: id(),
    version: z.int32().min(1).optional(),
    ...CreateProperty.partial().shape,
    purpose: Purpose.optional(),
    status: Status.optional(),
  })
  .refine(({ id: _id, version: _version, ...changes }) => Object.values(changes).some((value) => value !== undefined), {
    message: "Nothing to change was given",
    params: { code: "nothing_to_change" },
  })
  .refine(({ price, currency }) => currency === undefined || price !== undefined, {
    path: ["price"],
    message: "A new currency needs its price",
    params: { code: "price_missing" },
  });
export type UpdateProperty = z.infer<typeof UpdateProperty>;
