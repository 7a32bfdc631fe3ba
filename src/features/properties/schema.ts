import * as z from "zod";
import {
  actor_kinds,
  booking_statuses,
  customer_stages,
  property_kinds,
  property_purposes,
  property_statuses,
} from "#drizzle/values.ts";
import { amount, currency, cursor, day, id, instantOut, limit, line, prose } from "#lib/fields.ts";

const Kind = z.enum(property_kinds);
const Purpose = z.enum(property_purposes);
export const PropertyStatus = z.enum(property_statuses);
export type PropertyStatus = z.infer<typeof PropertyStatus>;

/** How the advertising permit stands today in the company's zone; "expiring" ends within `permit_warning_days`.
 *  A number without its last day, or a day without its number, is no permit. */
export const permit_states = ["valid", "expiring", "expired", "missing"] as const;
export const PermitState = z.enum(permit_states);
export type PermitState = z.infer<typeof PermitState>;
export const permit_warning_days = 30;

/** A listing. `price` is a decimal string in `currency`; `permit_expires_on` is the last day the advertising permit holds and
 *  `permit_days_left` how many days that is from today: 0 on the day itself, below when it is past.
 *  `is_offerable`: available and its permit holds today in the company's zone; the agents offer no other. */
export const Property = z.object({
  id: id(),
  company_id: id(),
  reference: z.string(),
  title: z.string(),
  title_en: z.string().nullable(),
  kind: Kind,
  purpose: Purpose,
  status: PropertyStatus,
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
  permit_state: PermitState,
  permit_days_left: z.int().nullable(),
  is_offerable: z.boolean(),
  version: z.int(),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type Property = z.infer<typeof Property>;

const Filters = {
  /** Part of a title or district, however spelt, or a whole reference. */
  q: prose(200).trim().optional(),
  kind: Kind.optional(),
  purpose: Purpose.optional(),
  status: PropertyStatus.optional(),
  permit_state: PermitState.optional(),
  /** A whole district's name, however spelt. */
  district: prose(120).trim().optional(),
  /** Of the listings in the company's own currency. */
  price_from: amount().optional(),
  price_to: amount().optional(),
  /** At least so many. */
  bedrooms_from: z.int().min(0).max(1000).optional(),
};

export const ListProperties = z.strictObject({
  ...Filters,
  sort: z.enum(["newest", "price_low", "price_high"]).default("newest"),
  cursor: cursor(),
  limit: limit(),
});
export type ListProperties = z.infer<typeof ListProperties>;

export const CountProperties = z.strictObject(Filters).omit({ status: true });
export type CountProperties = z.infer<typeof CountProperties>;

const counts = <Key extends string>(keys: readonly Key[]) =>
  z.object(Object.fromEntries(keys.map((key) => [key, z.int()])) as Record<Key, z.ZodInt>);
/** How many in each state under the list's filters, and how the permits of those on offer or reserved stand. */
export const PropertyCounts = z.object({
  all: z.int(),
  ...counts(property_statuses).shape,
  permits: counts(permit_states),
});
export type PropertyCounts = z.infer<typeof PropertyCounts>;

export const PropertyPage = z.object({ properties: z.array(Property), next_cursor: z.string().nullable() });
export type PropertyPage = z.infer<typeof PropertyPage>;

export const OneProperty = z.strictObject({ id: id() });

const Named = z.object({ id: id(), name: z.string() });

/** What goes on around a listing. Who may not read viewings gets neither them nor their count. */
export const PropertyActivity = z.object({
  inquirers: z.int(),
  viewings: z.int().optional(),
  /** Pending and approved ones still to come, soonest first, at most ten. */
  upcoming: z
    .array(
      z.object({
        id: id(),
        reference: z.string(),
        status: z.enum(booking_statuses),
        starts_at: instantOut(),
        ends_at: instantOut(),
        customer: Named,
        staff: Named.nullable(),
      }),
    )
    .optional(),
});
export type PropertyActivity = z.infer<typeof PropertyActivity>;

export const ListInquirers = z.strictObject({ id: id(), cursor: cursor(), limit: limit() });
export type ListInquirers = z.infer<typeof ListInquirers>;

/** A customer who asked about a listing: the last time he did, and how often. `booking` when that was asking for a viewing. */
export const Inquirer = z.object({
  customer: Named.extend({ phone: z.string(), stage: z.enum(customer_stages) }),
  asked_at: instantOut(),
  times: z.int(),
  source: z.enum(actor_kinds),
  conversation_id: id().nullable(),
  booking: z.object({ id: id(), reference: z.string() }).nullable(),
});
export type Inquirer = z.infer<typeof Inquirer>;

export const InquirerPage = z.object({ inquirers: z.array(Inquirer), next_cursor: z.string().nullable() });
export type InquirerPage = z.infer<typeof InquirerPage>;

export const AddInquiry = z.strictObject({ property_id: id(), customer_id: id(), conversation_id: id().nullish() });
export type AddInquiry = z.infer<typeof AddInquiry>;

const rooms = () => z.int().min(0).max(1000).nullish();
const area = () => z.int().min(0).max(100_000_000).nullish();

export const CreateProperty = z.strictObject({
  reference: line(40),
  title: line(200),
  title_en: line(200).nullish(),
  kind: Kind,
  purpose: Purpose.default("sale"),
  status: PropertyStatus.default("available"),
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
    status: PropertyStatus.optional(),
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
