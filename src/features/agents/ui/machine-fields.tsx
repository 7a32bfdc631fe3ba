"use client";
import { useTranslations } from "next-intl";
import { Block } from "#ui/block.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import type { Form } from "#ui/form/use-form.ts";
import { Input } from "#ui/input.tsx";
import type { Values } from "./agent-values.ts";

/** What it thinks with, and how freely. */
export function MachineFields({ form }: { form: Form<Values> }) {
  const t = useTranslations("settings");
  const code = { dir: "ltr", className: "text-start rtl:text-end", autoComplete: "off", spellCheck: false } as const;
  return (
    <Block title={t("agent_machine")}>
      <div className="grid gap-4 border-line border-t px-4 py-4 md:grid-cols-3">
        <FormField
          form={form}
          name="temperature"
          label={t("agent_temperature")}
          help={t("agent_temperature_help")}
          words={{ temperature_range: t("agent_temperature_range") }}
        >
          {(slots, value, set) => (
            <Input
              {...slots}
              {...code}
              inputMode="decimal"
              value={value}
              onChange={(event) => set(event.target.value)}
            />
          )}
        </FormField>
        <FormField form={form} name="model" label={t("agent_model")} help={t("agent_model_help")} optional>
          {(slots, value, set) => (
            <Input {...slots} {...code} value={value} onChange={(event) => set(event.target.value)} />
          )}
        </FormField>
        <FormField
          form={form}
          name="vendor_agent_id"
          label={t("agent_vendor")}
          help={t("agent_vendor_help")}
          words={{ unknown_agent: t("agent_vendor_unknown") }}
          optional
        >
          {(slots, value, set) => (
            <Input {...slots} {...code} value={value} onChange={(event) => set(event.target.value)} />
          )}
        </FormField>
      </div>
    </Block>
  );
}
