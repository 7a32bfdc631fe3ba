import * as z from "zod";
import { customer_stages, property_kinds } from "#drizzle/values.ts";
import { cursor, id, instant, instantOut, limit, line, prose } from "#lib/fields.ts";

export const CustomerStage = z.enum(customer_stages);
export type CustomerStage = z.infer<typeof CustomerStage>;

const Person = z.object({ id: id(), name: z.string() });

/** A person the company sells to. `phone` is E.164; instants are UTC; `owner` is the member of staff in charge.
 *  `merged_into` is whom this record was found to be: it is only kept so that its number and its links still lead there. */
export const Customer = z.object({
  id: id(),
  company_id: id(),
  name: z.string(),
  phone: z.string(),
  email: z.string().nullable(),
  stage: CustomerStage,
  notes: z.string().nullable(),
  owner_id: id().nullable(),
  owner: Person.nullable(),
  merged_into: Person.nullable(),
  /** Since when at this stage. */
  in_stage_since: instantOut(),
  /** When the last call or chat began; trials are none. */
  last_contact_at: instantOut().nullable(),
  version: z.int(),
  created_at: instantOut(),
  updated_at: instantOut(),
});
export type Customer = z.infer<typeof Customer>;

/** A listing as it stands beside a customer; `price` is a decimal string in `currency`. */
export const Listing = z.object({
  id: id(),
  title: z.string(),
  title_en: z.string().nullable(),
  kind: z.enum(property_kinds),
  price: z.string(),
  currency: z.string(),
});
export type Listing = z.infer<typeof Listing>;

/** A row of the lists: with the listing the customer asked about last. */
export const ListedCustomer = Customer.extend({ asked_about: Listing.nullable() });

const Filters = {
  /** Part of a name, however spelt, or of a phone number. */
  q: prose(200).trim().optional(),
  stage: CustomerStage.optional(),
  /** A member of staff; "me" is the caller, "none" are the customers nobody is in charge of. */
  owner_id: z.union([z.literal("me"), z.literal("none"), id()]).optional(),
  /** Customers who came at or after; with `reached`, who reached that stage then. */
  from: instant().optional(),
  /** Customers who came before; with `reached`, who reached that stage before. */
  to: instant().optional(),
  /** Customers who moved into this stage, wherever they are now. */
  reached: CustomerStage.optional(),
};

export const ListCustomers = z.strictObject({
  ...Filters,
  sort: z.enum(["newest", "oldest"]).default("newest"),
  cursor: cursor(),
  limit: limit(),
});
export type ListCustomers = z.infer<typeof ListCustomers>;

export const CustomerPage = z.object({ customers: z.array(ListedCustomer), next_cursor: z.string().nullable() });
export type CustomerPage = z.infer<typeof CustomerPage>;

export const CountCustomers = z.strictObject(Filters).omit({ stage: true });
export type CountCustomers = z.infer<typeof CountCustomers>;

const stageCounts = Object.fromEntries(customer_stages.map((stage) => [stage, z.int()]));
/** How many at each stage, under the same filters as the list. */
export const CustomerCounts = z.object({ all: z.int(), ...(stageCounts as Record<CustomerStage, z.ZodInt>) });
export type CustomerCounts = z.infer<typeof CustomerCounts>;

/** How many cards of each stage. */
export const ReadBoard = z
  .strictObject({ ...Filters, limit: z.int().min(1).max(50).default(20) })
  .omit({ stage: true });
export type ReadBoard = z.infer<typeof ReadBoard>;

/** The pipeline: of each stage how many there are and the newest of them. A column goes on with the list's own `stage` and
 *  this `next_cursor`. */
export const Board = z.object({
  columns: z.array(
    z.object({
      stage: CustomerStage,
      count: z.int(),
      customers: z.array(ListedCustomer),
      next_cursor: z.string().nullable(),
    }),
  ),
});
export type Board = z.infer<typeof Board>;

export const OneCustomer = z.strictObject({ id: id() });

/** As typed: any digits, spaces, 00 or +. The command reads it by the company's country. */
const phone = () => prose(40).trim().min(1);
const email = () => z.string().trim().max(254).pipe(z.email());
const version = () => z.int32().min(1).optional();

export const CreateCustomer = z.strictObject({
  name: line(200),
  phone: phone(),
  email: email().nullish(),
  stage: CustomerStage.default("lead"),
  notes: prose(5000).nullish(),
  owner_id: id().nullish(),
});
export type CreateCustomer = z.infer<typeof CreateCustomer>;

/** What is left out stays; null empties. `version`, when given, is the one the editor saw. */
export const UpdateCustomer = z
  .strictObject({
    id: id(),
    version: version(),
    name: line(200).optional(),
    phone: phone().optional(),
    email: email().nullish(),
    stage: CustomerStage.optional(),
    notes: prose(5000).nullish(),
    owner_id: id().nullish(),
  })
  .refine(({ id: _id, version: _version, ...changes }) => Object.values(changes).some((value) => value !== undefined), {
    message: "Nothing to change was given",
    params: { code: "nothing_to_change" },
  });
export type UpdateCustomer = z.infer<typeof UpdateCustomer>;

/** `version`, when given, is the one the mover saw. */
export const MoveCustomer = z.strictObject({ id: id(), version: version(), stage: CustomerStage });
export type MoveCustomer = z.infer<typeof MoveCustomer>;

export const FindByPhone = z.strictObject({ phone: prose(40).trim() });
export type FindByPhone = z.infer<typeof FindByPhone>;

/** `phone` is what was typed as E.164, null while it is no number yet; `customer` is who has it. */
export const KnownPhone = z.object({ phone: z.string().nullable(), customer: Customer.nullable() });
export type KnownPhone = z.infer<typeof KnownPhone>;

/** The versions, when given, are those the caller saw of both. */
export const MergeCustomers = z.strictObject({
  keep_id: id(),
  keep_version: version(),
  other_id: id(),
  other_version: version(),
});
export type MergeCustomers = z.infer<typeof MergeCustomers>;

export const AddNote = z.strictObject({ id: id(), body: line(4000) });
export type AddNote = z.infer<typeof AddNote>;

export const FindOrCreateCustomer = z.strictObject({
  phone: phone(),
  name: line(200).optional(),
  email: email().nullish(),
});
export type FindOrCreateCustomer = z.infer<typeof FindOrCreateCustomer>;

export const FoundCustomer = z.object({ customer: Customer, created: z.boolean() });
export type FoundCustomer = z.infer<typeof FoundCustomer>;
