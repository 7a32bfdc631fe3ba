"use client";
import { useTranslations } from "next-intl";
import { Block } from "#ui/block.tsx";
import { FormField } from "#ui/form/form-field.tsx";
import type { Form } from "#ui/form/use-form.ts";
import { TextArea } from "#ui/input.tsx";
import type { Values } from "./agent-values.ts";

/** Its first words and what it is told, in the language it begins in. */
export function SpeechFields({ form }: { form: Form<Values> }) {
  const t = useTranslations("settings");
  return (
    <Block title={t("agent_says")}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 border-line border-t px-4 py-4">
        <FormField form={form} name="greeting" label={t("agent_greeting")} help={t("agent_greeting_help")}>
          {(slots, value, set) => (
            <TextArea {...slots} rows={2} value={value} onChange={(event) => set(event.target.value)} />
          )}
        </FormField>
        <div>
          <FormField form={form} name="prompt" label={t("agent_prompt")} help={t("agent_prompt_help")}>
            {(slots, value, set) => (
              <TextArea
                {...slots}
                rows={12}
                className="resize-y leading-relaxed"
                value={value}
                onChange={(event) => set(event.target.value)}
              />
            )}
          </FormField>
          <p className="mt-1 text-end text-12 text-muted">{t("agent_letters", { count: form.values.prompt.length })}</p>
        </div>
      </div>
    </Block>
  );
}
