"use client";
import { useTranslations } from "next-intl";
import { Block } from "#ui/block.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import type { Form } from "#ui/form/use-form.ts";
import { Input } from "#ui/input.tsx";
import type { Values } from "./values.ts";

export function IdentityFields({ form }: { form: Form<Values> }) {
  const t = useTranslations("settings");
  return (
    <Block title={t("company_identity")}>
      <div className="grid gap-4 border-line border-t px-4 py-4 md:grid-cols-2">
        <FormField form={form} name="name" label={t("company_name")}>
          {(slots, value, set) => (
            <Input {...slots} dir="rtl" lang="ar" value={value} onChange={(event) => set(event.target.value)} />
          )}
        </FormField>
        <FormField form={form} name="name_en" label={t("company_name_en")}>
          {(slots, value, set) => (
            <Input {...slots} dir="ltr" lang="en" value={value} onChange={(event) => set(event.target.value)} />
          )}
        </FormField>
      </div>
    </Block>
  );
}
