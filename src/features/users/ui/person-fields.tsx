"use client";
import { useTranslations } from "next-intl";
import { genders, roles } from "#drizzle/values.ts";
import { FormField } from "#ui/form/form-field.tsx";
import type { Form } from "#ui/form/use-form.ts";
import { Input } from "#ui/input.tsx";
import { Segment } from "#ui/segment.tsx";
import { Select } from "#ui/select.tsx";
import type { UserValues } from "./user-values.ts";

/** What is said of a colleague, whether new or known. */
export function PersonFields({ form, own }: { form: Form<UserValues>; own: boolean }) {
  const t = useTranslations("settings");
  const role = useTranslations("roles");
  return (
    <>
      <FormField form={form} name="name" label={t("user_name")}>
        {(slots, value, set) => (
          <Input {...slots} autoComplete="off" value={value} onChange={(event) => set(event.target.value)} />
        )}
      </FormField>
      {own ? null : (
        <FormField form={form} name="role" label={t("user_role")} help={t(`role_help_${form.values.role}`)}>
          {(slots, value, set) => (
            <Select
              {...slots}
              label={t("user_role")}
              value={value}
              onChange={(next) => set(roles.find((one) => one === next) ?? value)}
              options={roles.map((one) => ({ value: one, label: role(one) }))}
            />
          )}
        </FormField>
      )}
      <FormField form={form} name="email" label={t("user_email")} optional>
        {(slots, value, set) => (
          <Input
            {...slots}
            type="email"
            dir="ltr"
            className="text-start rtl:text-end"
            autoComplete="off"
            value={value}
            onChange={(event) => set(event.target.value)}
          />
        )}
      </FormField>
      <FormField form={form} name="gender" label={t("user_gender")} help={t("user_gender_help")}>
        {(_, value, set) => (
          <span>
            <Segment
              label={t("user_gender")}
              value={value}
              onChange={set}
              options={[
                ...genders.map((gender) => ({ value: gender, label: t(`gender_${gender}`) })),
                { value: "none" as const, label: t("gender_none") },
              ]}
            />
          </span>
        )}
      </FormField>
    </>
  );
}
