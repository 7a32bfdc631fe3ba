"use client";
import { useTranslations } from "next-intl";
import { StaffPicker } from "#features/shell/ui/pickers/staff-picker.tsx";
import { useFormat } from "#i18n/format-context.tsx";
import { atMost, email, first, phone, required } from "#ui/form/checks.ts";
import { FormField } from "#ui/form/form-field.tsx";
import type { Form, Problems } from "#ui/form/use-form.ts";
import { Input, TextArea } from "#ui/input.tsx";
import { KnownCustomer } from "./known-customer.tsx";
import type { Customer } from "./types.ts";
import { useKnownPhone } from "./use-known-phone.ts";

export type CustomerValues = { name: string; phone: string; email: string; owner_id: string | null; notes: string };

export const checkCustomer = (values: CustomerValues): Problems<CustomerValues> => ({
  name: first(required(values.name), atMost(values.name, 200)),
  phone: phone(values.phone),
  email: email(values.email),
  notes: atMost(values.notes, 5000),
});

type Props = {
  form: Form<CustomerValues>;
  /** The customer being edited. */
  id?: string;
  /** What a colleague made of a field since the form was opened. */
  theirs?: Partial<CustomerValues>;
};

/** What is known of a customer. The number is looked up while it is typed. */
export function CustomerFields({ form, id, theirs = {} }: Props) {
  const t = useTranslations("customers");
  const format = useFormat();
  const known = useKnownPhone(form.values.phone, id);
  const now = (value: string | null | undefined) =>
    value === undefined ? undefined : t("theirs", { value: value || "—" });
  return (
    <>
      <FormField form={form} name="name" label={t("name")} help={now(theirs.name)}>
        {(slots, value, set) => (
          <Input
            {...slots}
            value={value}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => set(event.target.value)}
          />
        )}
      </FormField>
      <FormField
        form={form}
        name="phone"
        label={t("phone")}
        help={theirs.phone ? now(format.phone(theirs.phone)) : t("phone_help")}
        words={{ phone_taken: t("phone_taken") }}
      >
        {(slots, value, set) => (
          <Input
            {...slots}
            dir="ltr"
            type="tel"
            value={value}
            maxLength={40}
            autoComplete="off"
            className="text-start rtl:text-end"
            onChange={(event) => set(event.target.value)}
          />
        )}
      </FormField>
      {known ? <KnownCustomer customer={known} /> : null}
      <FormField form={form} name="email" label={t("email")} help={now(theirs.email)} optional>
        {(slots, value, set) => (
          <Input
            {...slots}
            dir="ltr"
            type="email"
            value={value}
            maxLength={254}
            autoComplete="off"
            className="text-start rtl:text-end"
            onChange={(event) => set(event.target.value)}
          />
        )}
      </FormField>
      <FormField form={form} name="owner_id" label={t("owner")} optional>
        {({ id }, value, set) => <StaffPicker id={id} label={t("owner")} value={value} onChange={set} optional />}
      </FormField>
      <FormField form={form} name="notes" label={t("notes")} help={now(theirs.notes)} optional>
        {(slots, value, set) => (
          <TextArea {...slots} value={value} maxLength={5000} onChange={(event) => set(event.target.value)} />
        )}
      </FormField>
    </>
  );
}

/** What is sent of a form: nothing typed is nothing. */
export const asSent = ({ name, phone, email, owner_id, notes }: CustomerValues) => ({
  name: name.trim(),
  phone,
  email: email.trim() || null,
  owner_id,
  notes: notes.trim() ? notes : null,
});

export const valuesOf = (customer: Customer): CustomerValues => ({
  name: customer.name,
  phone: customer.phone,
  email: customer.email ?? "",
  owner_id: customer.owner_id,
  notes: customer.notes ?? "",
});
