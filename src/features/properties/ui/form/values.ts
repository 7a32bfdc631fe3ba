import { property_kinds, type property_purposes, property_statuses } from "#drizzle/values.ts";
import { readAmount, readWhole } from "#ui/form/amount.ts";
import { first, required } from "#ui/form/checks.ts";
import type { Problem, Problems } from "#ui/form/use-form.ts";
import type { Property, PropertyStatus } from "../types.ts";

export type Values = {
  title: string;
  title_en: string;
  reference: string;
  kind: (typeof property_kinds)[number];
  purpose: (typeof property_purposes)[number];
  status: PropertyStatus;
  price: string;
  bedrooms: string;
  bathrooms: string;
  area_sqm: string;
  city: string;
  district: string;
  description: string;
  permit_number: string;
  permit_expires_on: string;
};

/** A listing as it is typed on. */
export function valuesOf(property: Property): Values {
  const text = (value: number | string | null) => (value === null ? "" : String(value));
  return {
    title: property.title,
    title_en: text(property.title_en),
    reference: property.reference,
    kind: property.kind,
    purpose: property.purpose,
    status: property.status,
    price: property.price.replace(/\.0+$/, ""),
    bedrooms: text(property.bedrooms),
    bathrooms: text(property.bathrooms),
    area_sqm: text(property.area_sqm),
    city: property.city,
    district: property.district,
    description: text(property.description),
    permit_number: text(property.permit_number),
    permit_expires_on: text(property.permit_expires_on),
  };
}

/** A new listing, in the company's own city. */
export const newValues = (city: string): Values => ({
  title: "",
  title_en: "",
  reference: "",
  kind: property_kinds[0],
  purpose: "sale",
  status: property_statuses[0],
  price: "",
  bedrooms: "",
  bathrooms: "",
  area_sqm: "",
  city,
  district: "",
  description: "",
  permit_number: "",
  permit_expires_on: "",
});

/** What the server keeps of it. Called only when nothing is wrong with it. */
export function listingOf(values: Values) {
  const orNull = (text: string) => text.trim() || null;
  return {
    ...values,
    title: values.title.trim(),
    reference: values.reference.trim(),
    price: readAmount(values.price) ?? "",
    title_en: orNull(values.title_en),
    bedrooms: readWhole(values.bedrooms),
    bathrooms: readWhole(values.bathrooms),
    area_sqm: readWhole(values.area_sqm),
    description: orNull(values.description),
    permit_number: orNull(values.permit_number),
    permit_expires_on: orNull(values.permit_expires_on),
  };
}

export function problemsOf(values: Values): Problems<Values> {
  const { permit_number, permit_expires_on: until } = values;
  return {
    title: required(values.title),
    reference: required(values.reference),
    price: first(required(values.price), readAmount(values.price) === null ? "amount" : null),
    bedrooms: aWhole(values.bedrooms),
    bathrooms: aWhole(values.bathrooms),
    area_sqm: aWhole(values.area_sqm),
    district: required(values.district),
    city: required(values.city),
    permit_number: permit_number.trim() === "" && until !== "" ? "half_permit" : null,
    permit_expires_on: first(
      until === "" || /^\d{4}-\d{2}-\d{2}$/.test(until) ? null : "date",
      permit_number.trim() !== "" && until === "" ? "half_permit" : null,
    ),
  };
}

const aWhole = (text: string): Problem => (text.trim() === "" || readWhole(text) !== null ? null : "number");
