"use client";
import { useTranslations } from "next-intl";
import { FormField } from "#ui/form/form-field.tsx";
import { TextArea } from "#ui/input.tsx";
import type { Compose } from "./use-compose.ts";

const longest = 10_000;

export function ScriptStep({ compose: { form } }: { compose: Compose }) {
  const t = useTranslations("campaigns");
  return (
    <div className="max-w-180">
      <FormField form={form} name="script" label={t("script")} help={t("script_help")} optional>
        {(slots, value, set) => (
          <TextArea
            {...slots}
            rows={12}
            value={value}
            maxLength={longest}
            placeholder={t("script_hint")}
            onChange={(event) => set(event.target.value)}
            className="text-15"
          />
        )}
      </FormField>
      <p className="mt-1.5 text-12 text-muted">{t("letters", { count: form.values.script.length })}</p>
    </div>
  );
}
