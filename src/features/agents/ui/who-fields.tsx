"use client";
import { useTranslations } from "next-intl";
import { genders } from "#drizzle/values.ts";
import { Block } from "#ui/block.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import type { Form } from "#ui/form/use-form.ts";
import { Input } from "#ui/input.tsx";
import { Segment } from "#ui/segment.tsx";
import type { Values } from "./agent-values.ts";

export function WhoFields({ form }: { form: Form<Values> }) {
  const t = useTranslations("settings");
  const ui = useTranslations("ui");
  return (
    <Block title={t("agent_who")}>
      <div className="grid gap-4 border-line border-t px-4 py-4 md:grid-cols-2">
        <FormField form={form} name="name" label={t("agent_name")}>
          {(slots, value, set) => (
            <Input {...slots} dir="rtl" lang="ar" value={value} onChange={(event) => set(event.target.value)} />
          )}
        </FormField>
        <FormField form={form} name="name_en" label={t("agent_name_en")}>
          {(slots, value, set) => (
            <Input {...slots} dir="ltr" lang="en" value={value} onChange={(event) => set(event.target.value)} />
          )}
        </FormField>
        <FormField form={form} name="gender" label={t("agent_gender")} help={t("agent_gender_help")}>
          {(_, value, set) => (
            <span>
              <Segment
                label={t("agent_gender")}
                value={value}
                onChange={set}
                options={genders.map((gender) => ({ value: gender, label: t(`gender_${gender}`) }))}
              />
            </span>
          )}
        </FormField>
        <FormField form={form} name="language" label={t("agent_language")}>
          {(_, value, set) => (
            <span>
              <Segment
                label={t("agent_language")}
                value={value}
                onChange={set}
                options={[
                  { value: "ar", label: ui("arabic") },
                  { value: "en", label: ui("english") },
                ]}
              />
            </span>
          )}
        </FormField>
      </div>
    </Block>
  );
}
