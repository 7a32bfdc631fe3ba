"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { property_kinds, property_purposes, property_statuses } from "#drizzle/values.ts";
import { DateField } from "#ui/form/date-field.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import type { Form } from "#ui/form/use-form.ts";
import { Input, TextArea } from "#ui/input.tsx";
import { Select } from "#ui/select.tsx";
import type { Values } from "./values.ts";

type Props = { form: Form<Values> /** ISO 4217, of the price. */; currency: string };
type TextName = "title" | "title_en" | "reference" | "city" | "district" | "permit_number";
type NumberName = "price" | "bedrooms" | "bathrooms" | "area_sqm";

/** All fields of a listing, in four parts. */
export function PropertyFields({ form, currency }: Props) {
  const t = useTranslations("properties");
  const words = useTranslations("words");
  const text = (name: TextName, max: number, options: { optional?: boolean; ltr?: boolean } = {}) => (
    <FormField
      form={form}
      name={name}
      label={t(`field_${name}`)}
      optional={options.optional ?? false}
      words={{ reference_taken: t("reference_taken"), half_permit: t("permit_half") }}
    >
      {(slots, value, set) => (
        <Input
          {...slots}
          {...(options.ltr && { dir: "ltr", className: "text-start rtl:text-end" })}
          value={value}
          maxLength={max}
          onChange={(event) => set(event.target.value)}
        />
      )}
    </FormField>
  );
  const number = (name: NumberName, unit?: string) => (
    <FormField form={form} name={name} label={t(`field_${name}`)} optional={name !== "price"}>
      {(slots, value, set) => (
        <Input
          {...slots}
          dir="ltr"
          inputMode={name === "price" ? "decimal" : "numeric"}
          value={value}
          maxLength={24}
          onChange={(event) => set(event.target.value)}
          className="text-start rtl:text-end"
          trailing={unit ? <span className="text-12 text-muted">{unit}</span> : null}
        />
      )}
    </FormField>
  );
  return (
    <>
      <Part title={t("part_what")}>
        {text("title", 200)}
        {text("title_en", 200, { optional: true })}
        {text("reference", 40, { ltr: true })}
        <FormField form={form} name="kind" label={t("kind")}>
          {(slots, value, set) => (
            <Select
              id={slots.id}
              label={t("kind")}
              value={value}
              onChange={(next) => set(property_kinds.find((one) => one === next) ?? value)}
              className="w-full"
              options={property_kinds.map((one) => ({ value: one, label: words(`kind_${one}`) }))}
            />
          )}
        </FormField>
        <FormField form={form} name="purpose" label={t("purpose")}>
          {(slots, value, set) => (
            <Select
              id={slots.id}
              label={t("purpose")}
              value={value}
              onChange={(next) => set(property_purposes.find((one) => one === next) ?? value)}
              className="w-full"
              options={property_purposes.map((one) => ({ value: one, label: words(`purpose_${one}`) }))}
            />
          )}
        </FormField>
        <FormField form={form} name="status" label={t("status")}>
          {(slots, value, set) => (
            <Select
              id={slots.id}
              label={t("status")}
              value={value}
              onChange={(next) => set(property_statuses.find((one) => one === next) ?? value)}
              className="w-full"
              options={property_statuses.map((one) => ({ value: one, label: words(`property_${one}`) }))}
            />
          )}
        </FormField>
      </Part>
      <Part title={t("part_size")}>
        {number("price", currency)}
        {number("area_sqm", t("unit_area"))}
        {number("bedrooms")}
        {number("bathrooms")}
      </Part>
      <Part title={t("part_place")}>
        {text("district", 120)}
        {text("city", 120)}
        <div className="md:col-span-2">
          <FormField form={form} name="description" label={t("field_description")} optional>
            {(slots, value, set) => (
              <TextArea
                {...slots}
                rows={5}
                value={value}
                maxLength={5000}
                onChange={(event) => set(event.target.value)}
              />
            )}
          </FormField>
        </div>
      </Part>
      <Part title={t("permit")} help={t("permit_help")}>
        {text("permit_number", 60, { optional: true, ltr: true })}
        <FormField
          form={form}
          name="permit_expires_on"
          label={t("permit_until")}
          optional
          words={{ half_permit: t("permit_half") }}
        >
          {(slots, value, set) => <DateField {...slots} value={value} onChange={set} />}
        </FormField>
      </Part>
    </>
  );
}

function Part({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  return (
    <section className="grid grid-cols-[minmax(0,1fr)] gap-4 border-line border-t pt-5 first-of-type:border-0 first-of-type:pt-0 md:grid-cols-2">
      <div className="md:col-span-2">
        <h2 className="font-semibold text-14">{title}</h2>
        {help ? <p className="text-13 text-muted">{help}</p> : null}
      </div>
      {children}
    </section>
  );
}
